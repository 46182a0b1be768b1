package import Files
package import Siblings
internal import Typing
package import Verification
internal import Wire

/// From an input to the texts in it, the only way there is.
package struct InputReading: Sendable {
    /// The largest input, in bytes (Spec/spool.md 6).
    package static let byteLimit = 33_554_432
    /// How many bytes tell a picture or document from a text.
    private static let prefixBytes = 1_024

    private static let noReader = SiblingFault.notFound(path: SiblingProgram.reader.rawValue)

    private let reader: PictureReader?

    /// Without a reader, pictures and documents fail with `reader-missing`.
    package init(reader: PictureReader?) { self.reader = reader }

    /// What an input of a command holds.
    ///
    /// Throws `FileFault` when it cannot be read or is too large.
    package func findings(in input: CounterInput) throws(FileFault) -> InputFindings {
        switch input {
        case .text(let text): return findings(inText: text)
        case .standardInput:
            return try findings(inBytes: FileReading.standardInput(limit: InputReading.byteLimit))
        case .file(let path):
            let file = try Descriptor.input(path, limit: InputReading.byteLimit)
            return try findings(in: file, named: path)
        }
    }

    /// The texts in an input of a command, for one who needs them and no verdict.
    package func texts(in input: CounterInput) throws(InputFault) -> [String] {
        let findings: InputFindings
        do throws(FileFault) { findings = try self.findings(in: input) } catch {
            throw .file(error)
        }
        switch findings {
        case .pages(let pages): return pages.flatMap(\.self)
        case .unreadable(let why): throw .unreadable(input.name, why)
        case .failed(let fault): throw .reader(input.name, fault)
        }
    }

    /// The texts in a text that was given as it is.
    package func findings(inText text: String) -> InputFindings {
        .pages([TypedText.texts(in: text)])
    }

    /// What bytes hold that came through a pipe.
    ///
    /// Throws `FileFault` when the system gives no memory for them.
    package func findings(inBytes bytes: [UInt8]) throws(FileFault) -> InputFindings {
        try findings(in: Descriptor(holding: bytes), named: "-")
    }

    /// What an open file holds.
    ///
    /// Looks at its first bytes; a picture or document goes to the reader process, and is not read
    /// here. Throws `FileFault` when the file cannot be read or is too large.
    package func findings(
        in file: borrowing Descriptor, named name: String
    ) throws(FileFault) -> InputFindings {
        let count = try file.byteCount(named: name)
        guard count <= InputReading.byteLimit else {
            throw FileFault.tooLarge(name, limit: InputReading.byteLimit)
        }
        // Most texts are whole by then, after one call of the kernel; a size of 0 may be one that
        // the file system does not know.
        let wanted = count == 0 ? InputReading.prefixBytes : min(count, InputReading.prefixBytes)
        var bytes = try file.readPrefix(wanted, named: name)
        if let kind = InputKind(announcedBy: bytes) { return looked(at: file, kind) }
        if bytes.count != count {
            file.rewind()
            bytes = try file.readAll(limit: InputReading.byteLimit, named: name)
        }
        let kind = InputKind(of: bytes)
        if kind == .unknown { return InputReading.findings(inOther: bytes) }
        return looked(at: file, kind)
    }

    private func looked(at file: borrowing Descriptor, _ kind: InputKind) -> InputFindings {
        switch kind {
        case .picture: return picture(from: file)
        case .pdf, .tiff: return document(from: file, kind)
        case .text(let text): return .pages([TypedText.texts(in: text)])
        case .longText: return .unreadable(.tooLarge)
        case .empty: return .unreadable(.empty)
        case .unknown: return .unreadable(.notAPicture)
        }
    }

    /// The texts in one line that was typed: no picture and no document comes that way.
    package func findings(inLine bytes: [UInt8]) -> InputFindings {
        switch InputKind(of: bytes) {
        case .text(let text): findings(inText: text)
        case .longText: .unreadable(.tooLarge)
        case .empty: .unreadable(.empty)
        case .picture, .pdf, .tiff, .unknown: InputReading.findings(inOther: bytes)
        }
    }

    /// What other bytes hold: control characters of a scanner, or a text of another encoding.
    private static func findings(inOther bytes: [UInt8]) -> InputFindings {
        guard bytes.count <= InputKind.textBytes, let texts = TypedText.texts(inOther: bytes) else {
            return .unreadable(.notAPicture)
        }
        return .pages([texts])
    }

    private func picture(from file: borrowing Descriptor) -> InputFindings {
        guard let reader else { return .failed(InputReading.noReader) }
        file.rewind()
        do throws(SiblingFault) {
            return switch try reader.read(descriptor: file.number) {
            case .texts(let texts): .pages([texts.map(TokenText.trimmed)])
            case .unreadable(let reason): .unreadable(NothingRead(reason))
            }
        } catch { return .failed(error) }
    }

    private func document(from file: borrowing Descriptor, _ kind: InputKind) -> InputFindings {
        guard let reader else { return .failed(InputReading.noReader) }
        file.rewind()
        do throws(SiblingFault) {
            let answer =
                kind == .tiff
                ? try reader.readTIFF(descriptor: file.number)
                : try reader.readPDF(descriptor: file.number)
            return switch answer {
            case .pages(let pages): .pages(pages.map { $0.map(TokenText.trimmed) })
            case .unreadable(let reason): .unreadable(NothingRead(reason))
            }
        } catch { return .failed(error) }
    }
}

/// What was found in an input before anything is judged.
package enum InputFindings: Equatable, Sendable {
    /// The texts of each page, trimmed once (Spec/verdicts.md 2.1).
    ///
    /// A text or a picture is one page.
    case pages([[String]])
    /// It was not looked at, or not to its end.
    case unreadable(NothingRead)
    /// The program that reads pictures is missing or failed.
    case failed(SiblingFault)

    /// All texts, page after page; none unless it was read.
    package var texts: [String] {
        if case .pages(let pages) = self { pages.flatMap(\.self) } else { [] }
    }
}

extension NothingRead {
    /// What a verdict says of what the reader says.
    init(_ reason: UnreadableReason) {
        self =
            switch reason {
            case .notAPicture: .notAPicture
            case .tooLarge: .tooLarge
            case .damaged: .damaged
            case .outOfMemory: .outOfMemory
            case .tooManyPages: .tooManyPages
            case .pdfDisabled: .pdfDisabled
            }
    }
}
