internal import ArgumentParser
internal import Console
internal import Files
internal import ListFiles
internal import Lists
internal import Proofs
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
        try show(content, byteCount: bytes.count)
        try showSigner(of: message, crypto)
    }

    private func show(_ content: RevocationListContent, byteCount: Int) throws(Failure) {
        try Terminal.out("list: \(content.identifier)")
        try Terminal.out("epoch: \(content.epoch)")
        try Terminal.out("sequence: \(content.sequence)")
        try Terminal.out("issued: \(content.issued)")
        try Terminal.out("warns from: \(content.warnAfter)")
        try Terminal.out("refuses from: \(content.refuseAfter)")
        try Terminal.out("least trust list: \(content.trustMinimum)")
        try Terminal.out("first day: \(content.firstDay)")
        try Terminal.out("last closed day: \(content.lastClosedDay)")
        for day in content.days {
            try Terminal.out("\(day.day): \(day.count) revoked, \(day.byteCount) bytes")
        }
        try Terminal.out(
            "later days: \(content.openCount) revoked, "
                + "\(content.openCount * Fingerprint.byteCount) bytes")
        try Terminal.out("total: \(content.revokedCount) revoked, \(byteCount) bytes")
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
