internal import Explaining
internal import Lists
internal import Proofs
internal import Reporting
internal import Verification

/// The slip to tear off and keep apart: the reference, and what it is good for.
///
/// It names nobody and states no fact, so a finder learns nothing.
package struct PageSlip: Equatable, Sendable {
    static let referenceLabel = FrenchText.set("Référence :")

    package let heading: String
    /// Which document it belongs to, and who issued it.
    package let subject: [String]
    package let reference: String
    package let advice: String

    init(_ proof: VerifiedProof, title: String) {
        let issued = DateWords.day(proof.justificatif.issued, .french)
        heading = "À détacher et à garder à part"
        subject = [
            "\(title), établi le \(issued)",
            FrenchText.set("Émetteur : ") + PageContent.oneLine(proof.issuer.name),
        ]
        reference = proof.reference.description
        advice = PageSlip.advice(proof)
    }

    /// Cancelling is only promised where the issuer's signed entry names a list of revocations.
    private static func advice(_ proof: VerifiedProof) -> String {
        let contact = PageContent.oneLine(proof.issuer.contact)
        if proof.issuer.revocationList == nil {
            let day = DateWords.day(proof.justificatif.lastDay, .french)
            return FrenchText.set(
                "Perdu ? Cet émetteur n’annule pas ses justificatifs : celui-ci reste utilisable "
                    + "jusqu’au \(day) inclus.")
        }
        if contact.isEmpty {
            return FrenchText.set(
                "Perdu ? Demandez l’annulation à l’émetteur avec cette référence.")
        }
        return FrenchText.set(
            "Perdu ? Demandez l’annulation à l’émetteur avec cette référence. Contact : ") + contact
    }
}
