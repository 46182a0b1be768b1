package import Explaining
package import PortalRules
package import Proofs
package import SigningMessages

extension PortalPage {
    /// What was found, and exactly what will be readable: each is accepted or refused by itself.
    ///
    /// `lacksUsageName` says that the person wants a usage name shown and has none.
    package static func data(
        _ outcomes: [DatumOutcome], _ choice: PersonChoice, lacksUsageName: Bool,
        secondsLeft: Int64, now: Instant, _ body: PortalBody, token: String
    ) -> PortalPage {
        let recipient: HTML =
            choice.procedure.map { "\($0.recipient.text)" }
            ?? "\("aucun destinataire en particulier", "nobody in particular")"
        let lacks = outcomes.contains {
            switch $0.progress {
            case .missing, .refused: true
            case .readable, .signed, .declined: false
            }
        }
        let waits = outcomes.contains { $0.isReadable }
        let isEmpty = outcomes.allSatisfy { $0.isWithout }
        let first: HTML = "\(" ; emportez d’abord ce qui est prêt", "; take what is ready first")"
        let again: HTML = """
            <p>\(
                "<a href=\"\(choice.link.address)\">Redemander</a> ce qui manque",
                "<a href=\"\(choice.link.address)\">Ask again</a> for what is missing")\
            \(waits ? first : "").</p>
            """
        let minutes = Counted.minutes((secondsLeft + 59) / 60)
        return PortalPage(
            title: Wording(
                "Ce que les administrations ont répondu", "What the public bodies answered"),
            content: """
                <p>\("Pour : ", "For: ")\(recipient).</p>
                \(lacksUsageName ? noUsageName : "")
                \(outcomes.map { part($0, isOnly: outcomes.count == 1, now: now, token) })
                \(outcomes.contains { $0.needsLogin } ? again : "")
                <p>\(waits
                    ? "\("Sans réponse, tout", "If you do nothing, everything")"
                    : "\("Tout", "Everything")") \
                \("est effacé dans \(minutes).", "will be erased in \(minutes).")</p>
                \(isEmpty ? waysBack(choice.link) : "")
                \(closing(token))
                \(lacks ? paperRoad(body) : "")
                """)
    }

    private static let noUsageName: HTML = """
        <p>\(
            """
            FranceConnect ne nous a donné aucun nom d’usage : votre justificatif n’en montrera pas.
            """,
            """
            FranceConnect gave us no other name that you use: your justificatif will not show one.
            """)</p>
        """

    private static func part(
        _ outcome: DatumOutcome, isOnly: Bool, now: Instant, _ token: String
    ) -> HTML {
        let datum = outcome.datum
        let (state, content): (Wording, HTML) =
            switch outcome.progress {
            case .missing(let state):
                (
                    state.title,
                    """
                    <p>\(state.words(datum, askedAt: outcome.askedAt, now: now))</p>
                    \(askingAgain(outcome, state, token))
                    \(otherWay(outcome.contact))
                    """
                )
            case .readable(let readable):
                (DatumState.obtainedTitle, decision(readable, outcome, isOnly: isOnly, token))
            case .refused(let refusal):
                (
                    Wording("ne peut pas être établi", "cannot be made"),
                    """
                    <p>\(refusal.citizen.asSentence)</p>
                    <p>\("Rien n’a été signé. Code à citer :", "Nothing was signed. Code to quote:")
                    <code>\(refusal.code)</code></p>
                    """
                )
            case .signed(let reference):
                (
                    Wording("prêt", "ready"),
                    """
                    <p><a href="/justificatif?numero=\(outcome.number)">\
                    \("Le justificatif", "The justificatif") \(reference.description)</a></p>
                    """
                )
            case .declined:
                (
                    Wording("refusé", "refused"),
                    """
                    <p>\("Rien n’a été signé, et cette donnée est effacée.",
                        "Nothing was signed, and these data have been erased.")</p>
                    """
                )
            }
        return "<section><h2>\(datum.title)\(" : ", ": ")\(state)</h2>\n\(content)</section>"
    }

    private static func askingAgain(
        _ outcome: DatumOutcome, _ state: DatumState, _ token: String
    ) -> HTML {
        guard state.isWorthAsking else { return "" }
        let way: HTML =
            state == .identifierMissing
            ? "<p><a href=\"/mon-espace\">\("Mon espace", "My space")</a></p>" : ""
        let form = ButtonForm(
            action: "/redemander",
            label: "\("Redemander : ", "Ask again: ")\(outcome.datum.title)", token: token,
            fields: [(name: "numero", value: String(outcome.number))], isSecond: true)
        return "\(way)\n\(form.html)"
    }

    /// Accepter or Refuser; the labels tell several apart.
    private static func decision(
        _ readable: ReadableProof, _ outcome: DatumOutcome, isOnly: Bool, _ token: String
    ) -> HTML {
        let name: HTML = isOnly ? "" : "\(" : ", ": ")\(outcome.datum.title)"
        let fields = [(name: "numero", value: String(outcome.number))]
        let accept = ButtonForm(
            action: "/accepter", label: "\("Accepter et signer", "Accept and sign")\(name)",
            token: token, fields: fields)
        let refuse = ButtonForm(
            action: "/refuser", label: "\("Refuser", "Refuse")\(name)", token: token,
            fields: fields, isSecond: true)
        return """
            <table><caption>\(
                "Tout ce qu’un lecteur du code pourra lire",
                "Everything that anyone who reads the code will see")\(name)</caption>
            <tbody>
            \(rows(readable))
            </tbody></table>
            \(wrongValue(outcome.contact))
            <div class="buttons">
            \(accept.html)
            \(refuse.html)
            </div>
            \(advised(outcome.advice))
            """
    }

    /// Why the signing service refuses, in its own words for the citizen; and the way on, to what
    /// else was asked for, or to who asked.
    package static func refused(
        _ words: Wording, code: String, of count: Int, _ link: DeepLink?, _ body: PortalBody,
        token: String
    ) -> PortalPage {
        PortalPage(
            title: Wording(
                "Ce justificatif ne peut pas être fait", "This justificatif cannot be made"),
            content: """
                <p>\(words.asSentence)</p>
                <p>\("Rien n’a été signé.", "Nothing was signed.") \(quoting(code))</p>
                \(count > 1 ? others : waysBack(link))
                \(closing(token))
                \(paperRoad(body))
                """)
    }

    /// The justificatif of a number, to be taken away; or to be handed to who asked for it.
    package static func delivered(
        _ proof: DeliveredProof, _ number: Int, of count: Int, _ handBack: HandBack?, token: String
    ) -> PortalPage {
        let query = number == 1 ? "" : "?numero=\(number)"
        return PortalPage(
            title: Wording("Votre justificatif est prêt", "Your justificatif is ready"),
            content: """
                <p class="paper"><strong>\(
                    "Cette page n’est pas le justificatif : imprimez le PDF.",
                    "This page is not the justificatif: print the PDF.")</strong></p>
                \(handBack.map { wayToSend($0, token) } ?? "")
                <p>\("Référence :", "Reference:") \
                <strong class="whole">\(proof.reference.description)</strong>. \(
                    """
                    Gardez-la : elle désigne ce justificatif si vous demandez son annulation.
                    """,
                    "Keep it: it identifies this justificatif if you ask for its cancellation.")</p>
                <ul class="files">
                <li><a href="/justificatif.pdf\(query)">\(
                    "La page à imprimer (PDF)", "The page to print (PDF, in French)")</a></li>
                <li><a href="/justificatif.html\(query)">\(
                    "La page pour lecteur d’écran (HTML)",
                    "The page for a screen reader (HTML, in French)")</a></li>
                <li><a href="/justificatif.png\(query)">\(
                    "Le code seul (image PNG)", "The code alone (PNG image)")</a></li>
                <li><a href="/justificatif.txt\(query)">\(
                    "Le texte du code", "The text of the code")</a></li>
                </ul>
                <p>\(
                    """
                    Enregistrez-le ou imprimez-le maintenant : il est effacé d’ici à la fin de \
                    votre visite, et ce service ne peut pas vous le redonner.
                    """,
                    """
                    Save it or print it now: it will be erased from here at the end of your \
                    visit, and this service cannot give it to you again.
                    """)</p>
                <table><caption>\("Ce qu’il dit", "What it says")</caption><tbody>
                \(rows(proof.readable))
                </tbody></table>
                \(count > 1 ? others : "")
                <p>\(
                    """
                    Nous n’en gardons ni les données ni votre nom lisibles. Ce qui en reste se \
                    voit dans <a href="/mon-espace">Mon espace</a>.
                    """,
                    """
                    We keep neither its data nor your name in readable form. What remains of it \
                    can be seen in <a href="/mon-espace">My space</a>.
                    """)</p>
                \(wayToMine)
                \(closing(token))
                """)
    }

    /// After Refuser.
    package static func declined(
        _ link: DeepLink?, _ body: PortalBody, token: String
    ) -> PortalPage {
        PortalPage(
            title: Wording("Vous avez refusé", "You refused"),
            content: """
                <p>\(
                    """
                    Rien n’a été signé, et vos données sont effacées. Refuser ne vous prive \
                    d’aucun droit.
                    """,
                    """
                    Nothing was signed, and your data have been erased. Refusing does not cost you \
                    any right.
                    """)</p>
                \(waysBack(link))
                <p><a href="/">\("Revenir à l’accueil", "Back to the home page")</a></p>
                \(closing(token))
                \(paperRoad(body))
                """)
    }

    private static let others: HTML = """
        <p><a href="/donnees">\("Voir les autres données demandées",
            "See the other data you asked for")</a></p>
        """

    private static func rows(_ readable: ReadableProof) -> [HTML] {
        readable.rows.map { "<tr><th scope=\"row\">\($0.title)</th><td>\($0.value)</td></tr>" }
    }
}
