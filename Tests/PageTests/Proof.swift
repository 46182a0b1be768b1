import Issuing
import Lists
import Page
import Proofs
import TestSupport
import Verification

/// A verified proof of a person who does not exist, as pages are made of.
struct Proof {
    var claims = Sample.claims
    var name = "Caisse d’exemple"
    var notice = ""
    var contact = ""
    var revocationList: String?
    var letterhead = Letterhead()

    struct Refused: Error {}

    /// Signed, then verified against a signed trust list: the only way to a page.
    func verified() throws -> VerifiedProof {
        let issuer = IssuerOfProofs(key: Practice.issuer, crypto: Practice.crypto)
        let issued = try issuer.issue(
            claims, issued: Sample.today, lastDay: Sample.lastDay,
            identifier: Sample.identifier())
        var trust = TrustBuilder()
        trust.issuers = [entry]
        trust.sources =
            revocationList.map {
                [RevocationSource(identifier: $0, keys: [Practice.revoker.publicKey], epoch: 0)]
            } ?? []
        let verifier = Verifier(lists: try trust.inForce(), crypto: Practice.crypto)
        guard let proof = verifier.verdict(onText: issued.text, at: Sample.now).proof else {
            throw Refused()
        }
        return proof
    }

    func content() throws -> PageContent { PageContent(try verified()) }

    private var entry: Issuer {
        Issuer(
            key: Practice.issuer.publicKey, name: name, notice: notice, contact: contact,
            blocks: Set(ClaimBlock.allCases), signFrom: Sample.day(2026, 1, 1),
            signUntil: Sample.day(2026, 12, 31), state: .active, revocationList: revocationList,
            letterhead: letterhead)
    }
}
