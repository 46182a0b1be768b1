internal import Explaining
package import PortalRules
internal import Proofs

extension PortalPage {
    /// The first page: what the service does, and the two ways on.
    ///
    /// `hasVisit` says that the person is logged in: another login would end that visit.
    package static func home(
        _ procedures: [Procedure], _ login: LoginForm, hasVisit: Bool
    ) -> PortalPage {
        let rows: [HTML] = procedures.map {
            """
            <li><a href="/choisir?demarche=\($0.identifier)">\($0.title)</a>, \("pour", "for") \
            \(RecipientName.article($0.recipient.text))\($0.recipient.text)</li>
            """
        }
        return PortalPage(
            title: Wording("Prouver une seule chose", "Prove just one thing"),
            content: """
                <p>\(
                    """
                    Vous choisissez ce que vous voulez prouver, vous vous identifiez avec \
                    FranceConnect, vous voyez exactement ce qui sera lisible, et vous décidez. \
                    Vous emportez un justificatif à imprimer ou à montrer.
                    """,
                    """
                    You choose what you want to prove, log in with FranceConnect, see exactly what \
                    will be readable, and decide. You take away a justificatif: a proof of that \
                    one thing, to print or to show.
                    """)</p>
                <h2>\("Faire un justificatif", "Make a justificatif")</h2>
                <ul>
                \(rows)
                <li><a href="/choisir">\("Pour une autre démarche", "For anything else")</a></li>
                </ul>
                \(hasVisit ? endingVisit : "")
                <h2>\(
                    "Voir ou annuler mes justificatifs", "See or cancel my justificatifs")</h2>
                \(hasVisit ? present(login.token) : finding(login))
                """)
    }

    private static func finding(_ login: LoginForm) -> HTML {
        """
        \(login.html())
        <p>\(
            """
            Si FranceConnect ne vous reconnaît pas, c’est à lui qu’il faut vous adresser : il ne \
            vous renverra pas ici.
            """,
            """
            If FranceConnect does not recognise you, contact FranceConnect: it will not send you \
            back here.
            """)</p>
        """
    }

    private static let endingVisit: HTML = """
        <p>\(
            """
            Vous êtes identifié. Une nouvelle demande met fin à votre visite en cours et efface ce \
            qu’elle a obtenu.
            """,
            """
            You are logged in. A new request ends your current visit, and erases what that one \
            obtained.
            """)</p>
        """

    private static func present(_ token: String) -> HTML {
        """
        \(wayToMine)
        \(PortalFailure.presentVisit)
        \(closing(token))
        """
    }

    /// What to state, and for whom; agreed to before anything is asked of anybody.
    ///
    /// `empty` is a choice of nothing, which the form is shown again for.
    package static func choosing(
        _ procedure: Procedure?, _ state: PartnerState?, _ settings: PortalSettings,
        _ login: LoginForm, after empty: PersonChoice? = nil
    ) -> PortalPage {
        let facts = settings.facts(for: procedure)
        let data = Datum.allCases.filter { datum in facts.contains { $0.datum == datum } }
        // What a procedure asks for is proposed, and so is the only thing there is.
        let isProposed = empty == nil && (procedure?.facts != nil || data.count == 1)
        let groups = data.map { datum in
            group(
                datum, facts.filter { $0.datum == datum }, procedure?.scale,
                isProposed: isProposed)
        }
        let usageName: HTML = """
            <p class="choice"><input type="checkbox" name="nom_usage" id="nom_usage" value="oui"\
            \(empty?.showsUsageName == true ? " checked" : "" as HTML)>\
            <label for="nom_usage">\(
                "Montrer aussi mon nom d’usage", "Also show the name I use")</label></p>
            """
        return PortalPage(
            title: Wording("Que voulez-vous prouver ?", "What do you want to prove?"),
            content: """
                \(empty == nil ? "" : nothingChosen)
                \(asking(procedure))
                <form method="post" action="/connexion">
                <input type="hidden" name="jeton" value="\(login.token)">
                <input type="hidden" name="but" value="faire">
                <input type="hidden" name="demarche" value="\(procedure?.identifier ?? "")">
                <input type="hidden" name="etat" value="\(state?.text ?? "")">
                \(groups)
                \(settings.offersUsageName ? usageName : "")
                <h2>\("Ce que vous acceptez", "What you agree to")</h2>
                <p>\(identity(settings.offersUsageName))</p>
                <p>\(
                    """
                    Seules les données que vous avez cochées sont demandées, une fois. Rien n’est \
                    signé avant votre accord sur la page suivante.
                    """,
                    """
                    Only the data you have ticked are asked for, once. Nothing is signed until you \
                    agree on the next page.
                    """)</p>
                \(login.artwork == nil ? "" : agreeing)
                \(login.button(
                    """
                    \("J’accepte et je m’identifie avec FranceConnect",
                        "I agree, and log in with FranceConnect")
                    """))
                </form>
                \(goingBack(procedure))
                """)
    }

    /// What `identite_pivot` is, and the usage name if the portal may ask for it.
    private static func identity(_ hasUsageName: Bool) -> Wording {
        let usage =
            hasUsageName
            ? Wording(
                ", et votre nom d’usage si vous en avez un",
                ", and the name you use if you have one")
            : Wording("", "")
        return Wording(
            "FranceConnect nous dira votre nom de naissance, vos prénoms, votre sexe, la date, le "
                + "lieu et le pays de votre naissance\(usage.french).",
            "FranceConnect will tell us your birth name, your given names, your sex, the date, "
                + "place and country of your birth\(usage.english).")
    }

    private static let nothingChosen: HTML = """
        <p role="alert"><strong>\("Vous n’avez rien choisi.", "You did not choose anything.")\
        </strong> \(
            "Choisissez au moins une donnée, ou revenez sans rien demander.",
            "Choose at least one of the data, or go back without asking for anything.")</p>
        """

    /// Beside a button whose picture has no room for it.
    private static let agreeing: HTML = """
        <p>\("En vous identifiant, vous l’acceptez.", "By logging in, you agree to this.")</p>
        """

    /// The ways to state one datum, of which one may be chosen, or none.
    private static func group(
        _ datum: Datum, _ facts: [OfferedFact], _ scale: PublishedScale?, isProposed: Bool
    ) -> HTML {
        let asked = datum.asked(for: facts)
        let none = choice(
            datum, "", Wording("Ne pas le demander", "Do not ask for it"), isChecked: !isProposed)
        let choices = facts.map {
            choice(datum, $0.rawValue, $0.words(scale), isChecked: isProposed && $0 == facts.first)
        }
        return """
            <fieldset><legend>\(datum.title)</legend>
            \(choices + [none])
            <p>\(
                "Si vous le demandez, \(datum.holder) nous dira \(asked).",
                "If you ask for it, \(datum.holder) will tell us \(asked).")</p>
            </fieldset>
            """
    }

    private static func choice(
        _ datum: Datum, _ value: String, _ words: Wording, isChecked: Bool
    ) -> HTML {
        """
        <p class="choice"><input type="radio" name="\(datum.rawValue)" \
        id="\(datum.rawValue)-\(value)" value="\(value)"\(isChecked ? " checked" : "" as HTML)>
        <label for="\(datum.rawValue)-\(value)">\(words)</label></p>
        """
    }
}
