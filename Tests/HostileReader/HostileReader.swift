import CHostile
import Confinement
import Explaining
import Glibc
import ScanReading

/// A reader that a picture can take over, for tests.
///
/// It is confined as the true one is, reads true pictures as that one does, and obeys a picture
/// that says `attack`. Nothing installs it.
///
/// `--free` leaves the confinement out, to show that an attack is one; `--as-daemon` tries what the
/// daemon has given up, `--with-a-thread` to give it up too late, and `--as-converter` what the
/// program has given up that draws documents.
@main
struct HostileReader {
    static func main() throws {
        switch CommandLine.arguments.dropFirst().first {
        case "--free": break
        case "--as-daemon":
            try Confinement.enterDaemon()
            return DaemonCalls.report()
        case "--as-converter":
            try Confinement.enterConverter()
            return ConverterCalls.report()
        case "--with-a-thread":
            jh_start_thread()
            return report { () throws(ConfinementFault) in try Confinement.enterDaemon() }
        default: try Confinement.enterReader()
        }
        let picture = standardInput()
        let text = String(decoding: picture.dropFirst(8).prefix(200), as: UTF8.self)
        let words = text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
        if words.first == "attack", words.count >= 2 {
            Takeover(words[1], words.dropFirst(2).first ?? "").run()
        } else {
            write([0] + honestAnswer(picture))
        }
    }

    private static func report(_ body: () throws(ConfinementFault) -> Void) {
        do throws(ConfinementFault) {
            try body()
            print("confined")
        } catch { print(error.explanation.english) }
    }

    private static func honestAnswer(_ picture: [UInt8]) -> [UInt8] {
        let found = (try? texts(inPicture: picture)) ?? []
        return [UInt8(found.count)]
            + found.flatMap { text in
                let bytes = Array(text.utf8)
                return [UInt8(bytes.count >> 8), UInt8(bytes.count & 0xff)] + bytes
            }
    }
}

private func standardInput() -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = unsafe read(STDIN_FILENO, &chunk, chunk.count)
        guard count > 0 else { return bytes }
        bytes += chunk[..<count]
    }
}

/// Writes to standard output, whatever becomes of it.
func write(_ bytes: [UInt8]) {
    unsafe _ = Glibc.write(STDOUT_FILENO, bytes, bytes.count)
}

/// Answers as a true reader would that had found this text.
func answer(_ text: String) {
    write([0, 1, 0, UInt8(text.utf8.count)] + Array(text.utf8))
}
