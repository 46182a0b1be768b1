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
        do throws(DecodeError) {
            message = try SignedMessage(decoding: bytes, limit: Limits.revocationListBytes)
            show(try RevocationListContent(reading: message.payload), byteCount: bytes.count)
        } catch {
            throw Failure(.refused, "\(file): not a revocation list (\(error))")
        }
        try showSigner(of: message, crypto)
    }

    private func show(_ content: RevocationListContent, byteCount: Int) {
        Terminal.out("list: \(content.identifier)")
        Terminal.out("epoch: \(content.epoch)")
        Terminal.out("sequence: \(content.sequence)")
        Terminal.out("issued: \(content.issued)")
        Terminal.out("warns from: \(content.warnAfter)")
        Terminal.out("refuses from: \(content.refuseAfter)")
        Terminal.out("least trust list: \(content.trustMinimum)")
        Terminal.out("first day: \(content.firstDay)")
        Terminal.out("last closed day: \(content.lastClosedDay)")
        for day in content.days {
            Terminal.out("\(day.day): \(day.count) revoked, \(day.byteCount) bytes")
        }
        Terminal.out(
            "later days: \(content.openCount) revoked, "
                + "\(content.openCount * Fingerprint.byteCount) bytes")
        Terminal.out("total: \(content.revokedCount) revoked, \(byteCount) bytes")
    }

    private func showSigner(of message: SignedMessage, _ crypto: SodiumCrypto) throws {
        Terminal.out("signed by: \(message.kid)")
        guard let key else {
            Terminal.out("signature: NOT VERIFIED (give --key NAME.pub)")
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
        Terminal.out("signature: good")
    }
}
