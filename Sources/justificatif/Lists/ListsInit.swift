internal import ArgumentParser
internal import Console
internal import ListFiles
internal import Lists
internal import Sodium

struct ListsInit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Makes a folder for lists and pins the roots it will trust.",
        discussion: "Compare the fingerprint it prints with the publisher, by telephone.")

    @Option(help: ArgumentHelp("The publisher's roots.pub.", valueName: "file"))
    var roots = "/etc/justificatif/roots.pub"

    @Option(help: ArgumentHelp("Folder to make.", valueName: "dir"))
    var lists = "/var/lib/justificatif/lists"

    func run() throws {
        let crypto = try SodiumCrypto()
        let pinned = try RootsFile.read(roots, crypto)
        try ListsFolder(lists).pin(pinned, crypto)
        try Terminal.out("lists: \(lists)")
        try Terminal.out(
            "roots: version \(pinned.version), \(pinned.threshold) of \(pinned.keys.count) keys")
        try Terminal.out("fingerprint: \(pinned.fingerprint(crypto))")
        Terminal.note("compare this fingerprint with the publisher before you rely on it")
    }
}
