internal import ArgumentParser
internal import Console
internal import Files
internal import ListFiles
internal import Lists
internal import Office
internal import Sodium
internal import Wire

struct RevocationsShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows what a revocation list says, day by day, and whether it is signed.")

    @Argument(help: ArgumentHelp("ID.cose.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("Check the signature by this key.", valueName: "name.pub"))
    var key: String?

    func run() throws {
        let crypto = try SodiumCrypto()
        let bytes = try FileReading.bytes(of: file, limit: Limits.revocationListBytes)
        let message: SignedMessage
        let content: RevocationListContent
        do throws(DecodeError) {
            message = try SignedMessage(decoding: bytes, limit: Limits.revocationListBytes)
            content = try RevocationListContent(reading: message.payload)
        } catch {
            throw Failure(.refused, "\(file): not a revocation list (\(error))")
        }
        for line in ListDescription.lines(content, byteCount: bytes.count) {
            try Terminal.out(line)
        }
        try showSigner(of: message, crypto)
    }

    private func showSigner(of message: SignedMessage, _ crypto: SodiumCrypto) throws {
        try Terminal.out("signed by: \(message.kid)")
        guard let key else {
            try Terminal.out("signature: NOT VERIFIED (give --key NAME.pub)")
            return
        }
        let published = try PublicKeyFile(reading: key, crypto)
        guard published.role == .revocations else {
            throw Failure(
                .configuration,
                "\(key): is a key for \"\(published.role.rawValue)\", not \"revocations\"")
        }
        guard published.key.identifier(crypto) == message.kid,
            crypto.isValid(
                message.signature, for: message.signedBytes(.revocations), by: published.key)
        else { throw Failure(.refused, "\(file): the signature is NOT by \(key)") }
        try Terminal.out("signature: good")
    }
}
