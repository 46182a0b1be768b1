package import PortalRules
internal import Proofs

/// The end of a visit, and that of a space (Spec/portal.md 2.1).
extension PortalPage {
    /// The two ways out, at the foot of every page of a person.
    static func closing(_ token: String) -> HTML {
        """
        <section class="leave"><h2>Partir</h2>
        \(ButtonForm(
            action: "/deconnexion", label: "Me déconnecter", token: token, isSecond: true
        ).html)
        <p>Me déconnecter efface d’ici les données de cette visite. Pour effacer aussi ce qui est \
        gardé : <a href="/fermer">fermer mon espace</a>.</p></section>
        """
    }

    /// What closing erases and what stays, before it is done.
    package static func leaving(
        _ counts: ClosingCounts, isKept: Bool, token: String
    ) -> PortalPage {
        let kept: HTML = """
            <li>\(count(counts.lines, "ligne", "lignes")) de journal ;</li>
            <li>\(count(counts.links, "destinataire noté", "destinataires notés")) ;</li>
            <li>\(count(counts.parameters, "identifiant gardé", "identifiants gardés")) ;</li>
            """
        return PortalPage(
            title: "Fermer mon espace",
            content: """
                <h2>Ce qui sera effacé</h2>
                <ul>
                \(isKept ? kept : "")
                <li>les données de cette visite.</li>
                </ul>
                <h2>Ce qui reste</h2>
                <p>D’un justificatif déjà fait, il reste un numéro et une empreinte, sans votre \
                nom, trois mois au plus : sans eux il ne pourrait plus être annulé ni reconnu.</p>
                <form method="post" action="/fermer">
                <input type="hidden" name="jeton" value="\(token)">
                \(cancelling(counts.proofs))
                <button>Fermer mon espace et tout effacer</button>
                </form>
                <p>Vous serez aussi déconnecté de FranceConnect. On ne peut pas revenir en \
                arrière.</p>
                <p><a href="/mon-espace">Ne rien effacer</a></p>
                """)
    }

    private static func cancelling(_ proofs: Int) -> HTML {
        guard proofs > 0 else { return "<p>Vous n’avez aucun justificatif utilisable.</p>" }
        return """
            <p>Vous avez \
            \(count(proofs, "justificatif utilisable", "justificatifs utilisables")) : \
            <a href="/mes-justificatifs">les voir</a>.</p>
            <p class="choice"><input type="checkbox" name="annuler" id="annuler" value="oui">\
            <label for="annuler">Les annuler aussi. Ils seront refusés aux guichets dès la \
            prochaine liste.</label></p>
            """
    }

    /// After a visit; what is kept is not touched.
    package static func goodbye() -> PortalPage {
        PortalPage(
            title: "Vous êtes déconnecté",
            content: """
                <p>Les données de votre visite sont effacées d’ici. Les justificatifs que vous \
                avez emportés restent utilisables jusqu’à leur dernier jour ; vous pouvez revenir \
                pour les annuler.</p>
                \(afterwards)
                """)
    }

    /// After a space was closed: what was done, and nothing of whom it was done for.
    package static func receipt(_ receipt: ClosingReceipt) -> PortalPage {
        let counts = receipt.counts
        let cancelled: HTML =
            receipt.isCancelled
            ? "<li>\(count(counts.proofs, "justificatif annulé", "justificatifs annulés")) ;</li>"
            : """
            <li>vos justificatifs n’ont pas été annulés : ils restent utilisables jusqu’à leur \
            dernier jour ;</li>
            """
        let provider =
            receipt.isLoggedOut
            ? "vous êtes passé par la déconnexion de FranceConnect."
            : "FranceConnect n’a pas répondu : déconnectez-vous aussi sur son site."
        return PortalPage(
            title: "Votre espace est fermé",
            content: """
                <p>Fait le \(words(receipt.day)) :</p>
                <ul>
                <li>\
                \(count(counts.lines, "ligne de journal effacée", "lignes de journal effacées")) \
                ;</li>
                <li>\(count(counts.links, "destinataire effacé", "destinataires effacés")) ;</li>
                <li>\(count(counts.parameters, "identifiant effacé", "identifiants effacés")) ;</li>
                \(cancelled)
                <li>les données de votre visite effacées ;</li>
                <li>\(provider)</li>
                </ul>
                <p>D’un justificatif il reste un numéro et une empreinte, sans votre nom, trois \
                mois au plus.</p>
                <p>Ce reçu ne dit pas qui vous êtes. Vous pouvez l’imprimer ; il disparaît avec \
                cette page.</p>
                \(afterwards)
                """)
    }

    private static let afterwards: HTML = """
        <p>Sur un ordinateur partagé, fermez aussi le navigateur.</p>
        <p><a href="/">Revenir à l’accueil</a></p>
        """

    private static func count(_ number: Int, _ one: String, _ several: String) -> String {
        switch number {
        case 0: "0 \(one)"
        case 1: "1 \(one)"
        default: "\(number) \(several)"
        }
    }
}
