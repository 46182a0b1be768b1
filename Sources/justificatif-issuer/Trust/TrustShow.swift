internal import ArgumentParser
internal import Console
internal import Files
internal import Issuing
internal import ListFiles
internal import Lists
internal import Proofs
internal import Reporting
internal import Sodium
internal import Wire

struct TrustShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows what a signed trust list says and who signed it.")

    @Argument(help: ArgumentHelp("trust.cose.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("Check the signatures against these roots.", valueName: "file"))
    var roots: String?

    func run() throws {
        let crypto = try SodiumCrypto()
        let bytes = try FileReading.bytes(of: file, limit: Limits.trustListBytes)
        do {
            let message = try JointlySignedMessage(decoding: bytes, limit: Limits.trustListBytes)
            let content = try TrustListContent(reading: message.payload, checkedBy: crypto)
            show(content, crypto)
            try show(message, crypto)
        } catch let error as DecodeError {
            throw Failure(.refused, "\(file): not a trust list (\(error))")
        }
    }

    private func show(_ content: TrustListContent, _ crypto: SodiumCrypto) {
        Terminal.out("sequence: \(content.sequence)")
        Terminal.out("issued: \(content.issued)")
        Terminal.out("warns from: \(content.warnAfter)")
        Terminal.out("refuses from: \(content.refuseAfter)")
        for source in content.revocationSources {
            let kids = source.keys.map { $0.identifier(crypto).description }
            Terminal.out(
                "revocation list: \(source.identifier), epoch \(source.epoch), "
                    + "keys \(kids.joined(separator: " "))")
        }
        for issuer in content.issuers {
            let blocks = issuer.blocks.map { block in
                JustificatifKind.allCases.first { $0.block.rawValue == block }?.rawValue
                    ?? "block \(block) of a later version"
            }
            Terminal.out("issuer: \(TerminalText.neutralised(issuer.name))")
            Terminal.out("  kid: \(issuer.key.identifier(crypto))")
            Terminal.out("  signs: \(blocks.joined(separator: ", "))")
            Terminal.out("  from \(issuer.signFrom) to \(issuer.signUntil), both included")
            Terminal.out("  state: \(issuer.state == .active ? "active" : "COMPROMISED")")
            Terminal.out("  revocation list: \(issuer.revocationList ?? "none")")
            if !issuer.contact.isEmpty {
                Terminal.out("  contact: \(TerminalText.neutralised(issuer.contact))")
            }
        }
    }

    private func show(_ message: JointlySignedMessage, _ crypto: SodiumCrypto) throws {
        for part in message.parts { Terminal.out("signed by: \(part.kid)") }
        guard let roots else {
            Terminal.out("signatures: NOT VERIFIED (give --roots roots.pub)")
            return
        }
        let known = try RootsFile.read(roots, crypto)
        let good = message.count(of: known.keys, .trust, checkedBy: crypto)
        let verdict = good >= known.threshold ? "enough" : "NOT ENOUGH"
        Terminal.out("signatures: \(good) good, \(known.threshold) needed: \(verdict)")
    }
}
