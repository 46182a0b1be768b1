internal import Console
internal import Files
internal import Judging
internal import ReaderClient
internal import Sodium
internal import Verification
internal import Wire

/// The texts found in an input, trimmed and not judged.
enum InputTexts {
    static func read(_ input: Input) throws -> [String] {
        switch input {
        case .text(let text): return [TokenText.trimmed(text)]
        case .standardInput:
            let bytes = try FileReading.standardInput(limit: ScanJudge<SodiumCrypto>.byteLimit)
            return try texts(in: bytes, of: input)
        case .file(let path):
            let limit = ScanJudge<SodiumCrypto>.byteLimit
            return try texts(in: FileReading.bytes(of: path, limit: limit), of: input)
        }
    }

    private static func texts(in bytes: [UInt8], of input: Input) throws -> [String] {
        switch InputKind(of: bytes) {
        case .text(let text): return [TokenText.trimmed(text)]
        case .empty, .unknown: throw Failure(.notRead, "\(input.name): neither text nor picture")
        case .picture: break
        }
        let file = try Descriptor(holding: bytes)
        switch try PictureReader.installed().read(descriptor: file.number) {
        case .texts(let texts): return texts.map(TokenText.trimmed)
        case .unreadable(let reason):
            throw Failure(.notRead, "\(input.name): \(reason.rawValue)")
        }
    }
}
