internal import Explaining

/// How French speaks of a recipient: « Ville de Lille » is its name, « la Ville de Lille » is said.
enum RecipientName {
    /// « la » of « la Ville de Lille », with its space; nothing in English, and if the first word
    /// is none of these.
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
        article(name).french == "le " ? "au \(name)" : "à \(spoken(name))"
    }
}
