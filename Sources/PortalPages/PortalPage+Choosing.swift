package import PortalRules
internal import Proofs

extension PortalPage {
    /// The first page: what the service does, and the two ways on.
    package static func home(_ procedures: [Procedure], token: String) -> PortalPage {
        let rows: [HTML] = procedures.map {
            """
            <li><a href="/choisir?demarche=\($0.identifier)">\($0.title)</a>, pour \
            \($0.recipient.text)</li>
            """
        }
        return PortalPage(
            title: "Prouver une seule chose",
            content: """
                <p>Vous choisissez ce que vous voulez prouver, vous vous identifiez avec \
                FranceConnect, vous voyez exactement ce qui sera lisible, et vous décidez. Vous \
                emportez un justificatif à imprimer ou à montrer.</p>
                <h2>Faire un justificatif de quotient familial</h2>
                <ul>
                \(rows)
                <li><a href="/choisir">Pour une autre démarche</a></li>
                </ul>
                <h2>Retrouver ou annuler un justificatif</h2>
                \(ButtonForm(
                    action: "/connexion", label: "S’identifier avec FranceConnect", token: token,
                    fields: [("but", "retrouver")]
                ).html)
                <p><a href="https://franceconnect.gouv.fr/">Qu’est-ce que FranceConnect ?</a></p>
                <p>Si FranceConnect ne vous reconnaît pas, c’est à lui qu’il faut vous adresser : \
                il ne vous renverra pas ici.</p>
                """)
    }

    /// What to state, and for whom; agreed to before anything is asked of anybody.
    package static func choosing(_ procedure: Procedure?, token: String) -> PortalPage {
        let facts: [HTML] = OfferedFact.allCases.filter { $0.isOffered(for: procedure) }.map {
            """
            <p class="choice"><input type="radio" name="fait" id="fait-\($0.rawValue)" \
            value="\($0.rawValue)"\($0 == .value ? " checked" : "" as HTML)>
            <label for="fait-\($0.rawValue)">\($0.words)</label></p>
            """
        }
        let recipient: HTML =
            procedure.map {
                """
                <p>Demandé par <strong>\($0.recipient.text)</strong> pour : \($0.title).</p>
                """
            } ?? "<p>Ce justificatif ne nommera aucun destinataire.</p>"
        return PortalPage(
            title: "Que voulez-vous prouver ?",
            content: """
                \(recipient)
                <form method="post" action="/connexion">
                <input type="hidden" name="jeton" value="\(token)">
                <input type="hidden" name="but" value="faire">
                <input type="hidden" name="demarche" value="\(procedure?.identifier ?? "")">
                <fieldset><legend>Votre quotient familial</legend>
                \(facts)
                </fieldset>
                <p class="choice"><input type="checkbox" name="nom_usage" id="nom_usage" \
                value="oui"><label for="nom_usage">Montrer aussi mon nom d’usage</label></p>
                <h2>Ce que vous acceptez</h2>
                <p>FranceConnect nous dira votre identité. La CAF ou la MSA nous dira votre \
                quotient familial et les noms des allocataires, pour vérifier que c’est bien vous. \
                Rien d’autre n’est demandé. Rien n’est signé avant votre accord sur la page \
                suivante.</p>
                <button>J’accepte et je m’identifie avec FranceConnect</button>
                </form>
                <p><a href="/">Revenir sans rien demander</a></p>
                """)
    }
}

extension OfferedFact {
    fileprivate var words: String {
        switch self {
        case .value: "Sa valeur, en euros"
        case .atMost: "Seulement qu’il ne dépasse pas un plafond du barème publié"
        case .bracket: "Seulement la tranche du barème publié où il se trouve"
        }
    }
}
