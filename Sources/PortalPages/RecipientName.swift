internal import Explaining

/// How French speaks of a recipient: most are named by one of these words, and a name that is set
/// down has no article.
enum RecipientName {
    /// « la » of « la Ville de Lille », with its space; nothing where no article is known, and in
    /// English.
    static func article(_ name: String) -> Wording {
        switch name.prefix(while: { $0 != " " }) {
        case "Ville", "Commune", "Mairie", "Métropole", "Communauté", "Région", "Caisse":
            Wording("la ", "")
        case "Département", "Centre", "CCAS": Wording("le ", "")
        default: Wording("", "")
        }
    }

    /// « la Ville de Lille ».
    static func spoken(_ name: String) -> String { article(name).french + name }

    /// « à la Ville de Lille », « au CCAS de Lille ».
    static func towards(_ name: String) -> String {
        let spoken = spoken(name)
        return spoken.hasPrefix("le ") ? "au \(name)" : "à \(spoken)"
    }
}
