internal import Explaining
package import PortalRules
internal import Proofs
package import SigningMessages

extension PortalPage {
    /// What was found, and exactly what will be readable: each is accepted or refused by itself.
    package static func data(
        _ outcomes: [DatumOutcome], _ choice: PersonChoice, secondsLeft: Int64,
        _ body: PortalBody, token: String
    ) -> PortalPage {
        let recipient = choice.procedure?.recipient.text ?? "aucun destinataire en particulier"
        let state = choice.state.map { "&etat=\($0.text)" } ?? ""
        let place = choice.procedure.map { "?demarche=\($0.identifier)\(state)" } ?? ""
        let lacks = outcomes.contains {
            switch $0.progress {
            case .missing, .refused: true
            case .readable, .signed, .declined: false
            }
        }
        let waits = outcomes.contains { $0.isReadable }
        let again: HTML = """
            <p><a href="/choisir\(place)">Redemander</a> ce qui manque\
            \(waits ? " ; emportez d’abord ce qui est prêt" : "" as HTML).</p>
            """
        return PortalPage(
            title: "Ce que les administrations ont répondu",
            content: """
                <p>Pour : \(recipient).</p>
                \(outcomes.map { part($0, isOnly: outcomes.count == 1, token) })
                \(outcomes.contains { $0.isWorthAsking } ? again : "")
                <p>\(waits ? "Sans réponse, tout" : "Tout" as HTML) est effacé dans \
                \((secondsLeft + 59) / 60) minutes.</p>
                \(closing(token))
                \(lacks ? paperRoad(body) : "")
                """)
    }

    private static func part(
        _ outcome: DatumOutcome, isOnly: Bool, _ token: String
    ) -> HTML {
        let datum = outcome.datum
        let (state, content): (String, HTML) =
            switch outcome.progress {
            case .missing(let state):
                (state.title, "<p>\(state.words(datum))</p>\n\(otherWay(outcome.contact))")
            case .readable(let readable):
                ("obtenu", decision(readable, outcome, isOnly: isOnly, token))
            case .refused(let refusal):
                (
                    "ne peut pas être établi",
                    """
                    <p>\(refusal.citizen.french)</p>
                    <p>Rien n’a été signé. Code à citer : <code>\(refusal.code)</code></p>
                    """
                )
            case .signed(let reference):
                (
                    "prêt",
                    """
                    <p><a href="/justificatif?numero=\(outcome.number)">Le justificatif \
                    \(reference.description)</a></p>
                    """
                )
            case .declined: ("refusé", "<p>Rien n’a été signé, et cette donnée est effacée.</p>")
            }
        return "<section><h2>\(datum.title) : \(state)</h2>\n\(content)</section>"
    }

    /// Accepter or Refuser; the labels tell several apart.
    private static func decision(
        _ readable: ReadableProof, _ outcome: DatumOutcome, isOnly: Bool, _ token: String
    ) -> HTML {
        let name = isOnly ? "" : " : \(outcome.datum.title)"
        let fields = [(name: "numero", value: String(outcome.number))]
        let accept = ButtonForm(
            action: "/accepter", label: "Accepter et signer\(name)", token: token, fields: fields)
        let refuse = ButtonForm(
            action: "/refuser", label: "Refuser\(name)", token: token, fields: fields,
            isSecond: true)
        return """
            <table><caption>Tout ce qu’un lecteur du code pourra lire\(name)</caption>
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

    /// Why the signing service refuses, in its own words for the citizen.
    package static func refused(
        _ words: String, code: String, _ body: PortalBody, token: String
    ) -> PortalPage {
        PortalPage(
            title: "Ce justificatif ne peut pas être fait",
            content: """
                <p>\(words)</p>
                <p>Rien n’a été signé. Code à citer si vous nous écrivez : <code>\(code)</code></p>
                \(closing(token))
                \(paperRoad(body))
                """)
    }

    /// The justificatif of a number, to be taken away; or to be handed to who asked for it.
    package static func delivered(
        _ proof: DeliveredProof, _ number: Int, of count: Int, _ handBack: HandBack?, token: String
    ) -> PortalPage {
        let query = number == 1 ? "" : "?numero=\(number)"
        let others: HTML =
            count > 1
            ? "<p><a href=\"/donnees\">Voir les autres données demandées</a></p>" : ""
        return PortalPage(
            title: "Votre justificatif est prêt",
            content: """
                \(handBack.map(wayToSend) ?? "")
                <p>Référence : <strong class="whole">\(proof.reference.description)</strong>. \
                Gardez-la : elle désigne ce justificatif si vous demandez son annulation.</p>
                <ul>
                <li><a href="/justificatif.pdf\(query)">La page à imprimer (PDF)</a></li>
                <li><a href="/justificatif.html\(query)">La page pour lecteur d’écran \
                (HTML)</a></li>
                <li><a href="/justificatif.png\(query)">Le code seul (image PNG)</a></li>
                <li><a href="/justificatif.txt\(query)">Le texte du code</a></li>
                </ul>
                <table><caption>Ce qu’il dit</caption><tbody>
                \(rows(proof.readable))
                </tbody></table>
                \(others)
                <p>Nous n’en gardons ni les données ni votre nom lisibles. Ce qui en reste se voit \
                dans <a href="/mon-espace">Mon espace</a>.</p>
                <p><a href="/mes-justificatifs">Mes justificatifs</a></p>
                \(closing(token))
                """)
    }

    /// After Refuser.
    package static func declined(_ body: PortalBody, token: String) -> PortalPage {
        PortalPage(
            title: "Vous avez refusé",
            content: """
                <p>Rien n’a été signé, et vos données sont effacées. Refuser ne vous prive d’aucun \
                droit.</p>
                <p><a href="/">Revenir à l’accueil</a></p>
                \(closing(token))
                \(paperRoad(body))
                """)
    }

    private static func rows(_ readable: ReadableProof) -> [HTML] {
        readable.rows.map {
            "<tr><th scope=\"row\">\($0.title.french)</th><td>\($0.value.french)</td></tr>"
        }
    }
}
