internal import Glibc

/// Standard output and standard error.
///
/// Results go to the first, everything else to the second.
///
/// Messages: `error:`, `warning:` or `note:`, one line, no full stop.
package enum Terminal {
    /// Writes a line to standard output.
    ///
    /// A reader that went away is not our failure to report.
    package static func out(_ line: String) { write(line + "\n", to: STDOUT_FILENO) }

    package static func error(_ message: String) { say("error", message) }
    package static func warning(_ message: String) { say("warning", message) }
    package static func note(_ message: String) { say("note", message) }

    /// Whether colours may be used on standard output: a terminal, and neither NO_COLOR nor a
    /// dumb terminal.
    package static var outHasColour: Bool {
        guard isatty(STDOUT_FILENO) == 1, (value("NO_COLOR") ?? "").isEmpty else { return false }
        return value("TERM") != "dumb"
    }

    /// Whether standard output is a terminal, where no binary should go.
    package static var outIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Whether somebody types standard input.
    package static var inIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    /// A line that replaces itself on a terminal, for progress; nothing elsewhere.
    package static func progress(_ text: String) {
        guard isatty(STDERR_FILENO) == 1 else { return }
        write("\r\u{1B}[K\(text)", to: STDERR_FILENO)
    }

    private static func say(_ kind: String, _ message: String) {
        write("\(kind): \(message)\n", to: STDERR_FILENO)
    }

    private static func value(_ name: String) -> String? {
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }

    private static func write(_ text: String, to descriptor: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes {
                unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
