internal import ArgumentParser
internal import Console
internal import Explaining
internal import ListFiles
internal import Lists
internal import Sodium

struct ListsInit: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Makes a folder for lists and pins the roots it will trust.",
        discussion: "Compare the fingerprint it prints with the publisher, by telephone.")

    @Option(help: ArgumentHelp("The publisher's roots.pub.", valueName: "file"))
    var roots = "/etc/justificatif/roots.pub"

    @Option(help: ArgumentHelp("Folder to make.", valueName: "dir"))
    var lists = "/var/lib/justificatif/lists"

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        let crypto = try SodiumCrypto()
        let pinned = try RootsFile.read(roots, crypto)
        try ListsOwner.become(of: lists, lang)
        try ListsFolder(lists).pin(pinned, crypto)
        let (needed, count) = (pinned.threshold, pinned.keys.count)
        let fingerprint = pinned.fingerprint(crypto)
        try Terminal.out(lang("listes : \(lists)", "lists: \(lists)"))
        try Terminal.out(
            lang(
                "racines : version \(pinned.version), \(needed) clés sur \(count)",
                "roots: version \(pinned.version), \(needed) of \(count) keys"))
        try Terminal.out(lang("empreinte : \(fingerprint)", "fingerprint: \(fingerprint)"))
        Terminal.note(
            lang(
                "comparez cette empreinte avec l’éditeur des listes avant de vous y fier",
                "compare this fingerprint with the publisher before you rely on it"), lang)
    }
}
