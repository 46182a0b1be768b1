internal import Explaining
internal import Issuing
package import PortalRules
internal import Proofs
package import SigningMessages

extension PortalPage {
    /// The person's own justificatifs that can still be used, or were cancelled.
    ///
    /// `known` says for whom some were made; lists are published every so many hours.
    package static func mine(
        _ proofs: [HolderProof], _ known: KnownProofs, publishedEvery hours: Int64, token: String
    ) -> PortalPage {
        let items: [HTML] = proofs.map {
            """
            <li><strong>\(title($0, known))</strong>\(recipient($0, known))\(
                ", établi le \($0.issued), utilisable jusqu’au \($0.lastDay) inclus. Référence :",
                ", made on \($0.issued), can be used until \($0.lastDay) included. Reference:") \
            <span class="whole">\($0.reference.description)</span>.
            \(state($0, publishedEvery: hours, token))</li>
            """
        }
        let list: HTML =
            proofs.isEmpty
            ? """
            <p>\("Vous n’avez aucun justificatif utilisable en ce moment.",
                "You have no justificatif that can be used at the moment.")</p>
            """
            : """
            <ul class="proofs">
            \(items)
            </ul>
            """
        return PortalPage(
            title: Wording("Mes justificatifs", "My justificatifs"),
            content: """
                \(list)
                \(proofs.count { $0.cancelled == nil } > 1 ? cancellingAll(token) : "")
                \(proofs.isEmpty ? "" : "<p>\(whenRefused(hours))</p>" as HTML)
                <p>\("Nous ne gardons pas ce qu’ils disent.", "We do not keep what they say.")</p>
                <p><a href="/">\(
                    "Faire un autre justificatif", "Make another justificatif")</a></p>
                \(closing(token))
                """)
    }

    /// A failure of a login, a form or a service; its code is for a person who asks for help.
    ///
    /// With a form a person whose session is over can log in at once; one who has a visit is led
    /// back to it where it goes on.
    package static func failure(
        _ failure: PortalFailure, _ body: PortalBody, _ login: LoginForm? = nil,
        hasVisit: Bool = false
    ) -> PortalPage {
        PortalPage(
            title: failure.title,
            content: """
                <p>\("Ce qui s’est passé :", "What happened:") \(failure.explanation.words).</p>
                <p>\(failure.consequence)</p>
                <p>\(quoting(failure.code))</p>
                \(failure.wayOn(hasVisit: hasVisit))
                \(login.map { failure.login($0) } ?? "")
                <p><a href="/">\("Recommencer", "Start again")</a></p>
                \(paperRoad(body))
                """)
    }

    /// The code of a failure, by which a person who is asked for help finds it.
    static func quoting(_ code: String) -> HTML {
        """
        \("Code à citer si vous nous écrivez :", "Code to quote if you write to us:") \
        <code>\(code)</code>
        """
    }

    static let wayToMine: HTML = """
        <p><a href="/mes-justificatifs">\("Mes justificatifs", "My justificatifs")</a></p>
        """

    private static func title(_ proof: HolderProof, _ known: KnownProofs) -> Wording {
        known.datum(of: proof.reference, proof.kind)?.title ?? proof.kind.title
    }

    private static func recipient(_ proof: HolderProof, _ known: KnownProofs) -> HTML {
        guard let recipient = known.recipient(of: proof.reference) else { return "" }
        let article = RecipientName.article(recipient)
        return "\(", pour ", ", for ")\(article)<strong>\(recipient)</strong>"
    }

    /// For two or more that can still be used, with the same box before the button.
    private static func cancellingAll(_ token: String) -> HTML {
        """
        <form method="post" action="/annuler">
        <input type="hidden" name="tous" value="oui">
        <input type="hidden" name="jeton" value="\(token)">
        <p class="choice"><input type="checkbox" name="accepter" value="oui" id="sur-tous" \
        required><label for="sur-tous">\(
            "Aucun ne pourra plus servir, et je ne pourrai pas revenir en arrière",
            "None of them can then be used any longer, and I cannot undo this")</label></p>
        <button class="second">\(
            "Annuler tous mes justificatifs", "Cancel all my justificatifs")</button>
        </form>
        """
    }

    private static func state(
        _ proof: HolderProof, publishedEvery hours: Int64, _ token: String
    ) -> HTML {
        if let day = proof.cancelled {
            let last = acceptedUntil(day, hours, proof.lastDay)
            return """
                <p>\(
                    """
                    Annulé le \(day). Un guichet qui reçoit les listes peut encore l’accepter \
                    jusqu’au \(last).
                    """,
                    """
                    Cancelled on \(day). A counter that receives the lists may still accept it \
                    until \(last).
                    """)</p>
                """
        }
        let reference = proof.reference.description
        // Cancelling is for good: a box to tick comes before the button.
        return """
            <form method="post" action="/annuler">
            <input type="hidden" name="reference" value="\(reference)">
            <input type="hidden" name="jeton" value="\(token)">
            <p class="choice"><input type="checkbox" name="accepter" value="oui" \
            id="sur-\(reference)" required>\
            <label for="sur-\(reference)">\(
                "Il ne pourra plus servir, et je ne pourrai pas revenir en arrière",
                "It can then no longer be used, and I cannot undo this")</label></p>
            <button class="second">\(
                "Annuler ce justificatif", "Cancel this justificatif")</button>
            </form>
            """
    }

    /// The last day, in Paris, on which a counter with the latest list may not know of it.
    ///
    /// It was cancelled at some time of a UTC day, and the next list comes so many hours later.
    private static func acceptedUntil(_ cancelled: Day, _ hours: Int64, _ lastDay: Day) -> Day {
        let known = cancelled.adding(days: 1).start.adding(hours: hours)
        return min(ParisTime(known).day, lastDay)
    }

    /// When a counter knows of a cancellation: it has a list, and nobody asks us (Spec/lists.md 4).
    static func whenRefused(_ hours: Int64) -> HTML {
        let every = Counted.hours(hours)
        return """
            \(
                """
                La liste des justificatifs annulés est publiée toutes les \(every) : un guichet \
                refuse un justificatif annulé quand il a reçu la liste suivante, et l’accepte \
                jusque-là. Son écran dit de quel jour est la sienne.
                """,
                """
                The list of cancelled justificatifs is published every \(every): a counter \
                refuses a cancelled one once it has received the next list, and accepts it until \
                then. Its screen says of what day its list is.
                """)
            """
    }

    /// The ways back to what was asked for and to who asks; nothing if that was nothing in
    /// particular.
    static func waysBack(_ link: DeepLink?) -> HTML {
        guard let link, let procedure = link.procedure else { return "" }
        return """
            <p><a href="\(link.address)">\("Revenir à la demande", "Back to the request")\
            \(" : ", ": ")\(procedure.title), \(procedure.recipient.text)</a></p>
            \(wayToPartner(procedure))
            """
    }
}
