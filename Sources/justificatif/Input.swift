internal import Files
internal import Judging
internal import Proofs
internal import Sodium
internal import Verification
internal import Wire

/// One INPUT of a command line: the text itself, standard input, or a file.
enum Input {
    case text(String)
    case standardInput
    case file(String)

    /// Only what begins with `JF1:` is text, so that a mistyped path is never judged as a code.
    init(_ argument: String) {
        if TokenText.origin(of: TokenText.trimmed(argument)) == .ours {
            self = .text(argument)
        } else {
            self = argument == "-" ? .standardInput : .file(argument)
        }
    }

    /// What the input is called.
    ///
    /// A text is not repeated: it holds a person's data.
    var name: String {
        switch self {
        case .text: "(text)"
        case .standardInput: "-"
        case .file(let path): path
        }
    }

    func verdict(
        by judge: ScanJudge<SodiumCrypto>, at now: Instant
    ) throws(FileFault) -> Verdict {
        judge.verdict(on: try findings(for: judge), at: now)
    }

    /// What is in it, not judged.
    func findings(for judge: ScanJudge<SodiumCrypto>) throws(FileFault) -> Findings {
        switch self {
        case .text(let text): return judge.findings(inText: text)
        case .standardInput:
            let bytes = try FileReading.standardInput(limit: ScanJudge<SodiumCrypto>.byteLimit)
            return try judge.findings(inBytes: bytes)
        case .file(let path):
            let file = try Descriptor(reading: path)
            return try judge.findings(in: file, named: path)
        }
    }
}
