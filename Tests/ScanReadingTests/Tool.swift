import Glibc

/// Programs of the machine that read what we draw.
enum Tool {
    static func isInstalled(_ name: String) -> Bool {
        unsafe system("command -v \(name) >/dev/null") == 0
    }

    /// Standard output of a shell command.
    static func output(of command: String) -> [UInt8] {
        guard let stream = unsafe popen(command, "r") else { return [] }
        var output: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = unsafe fread(&chunk, 1, chunk.count, stream)
            if count == 0 { break }
            output += chunk[..<count]
        }
        unsafe pclose(stream)
        return output
    }
}

/// A file that goes away with its owner.
struct ScratchFile: ~Copyable {
    let path: String

    init(_ bytes: [UInt8]) {
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
