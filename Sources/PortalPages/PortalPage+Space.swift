internal import Explaining
internal import Issuing
package import PortalRules
internal import Proofs
internal import Reporting

/// What is kept of a person between two visits (Spec/portal.md 2).
extension PortalPage {
    private static let title = Wording("Mon espace", "My space")

    /// For a person who is not logged in: what is kept here, and the way to see it.
    package static func spaceDoor(isKept: Bool, _ login: LoginForm) -> PortalPage {
        let what: HTML = """
            <p>\(
                """
                Entre deux visites, ce service garde scellé : le journal de ce qui a été échangé à \
                votre sujet, 6 mois ; pour qui vos justificatifs ont été faits, 3 mois ; et, \
                seulement si vous l’avez demandé, les identifiants que vous lui avez confiés, 6 \
                mois.
                """,
                """
                Between two visits, this service keeps, sealed: the journal of what was exchanged \
                about you, for 6 months; for whom your justificatifs were made, for 3 \
                months; and, only if you asked for it, the identifiers that you gave it, for 6 \
                months.
                """)</p>
            <p>\(
                """
                Sans vous, personne ne peut l’ouvrir : ni ce service, ni qui en volerait le \
                fichier.
                """,
                """
                Without you nobody can open it: neither this service, nor anyone who might steal \
                the file.
                """)</p>
            """
        return PortalPage(
            title: title,
            content: """
                \(isKept ? what : nothingKept)
                <h2>\("Voir, emporter ou effacer", "See it, take it away or erase it")</h2>
                \(login.html())
                """)
    }

    /// For a person who is logged in where nothing is kept.
    package static func noSpace(token: String) -> PortalPage {
        PortalPage(
            title: title,
            content: """
                \(nothingKept)
                \(wayToMine)
                \(closing(token))
                """)
    }

    private static let nothingKept: HTML = """
        <p>\(
            """
            Ce service ne garde rien sur vous entre deux visites : ni journal, ni identifiant. Vos \
            justificatifs utilisables se retrouvent quand vous vous identifiez, sans que nous \
            ayons écrit à qui ils sont.
            """,
            """
            This service keeps nothing about you between two visits: no journal, no identifier. \
            The justificatifs you can still use are found again when you log in, although we have \
            not written down whose they are.
            """)</p>
        """

    /// Parameters, journal and links of a person.
    package static func space(_ view: SpaceView, token: String) -> PortalPage {
        PortalPage(
            title: title,
            content: """
                <p>\(
                    """
                    Voici tout ce que ce service garde sur vous entre deux visites. Il le garde \
                    scellé, et ne peut l’ouvrir que pendant que vous êtes identifié.
                    """,
                    """
                    This is everything this service keeps about you between two visits. It is \
                    sealed, and can be opened only while you are logged in.
                    """)</p>
                \(damage(view))
                \(journal(view.journal, token))
                \(links(view.links))
                \(parameters(view.parameters, view.offered, token))
                \(wayToMine)
                \(closing(token))
                """)
    }

    /// For an identifier that cannot be one, or that the person did not ask to have kept.
    package static func parameterNotKept(
        _ parameter: SpaceParameter, token: String
    ) -> PortalPage {
        PortalPage(
            title: Wording("Rien n’a été gardé", "Nothing was kept"),
            content: """
                <p>\(
                    """
                    Pour garder votre \(parameter.name), écrivez-le sans espace, en 3 à 100 \
                    caractères, et cochez la case qui le demande.
                    """,
                    """
                    To have your \(parameter.name) kept, type it without spaces, in 3 to 100 \
                    characters, and tick the box that asks for it.
                    """)</p>
                \(keeping(parameter, token))
                <p><a href="/mon-espace">\("Revenir à mon espace", "Back to my space")</a></p>
                """)
    }

    private static func damage(_ view: SpaceView) -> HTML {
        let count = view.damaged + view.journal.damaged
        guard count > 0 else { return "" }
        let unopened = Counted.unopened(count)
        return """
            <p>\(
                """
                <strong>\(unopened)</strong> : le fichier a été changé. Le reste n’est pas touché \
                ; fermer votre espace efface aussi ce qui ne s’ouvre pas.
                """,
                """
                <strong>\(unopened)</strong>: the file was changed. The rest is not affected; \
                closing your space also erases what cannot be opened.
                """)</p>
            """
    }

    private static func journal(_ journal: Journal, _ token: String) -> HTML {
        let heading: HTML = "<h2>\("Journal", "Journal")</h2>"
        guard !journal.lines.isEmpty else {
            return "\(heading)\n<p>\("Le journal est vide.", "The journal is empty.")</p>"
        }
        let items: [HTML] = journal.lines.map {
            "<li><strong>\(moment($0.at))</strong><br>\($0.html)</li>"
        }
        let erasing = ButtonForm(
            action: "/mon-espace/effacer",
            label: "\("Effacer le journal", "Erase the journal")", token: token,
            fields: [("quoi", "journal")], isSecond: true)
        return """
            \(heading)
            <p>\(
                """
                Qui a échangé quoi à votre sujet, quand, pour qui, avec quelle réponse ; jamais \
                une valeur. Chaque ligne est effacée au bout de 6 mois. Les heures sont celles de \
                Paris.
                """,
                """
                Who exchanged what about you, when, for whom, and with which answer; never a \
                value. Each entry is erased after 6 months. Times are Paris time.
                """)</p>
            <ul class="proofs">
            \(items)
            </ul>
            <p>\("Emporter ce journal :", "Download this journal:")
            <a href="/mon-espace/journal.csv">\("tableau (CSV)", "table (CSV)")</a>,
            <a href="/mon-espace/journal.json">\("données (JSON)", "data (JSON)")</a></p>
            \(erasing.html)
            """
    }

    private static func links(_ links: [ProofLink]) -> HTML {
        let items: [HTML] = links.map {
            """
            <li>\($0.datum.title), \("pour", "for") \
            \(RecipientName.article($0.recipient))<strong>\($0.recipient)</strong>. \
            \("Référence", "Reference") <span class="whole">\($0.reference.description)</span>.\
            \(following($0))</li>
            """
        }
        let list: HTML =
            links.isEmpty
            ? """
            <p>\("Aucun justificatif en cours n’a été fait pour un destinataire.",
                "No justificatif that can still be used was made for a recipient.")</p>
            """
            : """
            <ul class="proofs">
            \(items)
            </ul>
            <p>\("Effacé au dernier jour de chaque justificatif, 3 mois au plus.",
                "Erased on the last day of each justificatif, 3 months at most.")</p>
            """
        return """
            <h2>\("Pour qui vos justificatifs ont été faits",
                "For whom your justificatifs were made")</h2>
            \(list)
            """
    }

    private static func parameters(
        _ kept: [SpaceView.Parameter], _ offered: [SpaceParameter], _ token: String
    ) -> HTML {
        let items: [HTML] = kept.map { kept in
            let erasing = ButtonForm(
                action: "/mon-espace/effacer", label: "\("Effacer", "Erase")", token: token,
                fields: [("quoi", kept.identifier)], isSecond: true)
            return """
                <li>\(kept.parameter.parameter.title)\(" : ", ": ")\
                <strong>\(kept.parameter.value)</strong>, \
                \("gardé jusqu’au \(kept.lastDay) inclus.", "kept until \(kept.lastDay) included.")
                \(erasing.html)</li>
                """
        }
        let list: HTML =
            kept.isEmpty
            ? "<p>\("Aucun identifiant n’est gardé.", "No identifier is kept.")</p>"
            : """
            <ul class="proofs">
            \(items)
            </ul>
            """
        let missing = offered.filter { parameter in
            !kept.contains { $0.parameter.parameter == parameter }
        }
        return """
            <h2>\("Identifiants gardés à votre demande", "Identifiers kept at your request")</h2>
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
        value="oui" required><label for="garder-\(parameter.rawValue)">\(
            """
            Je demande que ce service le garde 6 mois. Je peux l’effacer quand je veux.
            """,
            "I ask this service to keep it for 6 months. I can erase it at any time.")\
        </label></p>
        <button class="second">\("Garder", "Keep")</button>
        </form>
        """
    }

    /// « 29 novembre 2026, 12 h 05 ».
    private static func moment(_ instant: Instant) -> HTML {
        let time = ParisTime(instant)
        let minute = time.minute < 10 ? "0\(time.minute)" : "\(time.minute)"
        let french = ["\(time.hour)", "h", minute].joined(separator: PageSpacing.noBreak)
        return "\(time.day), \("\(french)", "\(time.hour):\(minute)")"
    }
}

extension SpaceParameter {
    /// Its name, as a title.
    fileprivate var title: Wording {
        switch self {
        case .franceTravail:
            Wording("Identifiant France Travail", "France Travail identifier")
        }
    }

    /// Its name in a sentence.
    fileprivate var name: Wording {
        switch self {
        case .franceTravail:
            Wording("identifiant France Travail", "France Travail identifier")
        }
    }
}
