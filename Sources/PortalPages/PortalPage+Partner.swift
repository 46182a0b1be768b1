internal import Explaining
package import PortalRules
internal import Proofs
internal import WebRules

extension PortalPage {
    /// Who asks, why and on what ground; or that nobody does.
    static func asking(_ procedure: Procedure?) -> HTML {
        guard let procedure else {
            return """
                <p>\("Ce justificatif ne nommera aucun destinataire.",
                    "This justificatif will not name a recipient.")</p>
                """
        }
        let recipient = procedure.recipient.text
        let asked: HTML = """
            <p>\("Demandé par", "Asked for by") \
            \(RecipientName.article(recipient))<strong>\(recipient)</strong>\
            \(" pour : ", " for: ")\(procedure.title).</p>
            """
        guard let partner = procedure.partner else { return asked }
        return """
            \(asked)
            <p>\(partner.wording)</p>
            <dl>
            <dt>\("Qui demande", "Who asks")</dt>
            <dd>\(recipient), SIRET \(partner.siret.grouped)</dd>
            <dt>\("Sur quel fondement", "On what legal basis")</dt><dd>\(partner.legalBasis)</dd>
            <dt>\("Ce que ce justificatif ne remplace pas",
                "What this justificatif does not replace")</dt><dd>\(partner.notGoodFor)</dd>
            </dl>
            <p>\(
                """
                Ce qui est coché est une proposition : vous décidez. Si vous refusez ou \
                abandonnez, \(RecipientName.spoken(recipient)) n’en saura rien.
                """,
                """
                What is ticked is only a suggestion: you decide. If you refuse or leave, \
                \(recipient) will not know.
                """)</p>
            """
    }

    /// Back to who asked, or to the first page, before anything was asked of anybody.
    static func goingBack(_ procedure: Procedure?) -> HTML {
        guard let procedure, let form = procedure.partner?.form else {
            return """
                <p><a href="/">\(
                    "Revenir sans rien demander", "Go back without asking for anything")</a></p>
                """
        }
        let recipient = procedure.recipient.text
        return """
            <p><a href="\(form.text)">\(
                "Revenir \(RecipientName.towards(recipient)) sans rien demander",
                "Go back to \(recipient) without asking for anything")</a></p>
            """
    }

    /// The partner's own form, where there is another way; nothing if its address is not known.
    ///
    /// The same link whatever became of the request, and no referrer: it tells the partner nothing
    /// (Spec/portal.md 10.5).
    static func wayToPartner(_ procedure: Procedure) -> HTML {
        guard let form = procedure.partner?.form else { return "" }
        let recipient = procedure.recipient.text
        return """
            <p><a href="\(form.text)">\(
                "Revenir \(RecipientName.towards(recipient))", "Go back to \(recipient)")</a>\(
                " : son formulaire offre une autre voie, et rien de ceci ne lui est dit.",
                ": its form offers another way, and it is told nothing of this.")</p>
            """
    }

    /// The way to the page that sends, on the page of a justificatif that is ready.
    static func wayToSend(_ handBack: HandBack, _ token: String) -> HTML {
        ButtonForm(
            action: "/envoyer", label: "\(sendingTitle(handBack))", token: token
        ).html
    }

    /// What will be sent to a partner, and the one form that sends it.
    package static func sending(_ handBack: HandBack) -> PortalPage {
        let fields: [HTML] = handBack.fields.map {
            "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">"
        }
        let count = handBack.count
        let what =
            count == 1
            ? Wording("le texte de votre justificatif", "the text of your justificatif")
            : Wording(
                "les textes de vos \(count) justificatifs",
                "the texts of your \(count) justificatifs")
        return PortalPage(
            title: sendingTitle(handBack),
            content: """
                <p>\(
                    """
                    Votre navigateur remettra lui-même \
                    \(RecipientName.towards(handBack.recipient)) \(what), que vous avez lu et \
                    accepté, et rien d’autre.
                    """,
                    """
                    Your own browser will hand \(handBack.recipient) \(what), which you have \
                    read and accepted, and nothing else.
                    """)</p>
                <p>\("Adresse :", "Address:") \(handBack.address.origin)</p>
                <form method="post" action="\(handBack.address.text)">
                \(fields)
                <button>\("Envoyer", "Send")</button>
                </form>
                <p><a href="/justificatif">\(
                    "Ne pas envoyer, revenir à mon justificatif",
                    "Do not send it, go back to my justificatif")</a></p>
                """)
    }

    private static func sendingTitle(_ handBack: HandBack) -> Wording {
        let towards = RecipientName.towards(handBack.recipient)
        return handBack.count == 1
            ? Wording("Remettre \(towards)", "Hand it to \(handBack.recipient)")
            : Wording(
                "Remettre ces \(handBack.count) justificatifs \(towards)",
                "Hand these \(handBack.count) justificatifs to \(handBack.recipient)")
    }
}
