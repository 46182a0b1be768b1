package import PortalRules

/// A page of the portal, in French, which works without script (Spec/portal.md 2).
package struct PortalPage: Equatable, Sendable {
    package let title: String
    package let content: HTML

    /// The whole document; `form` proves that what it sends came from one of our pages.
    package func document(of body: PortalBody) -> String {
        let document: HTML = """
            <!doctype html>
            <html lang="fr">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title) - \(body.name)</title>
            <link rel="stylesheet" href="/portail.css">
            </head>
            <body>
            <a class="skip" href="#contenu">Aller au contenu</a>
            <header><p>\(body.name)</p><p><a href="/">Accueil</a></p></header>
            <main id="contenu" tabindex="-1">
            <h1>\(title)</h1>
            \(content)
            </main>
            <footer><p>Ce service est facultatif. Vos données restent ici 15 minutes au plus, puis \
            sont effacées. Ce qui est gardé plus longtemps se voit et s’efface dans \
            <a href="/mon-espace">Mon espace</a>.</p>
            <p>Une question : \(body.name), \(body.contact)</p></footer>
            </body>
            </html>

            """
        return document.text
    }

    /// What every page of a failure ends with: a person is never left without a way.
    static func paperRoad(_ body: PortalBody) -> HTML {
        """
        <h2>Autrement, sur papier</h2>
        <p>Vous pouvez toujours donner une attestation sur papier : demandez-la à votre caisse, \
        sur son site, par téléphone ou à l’accueil. Aucune administration ne peut exiger que vous \
        passiez par ce service.</p>
        <p>\(body.name) : \(body.contact)</p>
        """
    }
}

/// A form of one button; its token proves that it came from one of our pages.
struct ButtonForm {
    let action: String
    let label: String
    let token: String
    var fields: [(name: String, value: String)] = []
    var isSecond = false

    var html: HTML {
        let hidden: [HTML] = (fields + [("jeton", token)]).map {
            "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\">"
        }
        return """
            <form method="post" action="\(action)">
            \(hidden)
            <button\(isSecond ? " class=\"second\"" : "" as HTML)>\(label)</button>
            </form>
            """
    }
}
