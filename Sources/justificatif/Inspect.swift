internal import ArgumentParser
internal import Console
internal import Counter
internal import Explaining
internal import Files
internal import JSONFields
internal import Proofs
internal import Reporting
internal import Siblings
internal import Sodium
internal import Verification
internal import Wire

struct Inspect: SpeakingCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows what a code says. Judges nothing: NOT VERIFIED.",
        discussion: """
            For people who debug an issuer or a verifier. What it prints is an unproved claim: \
            only "verify" tells whether it is authentic.
            """)

    @OptionGroup var output: OutputOptions
    @OptionGroup var speech: LanguageOptions

    @Argument(help: ArgumentHelp("Picture, PDF, TIFF or text file, or -.", valueName: "input"))
    var inputs: [String]

    func run() throws {
        let crypto = try SodiumCrypto()
        var statuses: [ExitStatus] = []
        for argument in inputs {
            let input = CounterInput(argument)
            do {
                try show(token(in: input), of: input, crypto)
                statuses.append(.success)
            } catch let error as any Explained {
                let line = error.explanation.line(lang)
                Terminal.error(TerminalText.neutralised(line), lang)
                statuses.append(ExitStatus(error.explanation.cause))
            }
        }
        throw ExitStatus.worst(statuses)
    }

    private func token(in input: CounterInput) throws -> UnverifiedToken {
        let texts = try InputReading(reader: try? PictureReader.installed()).texts(in: input)
        guard let text = texts.first(where: { TokenText.origin(of: $0) != .foreign }) else {
            throw InputFault.noJustificatif(input.name)
        }
        do throws(DecodeError) { return try UnverifiedToken(text: text) } catch {
            throw InputFault.damaged(input.name, error)
        }
    }

    private func show(_ token: UnverifiedToken, of input: CounterInput, _ crypto: SodiumCrypto)
        throws
    {
        let justificatif = token.reading.justificatif
        let fingerprint = Fingerprint(of: token.message, crypto)
        let rows: [(name: String, value: String)] = [
            ("kid", token.message.kid.description),
            ("issued", justificatif.issued.description),
            ("expires", justificatif.expires.description),
            ("cti", Hexadecimal.encode(justificatif.identifier.bytes)),
            ("reference", Reference(to: justificatif.identifier, crypto).description),
            ("fingerprint", Hexadecimal.encode(fingerprint.bytes)),
            ("bytes", String(token.bytes.count)),
        ]
        if output.json {
            var fields: JSONObject = [
                "format": .string("justificatif-inspection/1"), "verified": .bool(false),
                "input": .string(input.name), "claims": ClaimsObject.json(justificatif.claims),
                "unknown_claims": .bool(token.reading.hasUnknownClaims),
            ]
            for row in rows { fields[row.name] = .string(row.value) }
            fields["sense"] = justificatif.senseFault.map { .string($0.code) }
            try Terminal.out(JSONValue.object(fields).line())
            return
        }
        try Terminal.out(lang("NON VÉRIFIÉ", "NOT VERIFIED"))
        let claims = ClaimWords.all(of: justificatif.claims, lang)
        let technical = rows.map { ClaimWords(title: $0.name, value: $0.value) }
        for line in TerminalReport.table(claims + technical) { try Terminal.out(line) }
        if token.reading.hasUnknownClaims {
            try Terminal.out(
                lang(
                    "  (+ des informations d’une version ultérieure)",
                    "  (+ claims of a later version)"))
        }
        if let fault = justificatif.senseFault {
            try Terminal.out(lang("  incohérent : \(fault.code)", "  sense: \(fault.code)"))
        }
    }
}
