package import PortalRules

/// How the pages of one browser lead to FranceConnect (Spec/portal.md 7.1).
package struct LoginForm: Sendable {
    let token: String
    /// Nil for a button in words.
    let artwork: LoginArtwork?

    package init(token: String, artwork: LoginArtwork?) {
        self.token = token
        self.artwork = artwork
    }

    /// For a person who wants to be found, without asking for anything but what `fields` say.
    func html(_ fields: [(name: String, value: String)] = []) -> HTML {
        """
        <form method="post" action="/connexion">
        \(ButtonForm.hidden([("but", "retrouver")] + fields + [("jeton", token)]))
        \(button("\("S’identifier avec FranceConnect", "Log in with FranceConnect")"))
        </form>
        """
    }

    /// The button, and below it what FranceConnect is.
    ///
    /// A picture is read aloud as what is written on it, in every language of the pages.
    func button(_ words: HTML) -> HTML {
        """
        \(artwork.map(LoginForm.picture) ?? "<button>\(words)</button>")
        <p><a href="https://franceconnect.gouv.fr/">\(
            "Qu’est-ce que FranceConnect ?", "What is FranceConnect?")</a></p>
        """
    }

    private static func picture(_ artwork: LoginArtwork) -> HTML {
        let hover: HTML =
            artwork.hover.map { "<img class=\"hover\" src=\"\($0.address)\" alt=\"\">" } ?? ""
        return """
            <button class="artwork">\(hover)<img src="\(artwork.button.address)" lang="fr" \
            alt="S’identifier avec FranceConnect"></button>
            """
    }
}
