internal import Files
internal import Siblings
internal import Typing
internal import Verification
internal import Wire

/// From the bytes of an input to the texts in it.
struct InputReading {
    /// Without one, pictures and documents fail.
    let reader: PictureReader?

    /// What an open file holds, whose bytes these are.
    func findings(in file: borrowing Descriptor, _ bytes: [UInt8]) -> Findings {
        switch InputKind(of: bytes) {
        case .text(let text): return .pages([TypedText.texts(in: text)])
        case .empty: return .unreadable(reason: "empty")
        case .unknown: return .unreadable(reason: "not-a-picture")
        case .picture: return picture(from: file)
        case .document: return document(from: file)
        }
    }

    private func picture(from file: borrowing Descriptor) -> Findings {
        guard let reader else { return .failed(reason: "reader-missing") }
        file.rewind()
        do throws(SiblingFault) {
            return switch try reader.read(descriptor: file.number) {
            case .texts(let texts): .pages([texts.map(TokenText.trimmed)])
            case .unreadable(let reason): .unreadable(reason: reason.rawValue)
            }
        } catch { return .failed(reason: error.code(of: .reader)) }
    }

    private func document(from file: borrowing Descriptor) -> Findings {
        guard let reader else { return .failed(reason: "reader-missing") }
        file.rewind()
        do throws(SiblingFault) {
            return switch try reader.readDocument(descriptor: file.number) {
            case .pages(let pages): .pages(pages.map { $0.map(TokenText.trimmed) })
            case .unreadable(let reason): .unreadable(reason: reason.rawValue)
            }
        } catch { return .failed(reason: error.code(of: .reader)) }
    }
}
