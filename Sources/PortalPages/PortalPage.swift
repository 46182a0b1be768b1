package import Explaining
package import PortalRules

/// A page of the portal, in French and in English, which works without script (Spec/portal.md 2).
package struct PortalPage: Equatable, Sendable {
    package let title: Wording
    package let content: HTML

    /// The whole document; `elsewhere` is the address of the same page in the other language.
    package func document(
        of body: PortalBody, in language: Language, elsewhere: String
    ) -> String {
        let other: HTML =
            switch language {
            case .french: "<a href=\"\(elsewhere)\" lang=\"en\" hreflang=\"en\">English</a>"
            case .english: "<a href=\"\(elsewhere)\" lang=\"fr\" hreflang=\"fr\">Français</a>"
            }
        let document: HTML = """
            <!doctype html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title) - \(body.name)</title>
            <link rel="stylesheet" href="/portail.css">
            </head>
            <body>
            <a class="skip" href="#contenu">\("Aller au contenu", "Skip to content")</a>
            <header><p>\(body.name)</p>
            <p class="ways"><a href="/">\("Accueil", "Home")</a> \(other)</p></header>
            <main id="contenu" tabindex="-1">
            <h1>\(title)</h1>
            \(content)
            </main>
            <footer><p>\(
                """
                Ce service est facultatif. Vos données restent ici 15 minutes au plus, puis sont \
                effacées. Ce qui est gardé plus longtemps se voit et s’efface dans \
                <a href="/mon-espace">Mon espace</a>.
                """,
                """
                This service is optional. Your data stay here for 15 minutes at most and are then \
                erased. Anything kept longer can be seen and erased in \
                <a href="/mon-espace">My space</a>.
                """)</p>
            <p>\("Une question :", "Any questions:") \(body.name), \(body.contact)</p>
            \(PortalPage.legal(body.pages))</footer>
            </body>
            </html>

            """
        return document.text(language)
    }

    /// What a public service owes everybody; nothing of what the body has not named.
    private static func legal(_ pages: LegalPages) -> HTML {
        let accessibility: HTML? = pages.accessibility.map {
            """
            <a href="\($0.address)">\("Accessibilité :", "Accessibility:") \
            \($0.conformity.words)</a>
            """
        }
        let notices: HTML? = pages.legal.map {
            "<a href=\"\($0)\">\("Mentions légales", "Legal notices")</a>"
        }
        let personal: HTML? = pages.personalData.map {
            "<a href=\"\($0)\">\("Données personnelles", "Personal data")</a>"
        }
        let links = [accessibility, notices, personal].compactMap { $0 }
        return links.isEmpty ? "" : "<p class=\"legal\">\(links)</p>"
    }

    /// What every page of a failure ends with: a person is never left without a way.
    static func paperRoad(_ body: PortalBody) -> HTML {
        """
        <h2>\("Autrement, sur papier", "Another way, on paper")</h2>
        <p>\(
            """
            Vous pouvez toujours donner une attestation sur papier : demandez-la à l’organisme qui \
            tient votre dossier, sur son site, par téléphone ou à l’accueil. Aucune administration \
            ne peut exiger que vous passiez par ce service.
            """,
            """
            You can always give a statement on paper: ask the body that holds your file for it, on \
            its website, by telephone or in person. No public office can require you to use this \
            service.
            """)</p>
        <p>\(body.name)\(" : ", ": ")\(body.contact)</p>
        """
    }
}

/// A form of one button; its token proves that it came from one of our pages.
struct ButtonForm {
    let action: String
    let label: HTML
    let token: String
    var fields: [(name: String, value: String)] = []
    var isSecond = false

    var html: HTML {
        """
        <form method="post" action="\(action)">
        \(ButtonForm.hidden(fields + [("jeton", token)]))
        <button\(isSecond ? " class=\"second\"" : "" as HTML)>\(label)</button>
        </form>
        """
    }

    /// What a form says besides what a person fills in.
    static func hidden(_ fields: [(name: String, value: String)]) -> [HTML] {
        fields.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" }
    }
}

extension LegalPages.Conformity {
    /// The words of the RGAA, which a declaration uses as they are.
    fileprivate var words: Wording {
        switch self {
        case .none: Wording("non conforme", "not compliant")
        case .partial: Wording("partiellement conforme", "partially compliant")
        case .full: Wording("totalement conforme", "fully compliant")
        }
    }
}
