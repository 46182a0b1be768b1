import Lists
import Proofs
import TestSupport
import Testing
import Verification

/// One thing that is wrong at a counter, and the answer to it.
struct Fault: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let code: VerdictCode
    let reason: String?
    /// Whether the person's data may stand beside the answer.
    let showsProof: Bool
    let make: @Sendable (inout Scenario) -> Void

    init(
        _ words: String, _ code: VerdictCode, _ reason: String? = nil, shows: Bool,
        _ make: @escaping @Sendable (inout Scenario) -> Void
    ) {
        testDescription = words
        self.code = code
        self.reason = reason
        self.showsProof = shows
        self.make = make
    }

    /// In the order of Spec/verdicts.md section 2.
    static let inOrder: [Fault] = beforeTheSignature + ofTheContent + ofTheDay

    static let beforeTheSignature: [Fault] = [
        Fault("form", .malformed, "not-a-day@20", shows: false) {
            $0.token.expires = HandWriter.unsigned(1_796_169_601)
        },
        Fault("issuer", .issuerUnknown, shows: false) { $0.key = Practice.stranger },
        Fault("signature", .signatureInvalid, shows: false) {
            $0.tamper = { $0[$0.count - 1] ^= 0x01 }
        },
    ]

    static let ofTheContent: [Fault] = [
        Fault("label", .versionUnknown, "claim", shows: false) {
            $0.token.claims.append((HandWriter.unsigned(255), HandWriter.yes))
        },
        Fault("sense", .malformed, "missing-qf_month-for-qf", shows: false) {
            $0.token.claims.removeAll { $0.key == HandWriter.unsigned(65) }
        },
        Fault("scope", .outOfScope, shows: false) { $0.blocks = [.tax, .jobSeeker, .health] },
        Fault("stolen key", .keyWithdrawn, "compromised", shows: false) { $0.state = .compromised },
        Fault("signing days", .keyWithdrawn, "outside-signing-days", shows: false) {
            $0.signUntil = Sample.day(2026, 1, 31)
        },
    ]

    static let ofTheDay: [Fault] = [
        Fault("clock", .clockSuspect, shows: true) { $0.trust.issued = $0.now.adding(hours: 3) },
        Fault("not yet", .notYetValid, shows: true) {
            $0.token.issued = HandWriter.unsigned(UInt64(Sample.today.number + 1) * 86_400)
        },
        Fault("expired", .expired, shows: true) {
            $0.token.issued = HandWriter.unsigned(UInt64(Sample.today.number - 9) * 86_400)
            $0.token.expires = HandWriter.unsigned(UInt64(Sample.today.number - 1) * 86_400)
        },
        Fault("recipient", .wrongRecipient, shows: true) {
            $0.token.claims.insert((HandWriter.unsigned(9), HandWriter.text("CAF 44")), at: 3)
            $0.recipients = ["Mairie d’Exemple"]
        },
        Fault("old lists", .listsStale, "trust-list-too-old", shows: true) {
            $0.trust.warnAfter = Sample.now.adding(hours: -2)
            $0.trust.refuseAfter = Sample.now.adding(hours: -1)
        },
        Fault("no revocations", .listsStale, "revocation-list-missing", shows: true) {
            $0.revocationList = "exemple"
        },
        Fault("aging lists", .validListsAging, "trust-list-aging", shows: true) {
            $0.trust.warnAfter = Sample.now.adding(hours: -2)
        },
    ]

    /// Two faults that exclude or change each other, so that no order between them can be seen.
    static let apart: Set<Set<String>> = [
        ["issuer", "old lists"], ["issuer", "aging lists"], ["clock", "old lists"],
        ["clock", "aging lists"], ["not yet", "expired"], ["old lists", "aging lists"],
        ["form", "expired"],
    ]
}
