package import PortalRules
internal import Proofs
internal import Reporting

/// What is kept of a person between two visits (Spec/portal.md 2).
extension PortalPage {
    private static let title = "Mon espace"

    /// For a person who is not logged in: what is kept here, and the way to see it.
    package static func spaceDoor(isKept: Bool, token: String) -> PortalPage {
        let what: HTML =
            isKept
            ? """
            <p>Entre deux visites, ce service garde scellé : le journal de ce qui a été échangé à \
            votre sujet, 6 mois ; pour qui vos justificatifs ont été faits, 3 mois ; et, seulement \
            si vous l’avez demandé, les identifiants que vous lui avez confiés, 6 mois.</p>
            <p>Sans vous, personne ne peut l’ouvrir : ni ce service, ni qui en volerait le \
            fichier.</p>
            """ : nothingKept
        return PortalPage(
            title: title,
            content: """
                \(what)
                <h2>Voir, emporter ou effacer</h2>
                \(ButtonForm(
                    action: "/connexion", label: "S’identifier avec FranceConnect", token: token,
                    fields: [("but", "retrouver")]
                ).html)
                """)
    }

    /// For a person who is logged in where nothing is kept.
    package static func noSpace(token: String) -> PortalPage {
        PortalPage(
            title: title,
            content: """
                \(nothingKept)
                <p><a href="/mes-justificatifs">Mes justificatifs</a></p>
                \(closing(token))
                """)
    }

    private static let nothingKept: HTML = """
        <p>Ce service ne garde rien sur vous entre deux visites : ni journal, ni identifiant. Vos \
        justificatifs utilisables se retrouvent quand vous vous identifiez, sans que nous ayons \
        écrit à qui ils sont.</p>
        """

    /// Parameters, journal and links of a person.
    package static func space(_ view: SpaceView, token: String) -> PortalPage {
        PortalPage(
            title: title,
            content: """
                <p>Voici tout ce que ce service garde sur vous entre deux visites. Il le garde \
                scellé, et ne peut l’ouvrir que pendant que vous êtes identifié.</p>
                \(damage(view))
                \(journal(view.journal, token))
                \(links(view.links))
                \(parameters(view.parameters, token))
                <p><a href="/mes-justificatifs">Mes justificatifs</a></p>
                \(closing(token))
                """)
    }

    /// For an identifier that cannot be one, or that the person did not ask to have kept.
    package static func parameterNotKept(
        _ parameter: SpaceParameter, token: String
    ) -> PortalPage {
        PortalPage(
            title: "Rien n’a été gardé",
            content: """
                <p>Pour garder votre \(parameter.french), écrivez-le sans espace, en 3 à 100 \
                caractères, et cochez la case qui le demande.</p>
                \(keeping(parameter, token))
                <p><a href="/mon-espace">Revenir à mon espace</a></p>
                """)
    }

    private static func damage(_ view: SpaceView) -> HTML {
        let count = view.damaged + view.journal.damaged
        guard count > 0 else { return "" }
        return """
            <p><strong>\(count) \(count == 1 ? "élément ne s’ouvre" : "éléments ne s’ouvrent") \
            pas</strong> : le fichier a été changé. Le reste n’est pas touché ; fermer votre \
            espace efface aussi ce qui ne s’ouvre pas.</p>
            """
    }

    private static func journal(_ journal: Journal, _ token: String) -> HTML {
        guard !journal.lines.isEmpty else {
            return "<h2>Journal</h2>\n<p>Le journal est vide.</p>"
        }
        let items: [HTML] = journal.lines.map {
            "<li><strong>\(moment($0.at))</strong><br>\($0.french)</li>"
        }
        return """
            <h2>Journal</h2>
            <p>Qui a échangé quoi à votre sujet, quand, pour qui, avec quelle réponse ; jamais une \
            valeur. Chaque ligne est effacée au bout de 6 mois. Les heures sont en temps \
            universel.</p>
            <ul class="proofs">
            \(items)
            </ul>
            <p>Emporter ce journal : <a href="/mon-espace/journal.csv">tableau (CSV)</a>, \
            <a href="/mon-espace/journal.json">données (JSON)</a></p>
            \(ButtonForm(
                action: "/mon-espace/effacer", label: "Effacer le journal", token: token,
                fields: [("quoi", "journal")], isSecond: true
            ).html)
            """
    }

    private static func links(_ links: [ProofLink]) -> HTML {
        let items: [HTML] = links.map {
            """
            <li>\($0.kind.french), pour <strong>\($0.recipient)</strong>. Référence \
            <span class="whole">\($0.reference.description)</span></li>
            """
        }
        let list: HTML =
            links.isEmpty
            ? "<p>Aucun justificatif en cours n’a été fait pour un destinataire.</p>"
            : """
            <ul class="proofs">
            \(items)
            </ul>
            <p>Effacé au dernier jour de chaque justificatif, 3 mois au plus.</p>
            """
        return "<h2>Pour qui vos justificatifs ont été faits</h2>\n\(list)"
    }

    private static func parameters(_ kept: [SpaceView.Parameter], _ token: String) -> HTML {
        let items: [HTML] = kept.map { kept in
            """
            <li>\(kept.parameter.parameter.title) : <strong>\(kept.parameter.value)</strong>, \
            gardé jusqu’au \(words(kept.lastDay)) inclus.
            \(ButtonForm(
                action: "/mon-espace/effacer", label: "Effacer", token: token,
                fields: [("quoi", kept.identifier)], isSecond: true
            ).html)</li>
            """
        }
        let list: HTML =
            kept.isEmpty
            ? "<p>Aucun identifiant n’est gardé.</p>"
            : """
            <ul class="proofs">
            \(items)
            </ul>
            """
        let missing = SpaceParameter.allCases.filter { parameter in
            !kept.contains { $0.parameter.parameter == parameter }
        }
        return """
            <h2>Identifiants gardés à votre demande</h2>
            \(list)
            \(missing.map { keeping($0, token) })
            """
    }

    /// Nothing is kept unless the box is ticked: it is not ticked beforehand.
    private static func keeping(_ parameter: SpaceParameter, _ token: String) -> HTML {
        """
        <form method="post" action="/mon-espace/garder">
        <input type="hidden" name="jeton" value="\(token)">
        <input type="hidden" name="parametre" value="\(parameter.rawValue)">
        <p><label for="valeur-\(parameter.rawValue)">\(parameter.title)</label>
        <input class="field" id="valeur-\(parameter.rawValue)" name="valeur" type="text" \
        autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="100" required></p>
        <p class="choice"><input type="checkbox" name="garder" id="garder-\(parameter.rawValue)" \
        value="oui" required><label for="garder-\(parameter.rawValue)">Je demande que ce service \
        le garde 6 mois. Je peux l’effacer quand je veux.</label></p>
        <button class="second">Garder</button>
        </form>
        """
    }

    /// « 29 novembre 2026, 12 h 05 ».
    private static func moment(_ instant: Instant) -> String {
        let minutes = (instant.seconds - instant.day.start.seconds) / 60
        let (hour, minute) = (minutes / 60, minutes % 60)
        return "\(words(instant.day)), \(hour) h \(minute < 10 ? "0" : "")\(minute)"
    }
}

extension SpaceParameter {
    fileprivate var title: String {
        switch self {
        case .franceTravail: "Identifiant France Travail"
        }
    }

    fileprivate var french: String {
        switch self {
        case .franceTravail: "identifiant France Travail"
        }
    }
}
