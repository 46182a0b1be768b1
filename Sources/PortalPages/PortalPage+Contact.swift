internal import PortalRules

/// Where a person turns to, and what a body advises, with a datum.
extension PortalPage {
    /// To whom it is told that a value is wrong.
    static func wrongValue(_ contact: SourceContact) -> HTML {
        """
        <p>\(
            """
            Une donnée est fausse ? Refusez, et demandez sa correction à \(contact.name) : \
            \(contact.contact), <a href="\(contact.site)">\(contact.site)</a>. Nous ne pouvons pas \
            la changer.
            """,
            """
            Is something wrong? Refuse, and ask \(contact.name) to correct it: \
            \(contact.contact), <a href="\(contact.site)">\(contact.site)</a>. We cannot change it.
            """)</p>
        """
    }

    /// How the same is proved without this service.
    static func otherWay(_ contact: SourceContact) -> HTML {
        """
        <p>\(
            """
            Un autre moyen : donnez à la place \(contact.otherWay). Pour une question sur cette \
            donnée :
            """,
            """
            Another way: provide \(contact.otherWay). If you have a question about these data:
            """) \
        \(contact.name), \(contact.contact), <a href="\(contact.site)">\(contact.site)</a>.</p>
        """
    }

    /// What is advised on a datum; nothing if that is nothing.
    static func advised(_ advice: [Advice]) -> HTML {
        guard !advice.isEmpty else { return "" }
        let items: [HTML] = advice.map {
            "<li>\($0.sentence) <a href=\"\($0.link)\">\($0.title)</a></li>"
        }
        return """
            <h3>\("Cela peut vous concerner", "This may concern you")</h3>
            <ul>
            \(items)
            </ul>
            <p>\(
                """
                Ces conseils sont calculés ici à partir de cette donnée ; ils ne sont ni gardés ni \
                transmis.
                """,
                """
                This advice was worked out here from these data; it is neither kept nor shared.
                """)</p>
            """
    }
}
