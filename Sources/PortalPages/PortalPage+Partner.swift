package import PortalRules
internal import Proofs
internal import WebRules

extension PortalPage {
    /// Who asks, why and on what ground; or that nobody does.
    static func asking(_ procedure: Procedure?) -> HTML {
        guard let procedure else {
            return "<p>Ce justificatif ne nommera aucun destinataire.</p>"
        }
        let asked: HTML = """
            <p>Demandé par <strong>\(procedure.recipient.text)</strong> pour : \
            \(procedure.title).</p>
            """
        guard let partner = procedure.partner else { return asked }
        return """
            \(asked)
            <p>\(partner.wording)</p>
            <dl>
            <dt>Qui demande</dt><dd>\(procedure.recipient.text), SIRET \(partner.siret.text)</dd>
            <dt>Sur quel fondement</dt><dd>\(partner.legalBasis)</dd>
            <dt>Ce que ce justificatif ne remplace pas</dt><dd>\(partner.notGoodFor)</dd>
            </dl>
            <p>Ce qui est coché est une proposition : vous décidez. Si vous refusez ou \
            abandonnez, \(procedure.recipient.text) n’en saura rien.</p>
            """
    }

    /// The way to the page that sends, on the page of a justificatif that is ready.
    static func wayToSend(_ handBack: HandBack) -> HTML {
        """
        <p><a class="button" href="/envoyer">Envoyer \(towards(handBack))</a></p>
        """
    }

    /// What will be sent to a partner, and the one form that sends it.
    package static func sending(_ handBack: HandBack) -> PortalPage {
        let fields: [HTML] = handBack.fields.map {
            "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">"
        }
        return PortalPage(
            title: "Envoyer \(towards(handBack))",
            content: """
                <p>Votre navigateur remettra lui-même \(towards(handBack)) le texte de votre \
                justificatif, que vous avez lu et accepté, et rien d’autre.</p>
                <p>Adresse : \(handBack.address.origin)</p>
                <form method="post" action="\(handBack.address.text)">
                \(fields)
                <button>Envoyer \(towards(handBack))</button>
                </form>
                <p><a href="/justificatif">Ne pas envoyer, revenir à mon justificatif</a></p>
                """)
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
