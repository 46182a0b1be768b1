internal import Console
internal import Files
internal import Judging
internal import Siblings
internal import Wire

extension Input {
    /// The texts found in it, trimmed and not judged.
    func texts() throws -> [String] {
        switch self {
        case .text(let text): return [TokenText.trimmed(text)]
        case .standardInput:
            return try texts(in: FileReading.standardInput(limit: InputTexts.byteLimit))
        case .file(let path):
            return try texts(in: FileReading.bytes(of: path, limit: InputTexts.byteLimit))
        }
    }

    private func texts(in bytes: [UInt8]) throws -> [String] {
        do throws(InputFault) {
            return try InputTexts.read(bytes, reader: PictureReader.installed)
        } catch {
            switch error {
            case .file(let fault): throw fault
            case .reader(let failure): throw failure
            default: throw Failure(.notRead, "\(name): \(error.message)")
            }
        }
    }
}
