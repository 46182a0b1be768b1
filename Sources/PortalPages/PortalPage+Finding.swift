internal import Explaining
internal import Issuing
package import PortalRules
internal import Proofs
internal import Reporting
package import SigningMessages

extension PortalPage {
    /// The person's own justificatifs that can still be used, or were cancelled.
    package static func mine(_ proofs: [HolderProof], token: String) -> PortalPage {
        let items: [HTML] = proofs.map {
            """
            <li><strong>\($0.kind.french)</strong>, établi le \(words($0.issued)), utilisable \
            jusqu’au \(words($0.lastDay)) inclus. Référence : \
            <span class="whole">\($0.reference.description)</span>.
            \(state($0, token))</li>
            """
        }
        let list: HTML =
            proofs.isEmpty
            ? "<p>Vous n’avez aucun justificatif utilisable en ce moment.</p>"
            : """
            <ul class="proofs">
            \(items)
            </ul>
            """
        return PortalPage(
            title: "Mes justificatifs",
            content: """
                \(list)
                <p>Nous ne gardons pas ce qu’ils disent. Un justificatif annulé est refusé aux \
                guichets dès qu’ils ont la liste suivante.</p>
                <p><a href="/">Faire un autre justificatif</a></p>
                \(closing(token))
                """)
    }

    /// A failure of a login, a form or a service; `code` is for whoever is asked for help.
    package static func failure(_ failure: PortalFailure, _ body: PortalBody) -> PortalPage {
        PortalPage(
            title: failure.title,
            content: """
                <p>Ce qui s’est passé : \(failure.explanation.french).</p>
                <p>\(failure.consequence)</p>
                <p>Code à citer si vous nous écrivez : <code>\(failure.code)</code></p>
                <p><a href="/">Recommencer</a></p>
                \(paperRoad(body))
                """)
    }

    static func words(_ day: Day) -> String { DateWords.day(day, .french) }

    private static func state(_ proof: HolderProof, _ token: String) -> HTML {
        if let day = proof.cancelled { return "<p>Annulé le \(words(day)).</p>" }
        let reference = proof.reference.description
        // Cancelling is for good: a box to tick stands before the button.
        return """
            <form method="post" action="/annuler">
            <input type="hidden" name="reference" value="\(reference)">
            <input type="hidden" name="jeton" value="\(token)">
            <p class="choice"><input type="checkbox" id="sur-\(reference)" required>\
            <label for="sur-\(reference)">Il ne pourra plus servir, et je ne pourrai pas revenir \
            en arrière</label></p>
            <button class="second">Annuler ce justificatif</button>
            </form>
            """
    }
}

extension JustificatifKind {
    var french: String {
        switch self {
        case .quotientFamilial: "Quotient familial"
        case .taxIncome: "Revenu fiscal de référence"
        case .jobSeeker: "Inscription à France Travail"
        case .health: "Droits à l’assurance maladie"
        case .complementaryCover: "Complémentaire santé solidaire"
        case .student: "Statut d’étudiant"
        }
    }
}
