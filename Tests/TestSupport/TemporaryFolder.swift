internal import FoundationEssentials
internal import Glibc

/// A folder that goes away with its owner.
package struct TemporaryFolder: ~Copyable {
    package let path: String

    package init() {
        var template = Array("/tmp/justificatif-test-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else { preconditionFailure("no room in /tmp") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Where a file of this name is or would be.
    package func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file and returns its path.
    @discardableResult
    package func write(_ bytes: [UInt8], as name: String) -> String {
        guard FileManager.default.createFile(atPath: file(name), contents: Data(bytes)) else {
            preconditionFailure("cannot write \(file(name))")
        }
        return file(name)
    }

    /// Writes a file that only its owner may read, and returns its path.
    package func write(secret bytes: [UInt8], as name: String) -> String {
        let made = FileManager.default.createFile(
            atPath: file(name), contents: Data(bytes), attributes: [.posixPermissions: 0o600])
        guard made else { preconditionFailure("cannot write \(file(name))") }
        return file(name)
    }

    package func contents(of name: String) -> [UInt8]? {
        FileManager.default.contents(atPath: file(name)).map { Array($0) }
    }

    /// Names in the folder, sorted.
    package var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }
}
