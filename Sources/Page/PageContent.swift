internal import Explaining
package import Lists
internal import Proofs
internal import QRImage
package import Reporting
package import Verification
internal import Wire

/// Everything that the page of one justificatif shows (Spec/page.md).
///
/// A page can only be made of a `VerifiedProof`, so that nothing is printed that a counter would
/// not also read; legal words and contacts are those of the issuer's signed entry.
package struct PageContent: Equatable, Sendable {
    /// What the document is; names nobody, because titles end up in file lists.
    package let title: String
    package let issuer: String
    /// Lines of its postal address.
    package let address: [String]
    package let logo: Logo?
    /// « Ce document prouve une seule chose : … », or the beginning of the list `facts`.
    package let statement: String
    /// The facts one by one, when there are several.
    package let facts: [String]
    /// The values as the screen of a counter shows them.
    package let values: [ClaimWords]
    package let details: [ClaimWords]
    package let person: [ClaimWords]
    /// For whom it was made; nil when for anybody.
    package let recipient: String?
    package let issued: String
    package let lastDay: String
    /// « Référence : … », for a person who writes or calls about it.
    package let reference: String
    package let sections: [PageSection]
    /// That the PDF can be read aloud.
    package let accessibility: String
    /// The text of the code.
    package let token: String
    /// Nothing where the issuer cancels nothing: there is no use for it.
    package let slip: PageSlip?
    /// ISO 8601: when the document says it was created.
    package let created: String

    package init(_ proof: VerifiedProof) {
        let claims = proof.justificatif.claims
        let groups = ClaimGroups(claims)
        let sentences = FactSentences.all(claims)
        title = PageTitle.of(claims)
        issuer = PageContent.oneLine(proof.issuer.name)
        address = proof.issuer.letterhead.address.split(separator: "\n").map(String.init)
        logo = proof.issuer.letterhead.logo
        statement = PageWords.statement(sentences)
        facts = sentences.count == 1 ? [] : PageWords.list(sentences)
        values = groups.facts
        details = groups.details
        person = groups.person
        recipient = groups.recipient
        issued = "Établi le \(DateWords.day(proof.justificatif.issued, .french))."
        lastDay =
            "Utilisable jusqu’au \(DateWords.day(proof.justificatif.lastDay, .french)) inclus."
        reference = "\(PageWords.referenceLabel) \(proof.reference)"
        slip = PageSlip(proof, title: title)
        sections =
            PageWords.sections(claims, ifLost: slip == nil ? PageWords.ifLost(proof) : nil)
            + PageWords.issuerWords(proof.issuer)
        accessibility = PageWords.accessibility
        token = TokenText.encode(proof.token)
        created = proof.justificatif.issued.start.description
    }

    /// Signed names may hold line ends; inside a sentence they are spaces.
    static func oneLine(_ text: String) -> String {
        text.split(separator: "\n").joined(separator: " ")
    }
}

extension PageContent {
    /// For whom it was made, as the last line about its holder.
    var recipientPair: [ClaimWords] {
        recipient.map { [ClaimWords(title: PageWords.recipient, value: $0)] } ?? []
    }

    /// What the claims say, which no issuer can put right by another notice.
    var claimTexts: [String] {
        (values + details + person + recipientPair).map(\.value)
    }

    func code() throws(PageFault) -> QRCode {
        do { return try QRCode(alphanumeric: token) } catch { throw .code }
    }
}

/// A heading and what follows it.
package struct PageSection: Equatable, Sendable {
    package let heading: String
    package let paragraphs: [String]
    /// The paragraphs are items of a list, and words of ours; otherwise they are as signed.
    package let isList: Bool
}

/// The slip to tear off and keep apart: the reference, and what it is good for.
///
/// It names nobody and states no fact, so a finder learns nothing.
package struct PageSlip: Equatable, Sendable {
    package let heading: String
    /// Which document it belongs to, and who issued it.
    package let subject: [String]
    /// « Référence : … ».
    package let reference: String
    package let advice: String

    /// Nothing where the issuer's signed entry names no list of revocations: cancelling is not
    /// promised.
    init?(_ proof: VerifiedProof, title: String) {
        guard proof.issuer.revocationList != nil else { return nil }
        let issued = DateWords.day(proof.justificatif.issued, .french)
        heading = "À détacher et à garder à part"
        subject = [
            "\(title), établi le \(issued)",
            FrenchText.set("Émetteur : ") + PageContent.oneLine(proof.issuer.name),
        ]
        reference = "\(PageWords.referenceLabel) \(proof.reference)"
        advice = PageSlip.advice(proof)
    }

    private static func advice(_ proof: VerifiedProof) -> String {
        let contact = PageContent.oneLine(proof.issuer.contact)
        if contact.isEmpty {
            return FrenchText.set(
                "Perdu ? Demandez l’annulation à l’émetteur avec cette référence.")
        }
        return FrenchText.set(
            "Perdu ? Demandez l’annulation à l’émetteur avec cette référence. Contact : ") + contact
    }
}
