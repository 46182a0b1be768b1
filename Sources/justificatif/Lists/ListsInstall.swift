internal import ArgumentParser
internal import Console
internal import ListFiles
internal import Lists
internal import Sodium

struct ListsInstall: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "install",
        abstract: "Adopts newer lists, verified whole before anything is written.")

    @Argument(
        help: ArgumentHelp("trust.cose, or a folder that holds it.", valueName: "source"))
    var source: String

    @OptionGroup var place: ListsOptions

    func run() throws {
        let crypto = try SodiumCrypto()
        let folder = ListsFolder(place.lists)
        let roots = try folder.roots(named: place.roots, crypto)
        let trust = try folder.install(from: source, roots: roots, crypto).content
        Terminal.out("adopted: trust list \(trust.sequence) of \(trust.issued)")
        Terminal.out("issuers: \(trust.issuers.count)")
        Terminal.out("warns from: \(trust.warnAfter)")
        Terminal.out("refuses from: \(trust.refuseAfter)")
    }
}
