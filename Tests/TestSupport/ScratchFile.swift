internal import Glibc

/// A file that goes away with its owner.
package struct ScratchFile: ~Copyable {
    package let path: String

    package init(_ bytes: [UInt8]) {
        var template = Array("/tmp/justificatif-test-XXXXXX".utf8CString)
        let descriptor = unsafe mkstemp(&template)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { rest in
                unsafe write(descriptor, rest.baseAddress, rest.count)
            }
            precondition(count > 0, "cannot write \(path)")
            rest = rest.dropFirst(count)
        }
        close(descriptor)
    }

    deinit { unsafe unlink(path) }
}
