import Explaining
import Issuing
import JSONFields
import Office
import Proofs
import Register
import SigningMessages
import Synchronization
import TestSupport
import Testing
import Verification
import Wire

@testable import SigningService

/// What a portal gets for its wishes.
@Suite struct RequestDeskTests {
    private typealias Fixture = ServiceFixture

    @Test func aPreviewSaysAllThatWillBeReadableAndSignsNothing() throws {
        let fixture = try Fixture()
        let desk = try fixture.desk()
        let wish = try Fixture.wish(disclose: "qf_at_most=800")
        guard case .readable(let readable) = desk.answer(.preview(wish)) else {
            Issue.record("no preview")
            return
        }
        #expect(try fixture.register.counts().isEmpty)
        let delivered = try #require(
            desk.answer(.issue(wish, for: Fixture.holder(), key: Fixture.key())).delivered)
        #expect(delivered.readable == readable)
        // A counter reads the same claims, and the two days.
        let proof = try #require(try Scenario().verdict(on: [delivered.text]).proof)
        #expect(readable.rows.count == proof.justificatif.claims.labels.count + 2)
        #expect(readable.issued == proof.justificatif.issued)
        #expect(readable.lastDay == proof.justificatif.lastDay)
        #expect(readable.couldShowUsageName)
    }

    @Test func whatIsIssuedIsValidAndHasItsRow() throws {
        let fixture = try Fixture()
        let answer = try fixture.desk().answer(
            .issue(Fixture.wish(), for: Fixture.holder(), key: Fixture.key()))
        let proof = try #require(answer.delivered)
        #expect(!proof.isRepeat)
        let verdict = try Scenario().verdict(on: [proof.text])
        #expect(verdict.code == .valid)
        let identifier = try #require(verdict.proof?.justificatif.identifier)
        #expect(try fixture.register.row(of: identifier)?.reference == proof.reference)
    }

    @Test func aReloadGetsTheSameTextAndNoSecondRow() throws {
        let fixture = try Fixture()
        let desk = try fixture.desk()
        let request = SigningRequest.issue(
            try Fixture.wish(), for: try Fixture.holder(), key: try Fixture.key())
        let first = try #require(desk.answer(request).delivered)
        // Later, when the answer itself would be too old.
        fixture.set(Sample.now.adding(minutes: 14))
        let again = try #require(desk.answer(request).delivered)
        #expect(again.text == first.text && again.isRepeat)
        #expect(again.readable == first.readable)
        #expect(try fixture.register.counts().map(\.issued) == [1])
    }

    @Test func aReloadOverMidnightGetsTheTextOfTheDayBefore() throws {
        let fixture = try Fixture()
        let desk = try fixture.desk()
        let midnight = Sample.today.adding(days: 1).start
        fixture.set(midnight.adding(minutes: -1))
        let request = SigningRequest.issue(
            try Fixture.wish(fetchedAt: midnight.adding(minutes: -2)), for: try Fixture.holder(),
            key: try Fixture.key())
        let first = try #require(desk.answer(request).delivered)
        fixture.set(midnight.adding(minutes: 1))
        #expect(desk.answer(request).delivered?.text == first.text)
    }

    @Test func anotherWishUnderTheSameKeyIsRefused() throws {
        let fixture = try Fixture()
        let desk = try fixture.desk()
        let (holder, key) = (try Fixture.holder(), try Fixture.key())
        _ = desk.answer(.issue(try Fixture.wish(), for: holder, key: key))
        let other = desk.answer(
            .issue(try Fixture.wish(disclose: "qf_at_most=800"), for: holder, key: key))
        #expect(other.refusal?.code == "request-key-used")
        #expect(try fixture.register.counts().map(\.issued) == [1])
    }

    /// Both computed the same identifier; only one of them has its row.
    @Test func whoIsOvertakenByAnotherProcessSignsUnderTheNextIdentifier() throws {
        let fixture = try Fixture()
        let (holder, wish) = (try Fixture.holder(), try Fixture.wish())
        let (faster, key, other) = (try fixture.desk(), try Fixture.key(1), try Fixture.key(2))
        let slow = try fixture.desk(
            key: OvertakenKey { _ = faster.answer(.issue(wish, for: holder, key: key)) })
        let proof = try #require(slow.answer(.issue(wish, for: holder, key: other)).delivered)
        #expect(try Scenario().verdict(on: [proof.text]).code == .valid)
        let found = try #require(faster.answer(.proofs(of: holder)).found)
        #expect(found.count == 2 && found.contains { $0.reference == proof.reference })
        #expect(try fixture.register.counts().map(\.issued) == [2])
    }

    @Test func anotherKeySignsAnew() throws {
        let fixture = try Fixture()
        let desk = try fixture.desk()
        let texts = try (0..<3).compactMap { number in
            desk.answer(
                .issue(
                    try Fixture.wish(), for: try Fixture.holder(), key: try Fixture.key(number))
            ).delivered?.text
        }
        #expect(Set(texts).count == 3)
    }

    @Test func aPersonFindsAndCancelsTheirsAndNobodyElseDoes() throws {
        let fixture = try Fixture()
        let desk = try fixture.desk()
        let (holder, other) = (try Fixture.holder(), try Fixture.holder("other"))
        let proof = try #require(
            desk.answer(.issue(Fixture.wish(), for: holder, key: Fixture.key())).delivered)
        let found = HolderProof(
            reference: proof.reference, kind: .quotientFamilial, issued: Sample.today,
            lastDay: proof.readable.lastDay, cancelled: nil)
        #expect(desk.answer(.proofs(of: holder)).found == [found])
        #expect(desk.answer(.proofs(of: other)).found == [])
        let refused = desk.answer(.cancel(proof.reference, of: other))
        #expect(refused.refusal?.code == "holder-unknown-proof")
        #expect(
            desk.answer(.cancel(proof.reference, of: holder)).found?.map(\.cancelled)
                == [Sample.today])
        #expect(desk.answer(.cancelAll(of: holder)).found == [])
    }

    /// With an office secret the register keeps the columns it has without, and nothing of a person.
    @Test func theRegisterHoldsNothingNew() throws {
        let fixture = try Fixture()
        let (holder, key) = (try Fixture.holder("marker-person-sub"), try Fixture.key(7))
        let proof = try #require(
            fixture.desk().answer(.issue(Fixture.wish(), for: holder, key: key)).delivered)
        let columns = Tool.output(
            of: "python3 -c \"import sqlite3; c = sqlite3.connect('\(fixture.register.path)'); "
                + "print(*[r[1] for r in c.execute('PRAGMA table_info(proof)')]); print(*["
                + "r[0] for r in c.execute('SELECT name FROM sqlite_master ORDER BY 1')])\"")
        #expect(
            String(decoding: columns, as: UTF8.self) == """
                cti fingerprint reference issued revoked reason announced
                proof proof_by_day proof_by_reference proof_revoked publication\n
                """)
        for name in fixture.folder.names where name.hasPrefix("register.db") {
            let text = String(decoding: fixture.folder.contents(of: name) ?? [], as: UTF8.self)
            for marker in [holder.text, key.text, proof.text, "TERRASSIER", "quotient-familial"] {
                #expect(!text.contains(marker), "\(name): \(marker)")
            }
        }
    }

    @Test func withoutASecretItSignsAndFindsNothing() throws {
        let fixture = try Fixture()
        let desk = try fixture.desk(hasSecret: false)
        let holder = try Fixture.holder()
        let request = SigningRequest.issue(
            try Fixture.wish(), for: holder, key: try Fixture.key())
        let proof = try #require(desk.answer(request).delivered)
        #expect(desk.answer(request).delivered?.text == proof.text, "a reload, all the same")
        for request: SigningRequest in [
            .proofs(of: holder), .cancel(proof.reference, of: holder), .cancelAll(of: holder),
        ] {
            #expect(desk.answer(request).refusal?.code == "no-office-secret")
        }
    }

    @Test func theSeventeenthOfADayIsRefused() throws {
        let fixture = try Fixture()
        let desk = try fixture.desk()
        let codes = try (0..<17).map { number in
            desk.answer(
                .issue(
                    try Fixture.wish(), for: try Fixture.holder(), key: try Fixture.key(number))
            ).code
        }
        #expect(codes == Array(repeating: "issued", count: 16) + ["too-many-today"])
        #expect(try fixture.register.counts().map(\.issued) == [16])
    }

    @Test func aRefusalOfIssuingKeepsItsCodeAndHasWordsForTheCitizen() throws {
        let fixture = try Fixture()
        let desk = try fixture.desk()
        let late = try Fixture.wish(fetchedAt: Sample.now.adding(minutes: -16))
        #expect(desk.answer(.preview(late)).refusal?.code == "answer-too-old")
        let stranger = try Fixture.wish(identity: Self.stranger())
        let refusal = try #require(
            desk.answer(.issue(stranger, for: Fixture.holder(), key: Fixture.key())).refusal)
        #expect(refusal.code == "identity-mismatch")
        #expect(refusal.citizen == IssuingRefusal.identityMismatch([]).citizenWords)
        #expect(refusal.operatorWords != refusal.citizen)
        #expect(!"\(refusal)".contains("AUTRE"))
        #expect(try fixture.register.counts().isEmpty)
    }

    private static func stranger() throws -> JSONValue {
        guard case .object(let known) = try Fixture.sample("identity") else { return .null }
        var fields = known
        fields["family_name"] = .string("AUTRE")
        return .object(fields)
    }

    @Test func everyRefusalHasWordsForTheCitizenWithoutNamesOfOptions() {
        let errors: [any Error] = [
            ServiceRefusal.unknownProof, ServiceRefusal.tooManyToday,
            ServiceRefusal.requestKeyUsed, ServiceRefusal.busy, ServiceRefusal.noOfficeSecret,
            RegisterFault.busy(path: "/srv/caf.db"), IssuingFault.noFact, CancellationError(),
        ]
        for error in errors {
            let refusal = SigningRefusal(error)
            for words in [refusal.citizen.french, refusal.citizen.english] {
                #expect(words.count > 20 && !words.contains("--") && !words.contains("/"))
            }
        }
        #expect(SigningRefusal(CancellationError()).code == "unforeseen")
    }

    @Test func aClockFarBeyondTheLastPublicationIssuesNothing() throws {
        let fixture = try Fixture()
        _ = try fixture.register.beginPublication(
            of: "caf", epoch: nil, sequence: nil, at: Sample.now)
        let later = Sample.now.adding(hours: 24 * 46)
        fixture.set(later)
        let answer = try fixture.desk().answer(
            .issue(Fixture.wish(fetchedAt: later), for: Fixture.holder(), key: Fixture.key()))
        #expect(answer.refusal != nil)
        #expect(try fixture.register.counts().isEmpty)
    }
}

/// The practice key, before whose first signature something else happens.
private final class OvertakenKey: Signing, Sendable {
    let publicKey = Practice.issuer.publicKey
    private let before: Mutex<(@Sendable () -> Void)?>

    init(_ before: @escaping @Sendable () -> Void) { self.before = Mutex(before) }

    func signature(for message: [UInt8]) throws -> Signature {
        let body = before.withLock { body in
            defer { body = nil }
            return body
        }
        body?()
        return try Practice.issuer.signature(for: message)
    }
}
