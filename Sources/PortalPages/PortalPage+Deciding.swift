internal import Explaining
package import PortalRules
internal import Proofs
package import SigningMessages

extension PortalPage {
    /// What was found, and exactly what will be readable: Refuser or Accepter.
    package static func deciding(
        _ readable: ReadableProof, for recipient: String?, secondsLeft: Int64, token: String
    ) -> PortalPage {
        PortalPage(
            title: "Voici exactement ce qui sera lisible",
            content: """
                <p>Quotient familial : <strong>obtenu</strong> auprès de la CAF ou de la MSA.</p>
                <table><caption>Tout ce qu’un lecteur du code pourra lire</caption>
                <tbody>
                \(rows(readable))
                </tbody></table>
                <p>Pour : \(recipient ?? "aucun destinataire en particulier").</p>
                <p>Une donnée est fausse ? Refusez, et demandez sa correction à votre caisse : \
                nous ne pouvons pas la changer.</p>
                <div class="buttons">
                \(ButtonForm(action: "/accepter", label: "Accepter et signer", token: token).html)
                \(ButtonForm(
                    action: "/refuser", label: "Refuser", token: token, isSecond: true
                ).html)
                </div>
                <p>Sans réponse, tout est effacé dans \((secondsLeft + 59) / 60) minutes.</p>
                """)
    }

    /// Why there is nothing to sign: the state of the datum.
    package static func withoutDatum(
        _ state: DatumState, _ body: PortalBody, token: String
    ) -> PortalPage {
        PortalPage(
            title: "Quotient familial : \(state.name)",
            content: """
                <p>\(state.words)</p>
                \(closing(token))
                \(paperRoad(body))
                """)
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

    /// The justificatif, to be taken away.
    package static func delivered(_ proof: DeliveredProof, token: String) -> PortalPage {
        PortalPage(
            title: "Votre justificatif est prêt",
            content: """
                <p>Référence : <strong>\(proof.reference.description)</strong>. Gardez-la : elle \
                permet de l’annuler.</p>
                <ul>
                <li><a href="/justificatif.pdf">La page à imprimer (PDF)</a></li>
                <li><a href="/justificatif.html">La page pour lecteur d’écran (HTML)</a></li>
                <li><a href="/justificatif.png">Le code seul (image PNG)</a></li>
                <li><a href="/justificatif.txt">Le texte du code</a></li>
                </ul>
                <table><caption>Ce qu’il dit</caption><tbody>
                \(rows(proof.readable))
                </tbody></table>
                <p>Nous n’en gardons ni les données ni votre nom.</p>
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

    static func closing(_ token: String) -> HTML {
        ButtonForm(
            action: "/fermer", label: "Fermer mon espace et tout effacer", token: token,
            isSecond: true
        ).html
    }

    private static func rows(_ readable: ReadableProof) -> [HTML] {
        readable.rows.map {
            "<tr><th scope=\"row\">\($0.title.french)</th><td>\($0.value.french)</td></tr>"
        }
    }
}

extension DatumState {
    fileprivate var name: String {
        switch self {
        case .obtained: "obtenu"
        case .absent: "inexistant"
        case .notIdentified: "non identifié"
        case .notTransmitted: "non transmis"
        case .loginOver: "connexion expirée"
        case .retry: "à redemander"
        }
    }

    fileprivate var words: String {
        switch self {
        case .obtained: "La caisse a répondu."
        case .absent:
            "La CAF et la MSA vous connaissent peut-être, mais n’ont pas de quotient familial pour "
                + "vous. Si vous recevez des prestations, adressez-vous à votre caisse."
        case .notIdentified:
            "Votre identité n’a été retrouvée ni à la CAF ni à la MSA. Cela ne dit rien de vos "
                + "droits."
        case .notTransmitted:
            "La caisse n’a pas transmis cette donnée à notre service. Cela ne veut pas dire "
                + "qu’elle n’existe pas."
        case .loginOver:
            "Votre connexion à FranceConnect a duré trop longtemps. Identifiez-vous de nouveau."
        case .retry(let seconds):
            "La caisse ne peut pas répondre maintenant. Réessayez dans \(seconds) secondes."
        }
    }
}
