import TestSupport
import Wire

@testable import ListFiles

/// What lists are installed from: tar archives, and the file of the pinned roots.
enum SourceTarget: FuzzTarget {
    static let name = "source"

    static func examine(_ input: [UInt8]) throws {
        _ = TarStream.isTar(input)
        if let members = try? TarStream.members(of: input, limit: Limits.sourceFiles) {
            let bytes = members.reduce(0) { $0 + $1.bytes.count }
            try hold(bytes <= input.count, "an archive holds no more than it is long")
            try hold(members.count <= Limits.sourceFiles, "a limit limits")
        }
        if let roots = try? RootsFile.parse(input, from: "roots", Practice.crypto) {
            let again = try RootsFile.parse(
                Array(RootsFile.text(roots).utf8), from: "roots", Practice.crypto)
            try hold(again == roots, "what was written reads the same")
        }
    }
}
