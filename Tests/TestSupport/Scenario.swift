package import Lists
package import Proofs
package import Verification
internal import Wire

/// One control at a counter: a token, the lists, the time and the place, all of them right until
/// a test makes one wrong.
package struct Scenario: Sendable {
    package var token = HandToken.sample
    package var key = Practice.issuer
    /// Changed after signing, such as one bit of the token.
    package var tamper: @Sendable (inout [UInt8]) -> Void = { _ in }

    package var trust = TrustBuilder()
    package var hasLists = true
    package var blocks = Set(ClaimBlock.allCases)
    package var signFrom = Sample.day(2026, 1, 1)
    package var signUntil = Sample.day(2026, 12, 31)
    package var state = Issuer.State.active
    package var revocationList: String?
    package var issuerName = "Caisse d’exemple"

    package var recipients: [String] = []
    package var now = Sample.now

    package init() {}

    package static func with(_ change: (inout Scenario) -> Void) -> Scenario {
        var scenario = Scenario()
        change(&scenario)
        return scenario
    }

    package var bytes: [UInt8] {
        var bytes = token.signed(by: key)
        tamper(&bytes)
        return bytes
    }

    package var text: String { HandToken.text(of: bytes) }

    package func verifier() throws(TrustListRefusal) -> Verifier<Practice.Crypto> {
        let lists = hasLists ? try listed.inForce() : ListsInForce(trust: nil)
        return Verifier(lists: lists, recipients: recipients, crypto: Practice.crypto)
    }

    /// The trust list with the issuer as it is here.
    package var listed: TrustBuilder {
        var trust = trust
        trust.issuers = [
            TrustBuilder.issuer(
                blocks: blocks, from: signFrom, until: signUntil, state: state,
                revocationList: revocationList, name: issuerName)
        ]
        trust.sources =
            revocationList.map { identifier in
                [
                    RevocationSource(
                        identifier: identifier, keys: [Practice.revoker.publicKey], epoch: 0)
                ]
            } ?? []
        return trust
    }

    package func verdict() throws(TrustListRefusal) -> Verdict { try verdict(on: [text]) }

    package func verdict(on texts: [String]) throws(TrustListRefusal) -> Verdict {
        try verifier().verdict(onTexts: texts, at: now)
    }

    /// The verdict on a justificatif that its issuer has cancelled.
    package static func cancelledVerdict() throws -> Verdict {
        let token = HandToken.sample.signed(by: Practice.issuer)
        let signed = try UnverifiedToken(bytes: token).message.signedBytes(.token)
        let mark = Fingerprint(ofSigned: signed.span, Practice.crypto)
        var list = RevocationBuilder()
        list.closed[Sample.today] = (issued: [mark], revoked: [mark])
        var trust = TrustBuilder()
        trust.sources = [RevocationBuilder.source()]
        trust.issuers = [TrustBuilder.issuer(revocationList: "caf")]
        let lists = ListsInForce(
            trust: try trust.list(), revocations: ["caf": try list.list()], observed: nil)
        return Verifier(lists: lists, crypto: Practice.crypto)
            .verdict(onText: HandToken.text(of: token), at: list.issued.adding(hours: 7))
    }
}
