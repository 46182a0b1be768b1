package import Explaining
internal import Files
internal import Glibc
internal import Typing

/// Standard output and standard error.
///
/// Results go to the first, everything else to the second.
///
/// Messages: `erreur :`, `attention :` or `note :` in French, `error:`, `warning:` or `note:` in
/// English, and one line without a full stop.
package enum Terminal {
    /// Writes a line to standard output.
    ///
    /// A reader that went away is not our failure to report. Throws a `Failure` of status `io` when
    /// the line is lost in any other way.
    package static func out(_ line: String) throws(Failure) {
        let error = FileWriting.writeAll(Array("\(line)\n".utf8), to: STDOUT_FILENO)
        if error != EPIPE { try check(error) }
    }

    /// Writes to standard output what must arrive, such as a proof: throws a `Failure` of status
    /// `io` also when the reader went away.
    package static func deliver(_ bytes: [UInt8]) throws(Failure) {
        try check(FileWriting.writeAll(bytes, to: STDOUT_FILENO))
    }

    /// Says what went wrong, on standard error.
    package static func error(_ message: String, _ language: Language) {
        say(language("erreur :", "error:"), message)
    }

    /// Says what a person should look at, on standard error.
    package static func warning(_ message: String, _ language: Language) {
        say(language("attention :", "warning:"), message)
    }

    /// Says what was done beside the result, on standard error.
    package static func note(_ message: String, _ language: Language) {
        say(language("note :", "note:"), message)
    }

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

    /// Whether a person can be asked: standard input and standard error are terminals.
    package static var canAsk: Bool {
        isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
    }

    /// Asks a question and reads a line; yes is `o`, `oui`, `y` or `yes`, all else is no.
    package static func ask(_ question: String) -> Bool {
        ["o", "oui", "y", "yes"].contains(answer(to: question).lowercased())
    }

    /// Asks a question and reads a line; without its spaces, and empty at the end of the input.
    package static func answer(to question: String) -> String {
        write(question, to: STDERR_FILENO)
        return readLine()?.filter { !$0.isWhitespace } ?? ""
    }

    /// Says what ArgumentParser has to say of wrong usage, on standard error.
    package static func usage(_ message: String) {
        write("\(TypedText.withoutTexts(message))\n", to: STDERR_FILENO)
    }

    /// A message may name an argument that is the text of a person (Spec/verdicts.md 2.1).
    private static func say(_ kind: String, _ message: String) {
        write("\(kind) \(TypedText.withoutTexts(message))\n", to: STDERR_FILENO)
    }

    private static func value(_ name: String) -> String? {
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }

    private static func write(_ text: String, to descriptor: Int32) {
        _ = FileWriting.writeAll(Array(text.utf8), to: descriptor)
    }

    private static func check(_ error: Int32) throws(Failure) {
        guard error != 0 else { return }
        throw Failure(
            FileFault(errno: error, Wording("sortie standard", "standard output")).explanation)
    }
}
