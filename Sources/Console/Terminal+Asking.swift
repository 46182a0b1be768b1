internal import Glibc

extension Terminal {
    /// Whether a person can be asked: standard input and standard error are terminals.
    package static var canAsk: Bool {
        isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
    }

    /// Asks a question and reads a line; yes is `o`, `oui`, `y` or `yes`, all else is no.
    package static func ask(_ question: String) -> Bool {
        let bytes = Array(question.utf8)
        unsafe _ = write(STDERR_FILENO, bytes, bytes.count)
        let answer = readLine()?.lowercased().filter { !$0.isWhitespace } ?? ""
        return ["o", "oui", "y", "yes"].contains(answer)
    }
}
