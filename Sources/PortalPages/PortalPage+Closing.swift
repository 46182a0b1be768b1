internal import Explaining
package import PortalRules
internal import Proofs

/// The end of a visit, and that of a space (Spec/portal.md 2.1).
extension PortalPage {
    /// The two ways out, at the foot of every page of a person.
    static func closing(_ token: String) -> HTML {
        let leave = ButtonForm(
            action: "/deconnexion", label: "\("Me déconnecter", "Log out")", token: token,
            isSecond: true)
        return """
            <section class="leave"><h2>\("Partir", "Leave")</h2>
            \(leave.html)
            <p>\(
                """
                Me déconnecter efface d’ici les données de cette visite. Pour effacer aussi ce qui \
                est gardé : <a href="/fermer">fermer mon espace</a>.
                """,
                """
                Logging out erases the data of this visit from here. To erase what is kept as \
                well: <a href="/fermer">close my space</a>.
                """)</p></section>
            """
    }

    /// What closing erases and what stays, before it is done.
    package static func leaving(
        _ counts: ClosingCounts, isKept: Bool, publishedEvery hours: Int64, token: String
    ) -> PortalPage {
        let kept: HTML = """
            <li>\(Counted.lines(counts.lines))</li>
            <li>\(Counted.links(counts.links))</li>
            <li>\(Counted.parameters(counts.parameters))</li>
            """
        return PortalPage(
            title: Wording("Fermer mon espace", "Close my space"),
            content: """
                <h2>\("Ce qui sera effacé", "What will be erased")</h2>
                <ul>
                \(isKept ? kept : "")
                <li>\("les données de cette visite", "the data of this visit")</li>
                </ul>
                <h2>\("Ce qui reste", "What remains")</h2>
                <p>\(
                    """
                    D’un justificatif déjà fait, il reste un numéro et une empreinte, sans votre \
                    nom, trois mois au plus : sans eux il ne pourrait plus être annulé ni reconnu. \
                    Si vous vous identifiez de nouveau, ce service en retrouve le type et les jours.
                    """,
                    """
                    Of a justificatif already made, a number and a fingerprint remain, without \
                    your name, for three months at most: without them it could no longer be \
                    cancelled or recognised. If you log in again, this service finds what it is \
                    about and its dates.
                    """)</p>
                <form method="post" action="/fermer">
                <input type="hidden" name="jeton" value="\(token)">
                \(cancelling(counts.proofs, publishedEvery: hours))
                <p>\(
                    """
                    Vous serez aussi déconnecté de FranceConnect. On ne peut pas revenir en \
                    arrière.
                    """,
                    "You will also be logged out of FranceConnect. This cannot be undone.")</p>
                <button>\(
                    "Fermer mon espace et tout effacer", "Close my space and erase everything"
                )</button>
                </form>
                <p><a href="/mon-espace">\("Ne rien effacer", "Do not erase anything")</a></p>
                """)
    }

    private static func cancelling(_ proofs: Int, publishedEvery hours: Int64) -> HTML {
        guard proofs > 0 else {
            return """
                <p>\("Vous n’avez aucun justificatif utilisable.",
                    "You have no justificatif that can still be used.")</p>
                """
        }
        let usable = Counted.usable(proofs)
        let (see, cancel) =
            proofs == 1
            ? (Wording("le voir", "see it"), Wording("L’annuler aussi", "Cancel it too"))
            : (Wording("les voir", "see them"), Wording("Les annuler aussi", "Cancel them too"))
        return """
            <p>\("Vous avez \(usable) :", "You have \(usable):") \
            <a href="/mes-justificatifs">\(see)</a>.</p>
            <p class="choice"><input type="checkbox" name="annuler" id="annuler" value="oui">\
            <label for="annuler">\(cancel)</label></p>
            <p>\(whenRefused(hours))</p>
            """
    }

    /// After a visit; what is kept is not touched.
    package static func goodbye() -> PortalPage {
        PortalPage(
            title: Wording("Vous êtes déconnecté", "You are logged out"),
            content: """
                <p>\(
                    """
                    Les données de votre visite sont effacées d’ici. Les justificatifs que vous \
                    avez emportés restent utilisables jusqu’à leur dernier jour ; vous pouvez \
                    revenir pour les annuler.
                    """,
                    """
                    The data of your visit have been erased from here. The justificatifs you took \
                    away can be used until their last day; you can come back to cancel them.
                    """)</p>
                \(afterwards)
                """)
    }

    /// After a space was closed: what was done, and nothing of whom it was done for.
    package static func receipt(_ receipt: ClosingReceipt) -> PortalPage {
        let counts = receipt.counts
        let provider: HTML =
            receipt.isLoggedOut
            ? """
            \("vous êtes passé par la déconnexion de FranceConnect",
                "you were sent through the FranceConnect logout")
            """
            : """
            \("FranceConnect n’a pas répondu : déconnectez-vous aussi sur son site",
                "FranceConnect did not answer: log out on its website too")
            """
        return PortalPage(
            title: Wording("Votre espace est fermé", "Your space is closed"),
            content: """
                <p>\("Fait le \(receipt.day) :", "Done on \(receipt.day):")</p>
                <ul>
                <li>\(Counted.erasedLines(counts.lines))</li>
                <li>\(Counted.erasedLinks(counts.links))</li>
                <li>\(Counted.erasedParameters(counts.parameters))</li>
                <li>\(fate(receipt))</li>
                <li>\("les données de votre visite effacées", "the data of your visit erased")</li>
                <li>\(provider)</li>
                </ul>
                <p>\(
                    """
                    D’un justificatif il reste un numéro et une empreinte, sans votre nom, trois \
                    mois au plus.
                    """,
                    """
                    Of each justificatif, a number and a fingerprint remain, without your name, \
                    for three months at most.
                    """)</p>
                <p>\(
                    """
                    Ce reçu ne dit pas qui vous êtes. Vous pouvez l’imprimer ; il disparaît avec \
                    cette page.
                    """,
                    """
                    This receipt does not say who you are. You can print it; it disappears with \
                    this page.
                    """)</p>
                \(afterwards)
                """)
    }

    private static func fate(_ receipt: ClosingReceipt) -> Wording {
        switch (receipt.fate, receipt.counts.proofs) {
        case (.cancelled, 1...): Counted.cancelled(receipt.counts.proofs)
        case (.left, 2...):
            Wording(
                "vos justificatifs n’ont pas été annulés : ils restent utilisables jusqu’à leur "
                    + "dernier jour",
                "your justificatifs were not cancelled: they can be used until their last day")
        case (.left, 1):
            Wording(
                "votre justificatif n’a pas été annulé : il reste utilisable jusqu’à son dernier "
                    + "jour",
                "your justificatif was not cancelled: it can be used until its last day")
        case (.cancelled, _), (.left, _):
            Wording(
                "vous n’aviez aucun justificatif utilisable",
                "you had no justificatif that could still be used")
        case (.unknown, _):
            Wording(
                "aucun justificatif n’a été annulé : s’il vous en reste, ils sont utilisables "
                    + "jusqu’à leur dernier jour",
                "no justificatif was cancelled: if you have any left, they can be used until their "
                    + "last day")
        }
    }

    private static let afterwards: HTML = """
        <p>\("Sur un ordinateur partagé, fermez aussi le navigateur.",
            "On a shared computer, close the browser too.")</p>
        <p><a href="/">\("Revenir à l’accueil", "Back to the home page")</a></p>
        """
}
