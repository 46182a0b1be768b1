import TestSupport
import Testing

@testable import Siblings

/// A reader confined as the true one, which does what a picture tells it to.
struct HostileReader {
    let path: String

    init() throws { path = try #require(Programs.hostileReader()) }

    /// What the client makes of a reader that this order has taken over.
    func obey(_ order: String, deadlineSeconds: Int = 30) throws -> PictureAnswer {
        let file = ScratchFile(Self.picture(order))
        return try withOpenFile(file.path) { picture in
            try PictureReader(path: path)
                .read(descriptor: picture, deadlineSeconds: deadlineSeconds)
        }
    }

    /// The text that it answers when nothing confines it.
    func obeyFreely(_ order: String) -> String { text("\(path) --free", order) }

    /// The text that it answers when another program starts it.
    func obey(_ order: String, under wrapper: String) -> String {
        text("\(wrapper) \(path)", order)
    }

    private func text(_ command: String, _ order: String) -> String {
        let file = ScratchFile(Self.picture(order))
        let answer = Tool.output(of: "\(command) < \(file.path)")
        return String(decoding: answer.dropFirst(4), as: UTF8.self)
    }

    /// Begins as a PNG does, so that everything on its way takes it for a picture.
    private static func picture(_ order: String) -> [UInt8] {
        [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] + Array("attack \(order)\n".utf8)
    }
}
