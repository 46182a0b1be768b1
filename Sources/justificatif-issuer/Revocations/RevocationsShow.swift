internal import ArgumentParser
internal import Console
internal import Explaining
internal import Files
internal import ListFiles
internal import Lists
internal import Office
internal import Sodium
internal import Wire

struct RevocationsShow: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows what a revocation list says, day by day, and whether it is signed.")

    @Argument(help: ArgumentHelp("ID.cose.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("Check the signature by this key.", valueName: "name.pub"))
    var key: String?

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        let crypto = try SodiumCrypto()
        let bytes = try FileReading.bytes(of: file, limit: Limits.revocationListBytes)
        let message: SignedMessage
        let content: RevocationListContent
        do throws(DecodeError) {
            message = try SignedMessage(decoding: bytes, limit: Limits.revocationListBytes)
            content = try RevocationListContent(reading: message.payload)
        } catch {
            throw Failure(
                error.code.rawValue, .data,
                "\(file) : n’est pas une liste d’annulation (\(error))",
                "\(file): not a revocation list (\(error))")
        }
        for line in ListDescription.lines(content, byteCount: bytes.count, lang) {
            try Terminal.out(line)
        }
        try showSigner(of: message, crypto)
    }

    private func showSigner(of message: SignedMessage, _ crypto: SodiumCrypto) throws {
        try say("signée par", "signed by", message.kid)
        guard let key else {
            try say(
                "signature : NON VÉRIFIÉE (donnez --key NOM.pub)",
                "signature: NOT VERIFIED (give --key NAME.pub)")
            return
        }
        let published = try PublicKeyFile(reading: key, crypto)
        guard published.role == .revocations else {
            throw Failure.wrongRole(published.role, of: key, wanted: .revocations)
        }
        guard published.key.identifier(crypto) == message.kid,
            crypto.isValid(
                message.signature, for: message.signedBytes(.revocations), by: published.key)
        else {
            throw Failure(
                "signature", .data, "\(file) : la signature n’est PAS de \(key)",
                "\(file): the signature is NOT by \(key)")
        }
        try say("signature : bonne", "signature: good")
    }
}
