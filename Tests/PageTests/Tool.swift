import FoundationEssentials
import Glibc

/// Programs of the machine that read what we draw.
enum Tool {
    static func areInstalled(_ names: String...) -> Bool {
        names.allSatisfy { unsafe system("command -v \($0) >/dev/null") == 0 }
    }

    /// Standard output and exit status of a shell command.
    static func run(_ command: String) -> (output: String, status: Int32) {
        guard let stream = unsafe popen("\(command) 2>&1", "r") else { return ("", -1) }
        var output: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = unsafe fread(&chunk, 1, chunk.count, stream)
            if count == 0 { break }
            output += chunk[..<count]
        }
        let status = unsafe pclose(stream)
        return (String(decoding: output, as: UTF8.self), status)
    }
}
