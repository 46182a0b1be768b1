internal import ArgumentParser
internal import Console
internal import Files
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
            try show(content, crypto)
            try show(message, crypto)
        } catch let error as DecodeError {
            throw Failure(.refused, "\(file): not a trust list (\(error))")
        }
    }

    private func show(_ content: TrustListContent, _ crypto: SodiumCrypto) throws(Failure) {
        try Terminal.out("sequence: \(content.sequence)")
        try Terminal.out("issued: \(content.issued)")
        try Terminal.out("warns from: \(content.warnAfter)")
        try Terminal.out("refuses from: \(content.refuseAfter)")
        for source in content.revocationSources {
            let kids = source.keys.map { $0.identifier(crypto).description }
            try Terminal.out(
                "revocation list: \(source.identifier), epoch \(source.epoch), "
                    + "keys \(kids.joined(separator: " "))")
        }
        for issuer in content.issuers {
            let blocks = issuer.blocks.map { block in
                ClaimBlock(rawValue: block)?.name ?? "block \(block) of a later version"
            }
            try Terminal.out("issuer: \(TerminalText.neutralised(issuer.name))")
            try Terminal.out("  kid: \(issuer.key.identifier(crypto))")
            try Terminal.out("  signs: \(blocks.joined(separator: ", "))")
            try Terminal.out("  from \(issuer.signFrom) to \(issuer.signUntil), both included")
            try Terminal.out("  state: \(issuer.state == .active ? "active" : "COMPROMISED")")
            try Terminal.out("  revocation list: \(issuer.revocationList ?? "none")")
            for line in issuer.notice.split(separator: "\n") {
                try Terminal.out("  notice: \(TerminalText.neutralised(String(line)))")
            }
            if !issuer.contact.isEmpty {
                try Terminal.out("  contact: \(TerminalText.neutralised(issuer.contact))")
            }
        }
    }

    private func show(_ message: JointlySignedMessage, _ crypto: SodiumCrypto) throws {
        for part in message.parts { try Terminal.out("signed by: \(part.kid)") }
        guard let roots else {
            try Terminal.out("signatures: NOT VERIFIED (give --roots roots.pub)")
            return
        }
        let known = try RootsFile.read(roots, crypto)
        let good = message.count(of: known.keys, .trust, checkedBy: crypto)
        let verdict = good >= known.threshold ? "enough" : "NOT ENOUGH"
        try Terminal.out("signatures: \(good) good, \(known.threshold) needed: \(verdict)")
    }
}
