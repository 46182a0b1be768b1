internal import Explaining
internal import Lists
internal import Proofs
internal import Reporting
internal import Verification

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
