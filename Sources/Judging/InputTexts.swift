package import Files
package import Siblings
internal import Typing
internal import Verification
internal import Wire

/// The texts found in the bytes of an input, text or picture, not judged.
package enum InputTexts {
    /// The largest input, in bytes (Spec/spool.md 5).
    package static let byteLimit = 33_554_432

    /// The texts, trimmed, of all pages; none in a picture or document without a code.
    ///
    /// `reader` is asked for only when the bytes are a picture or a document.
    package static func read(
        _ bytes: [UInt8], reader: () throws(SiblingFault) -> PictureReader
    ) throws(InputFault) -> [String] {
        switch InputKind(of: bytes) {
        case .text(let text): return TypedText.texts(in: text)
        case .empty, .unknown: throw .neitherTextNorPicture
        case .picture:
            switch try answer(bytes, reader) {
            case .texts(let texts): return texts.map(TokenText.trimmed)
            case .unreadable(let reason): throw .unreadable(reason)
            }
        case .document:
            switch try documentAnswer(bytes, reader) {
            case .pages(let pages): return pages.joined().map(TokenText.trimmed)
            case .unreadable(let reason): throw .unreadable(reason)
            }
        }
    }

    private static func documentAnswer(
        _ bytes: [UInt8], _ reader: () throws(SiblingFault) -> PictureReader
    ) throws(InputFault) -> DocumentAnswer {
        let file: Descriptor
        do throws(FileFault) { file = try Descriptor(holding: bytes) } catch { throw .file(error) }
        do throws(SiblingFault) {
            return try reader().readDocument(descriptor: file.number)
        } catch { throw .reader(error) }
    }

    private static func answer(
        _ bytes: [UInt8], _ reader: () throws(SiblingFault) -> PictureReader
    ) throws(InputFault) -> PictureAnswer {
        let file: Descriptor
        do throws(FileFault) { file = try Descriptor(holding: bytes) } catch { throw .file(error) }
        do throws(SiblingFault) {
            return try reader().read(descriptor: file.number)
        } catch { throw .reader(error) }
    }
}

/// Why there are no texts.
package enum InputFault: Error, Equatable, Sendable {
    case neitherTextNorPicture
    case unreadable(UnreadableReason)
    case reader(SiblingFault)
    case file(FileFault)

    /// What to tell whoever gave the input.
    package var message: String {
        switch self {
        case .neitherTextNorPicture: "neither text nor picture"
        case .unreadable(let reason): reason.rawValue
        case .reader(let failure): failure.code(of: .reader)
        case .file(let fault): fault.description
        }
    }
}
