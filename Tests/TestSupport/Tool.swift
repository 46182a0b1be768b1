internal import Glibc

/// Programs of the machine that read what we draw.
package enum Tool {
    /// Whether all of these are there.
    package static func isInstalled(_ names: String...) -> Bool {
        names.allSatisfy { unsafe system("command -v \($0) >/dev/null") == 0 }
    }

    /// Standard output of a shell command.
    package static func output(of command: String) -> [UInt8] {
        finished(command).output
    }

    /// Standard output and error, and exit status, of a shell command.
    package static func run(_ command: String) -> (output: String, status: Int32) {
        let (output, status) = finished("\(command) 2>&1")
        return (String(decoding: output, as: UTF8.self), status)
    }

    private static func finished(_ command: String) -> (output: [UInt8], status: Int32) {
        guard let stream = unsafe popen(command, "r") else { return ([], -1) }
        var output: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = unsafe fread(&chunk, 1, chunk.count, stream)
            if count == 0 { break }
            output += chunk[..<count]
        }
        return (output, unsafe pclose(stream))
    }
}
