internal import Explaining
package import PortalRules
internal import Proofs

/// What partners answer (Spec/portal.md 10.4).
extension PortalPage {
    /// Who brought a line, and so what they can do with it.
    package enum Bringer: Sendable {
        /// A form of another site, which comes without our cookie.
        case fromElsewhere
        /// A browser in which nobody is logged in.
        case unknown(LoginForm)
    }

    /// What a partner's line says, and the way to keep it.
    package static func told(_ line: StatusLine, _ bringer: Bringer) -> PortalPage {
        let procedure = line.procedure
        return PortalPage(
            title: Wording("Une réponse à votre demande", "An answer to your request"),
            content: """
                <p><strong>\(procedure.recipient.text)</strong>\(" : ", ": ")\(procedure.title), \
                <strong>\(line.status.words)</strong> (\(line.day)).</p>
                <p>\("Justificatif :", "Justificatif:") \
                <span class="whole">\(line.reference.description)</span>. \
                \("Cette réponse est signée : elle vient bien de l’administration qu’elle nomme.",
                    "This answer is signed: it really comes from the public body it names.")</p>
                \(way(line, bringer))
                """)
    }

    private static func way(_ line: StatusLine, _ bringer: Bringer) -> HTML {
        let brought = (name: "ligne", value: line.text)
        switch bringer {
        case .fromElsewhere:
            return ButtonForm(
                action: "/suivi", label: "\("Garder dans mon espace", "Keep in my space")",
                token: "", fields: [brought]
            ).html
        case .unknown(let login):
            return """
                <p>\("Identifiez-vous : elle sera gardée aussitôt dans votre espace.",
                    "Log in: it will then be kept in your space at once.")</p>
                \(login.html([brought]))
                <p><a href="/">\("Ne pas la garder", "Do not keep it")</a></p>
                """
        }
    }

    /// What was answered about one justificatif, on the page of the space.
    static func following(_ link: ProofLink) -> HTML {
        guard !link.answers.isEmpty else { return "" }
        let items: [HTML] = link.answers.map {
            "<li>\($0.day)\(" : ", ": ")\($0.status.words)</li>"
        }
        return """
            <p>\("Réponses :", "Answers:")</p>
            <ul>
            \(items)
            </ul>
            """
    }
}

extension StatusLine.Status {
    /// Of a request.
    var words: Wording {
        switch self {
        case .received: Wording("demande reçue", "request received")
        case .accepted: Wording("demande acceptée", "request accepted")
        case .missing: Wording("il manque quelque chose", "something is missing")
        }
    }
}
