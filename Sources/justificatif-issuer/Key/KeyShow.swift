internal import ArgumentParser
internal import Console
internal import ListFiles
internal import Sodium
internal import Wire

struct KeyShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows a public key, its role and its kid.")

    @Argument(help: ArgumentHelp("NAME.pub.", valueName: "file"))
    var file: String

    func run() throws {
        let crypto = try SodiumCrypto()
        let published = try PublicKeyFile(reading: file, crypto)
        try Terminal.out("role: \(published.role.rawValue)")
        try Terminal.out("kid: \(published.key.identifier(crypto))")
        try Terminal.out("key: \(Hexadecimal.encode(published.key.bytes))")
    }
}
