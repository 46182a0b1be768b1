internal import FoundationEssentials

/// Files of the source tree, found from this file's own place in it.
package enum Checkout {
    package static let root: String = {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        parts.removeLast(3)
        return parts.joined(separator: "/")
    }()

    /// The text of a file; nil when there is none.
    package static func text(_ path: String) -> String? {
        bytes(path).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The content of a file; nil when there is none.
    package static func bytes(_ path: String) -> [UInt8]? {
        FileManager.default.contents(atPath: "\(root)/\(path)").map { Array($0) }
    }

    /// Whether `scripts/install-dependencies test` could install a Python package here.
    package static func hasPythonPackage(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(root)/.build/python/\(name)")
    }

    /// Paths below a folder, relative to the root, sorted.
    package static func files(below folder: String) -> [String] {
        let names =
            (try? FileManager.default.subpathsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
        return names.map { "\(folder)/\($0)" }.filter { path in
            var isFolder = false
            return FileManager.default.fileExists(atPath: "\(root)/\(path)", isDirectory: &isFolder)
                && !isFolder
        }.sorted()
    }
}
