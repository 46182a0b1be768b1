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
                    "This justificatif will name no recipient.")</p>
                """
        }
        let recipient = procedure.recipient.text
        let asked: HTML = """
            <p>\("Demandé par", "Asked for by") <strong>\(recipient)</strong>\
            \(" pour : ", " for: ")\(procedure.title).</p>
            """
        guard let partner = procedure.partner else { return asked }
        return """
            \(asked)
            <p>\(partner.wording)</p>
            <dl>
            <dt>\("Qui demande", "Who asks")</dt>
            <dd>\(recipient), SIRET \(partner.siret.text)</dd>
            <dt>\("Sur quel fondement", "On what ground")</dt><dd>\(partner.legalBasis)</dd>
            <dt>\("Ce que ce justificatif ne remplace pas",
                "What this justificatif does not replace")</dt><dd>\(partner.notGoodFor)</dd>
            </dl>
            <p>\(
                """
                Ce qui est coché est une proposition : vous décidez. Si vous refusez ou \
                abandonnez, \(recipient) n’en saura rien.
                """,
                """
                What is ticked is a proposal: you decide. If you refuse or leave, \(recipient) \
                will not know of it.
                """)</p>
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
                    Votre navigateur remettra lui-même \(towards(handBack)) \(what), que vous \
                    avez lu et accepté, et rien d’autre.
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
                    "Do not send it, back to my justificatif")</a></p>
                """)
    }

    private static func sendingTitle(_ handBack: HandBack) -> Wording {
        handBack.count == 1
            ? Wording("Remettre \(towards(handBack))", "Hand it to \(handBack.recipient)")
            : Wording(
                "Remettre ces \(handBack.count) justificatifs \(towards(handBack))",
                "Hand these \(handBack.count) justificatifs to \(handBack.recipient)")
    }

    /// « à la Ville de Lille »: most partners are named by one of these words.
    private static func towards(_ handBack: HandBack) -> String {
        let name = handBack.recipient
        return switch name.prefix(while: { $0 != " " }) {
        case "Ville", "Commune", "Mairie", "Métropole", "Communauté", "Région", "Caisse":
            "à la \(name)"
        case "Département", "Centre", "CCAS": "au \(name)"
        default: "à \(name)"
        }
    }
}
