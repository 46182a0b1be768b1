internal import Explaining
internal import Reporting

/// What clerks read of folders in `in/` that nobody looks into (Spec/spool.md 2).
enum LeftFolders {
    /// Its place beside the verdicts, where answers are looked for.
    static let name = "dossiers-non-ouverts.txt"

    /// The page that names them, by their paths from `in/`; nil if there are none.
    static func notice(_ paths: [[UInt8]], _ language: Language) -> String? {
        if paths.isEmpty { return nil }
        let names = paths.map { TerminalText.neutralised(String(decoding: $0, as: UTF8.self)) }
        let head = language(
            "Ces dossiers n’ont pas été ouverts, et rien de ce qu’ils contiennent n’est contrôlé :",
            "These folders were not opened, and nothing in them is checked:")
        let advice = language(
            "Déposez les fichiers eux-mêmes. Si cela se répète, dites-le à la personne qui "
                + "s’occupe de ce serveur (justificatifd check).",
            "Drop the files themselves. If it happens again, tell the person who looks after this "
                + "server (justificatifd check).")
        return ([head, ""] + names.map { "- \($0)" } + ["", advice, ""]).joined(separator: "\n")
    }
}
