internal import Glibc
internal import JSONFields

/// systemd's journal, which is given an event with its fields and not as a line of text.
///
/// In the form of systemd's "Native Journal Protocol".
package struct SystemJournal: Sendable {
    /// Events that ask somebody to look, at the level of a warning (Spec/spool.md 8).
    private static let warnings: Set<String> = [
        "claim-refused", "commit-refused", "erase-refused", "input-fault", "lists-kept",
        "metrics-fault", "quarantined", "slot-fault", "spool-fault", "spool-full",
        "waiting-for-lists",
    ]

    private let socket: Int32

    /// Returns nil unless `output` is the journal already: `stream` is its device and inode, as
    /// systemd names them in JOURNAL_STREAM.
    package init?(
        stream: String?, output: Int32 = STDERR_FILENO,
        address: String = "/run/systemd/journal/socket"
    ) {
        var status = stat()
        guard unsafe fstat(output, &status) == 0, stream == "\(status.st_dev):\(status.st_ino)"
        else { return nil }
        let number = ServiceManager.connect(address)
        guard number >= 0 else { return nil }
        socket = number
    }

    /// Sends an event; returns false if the journal did not take it.
    func tell(_ event: String, _ fields: JSONObject, _ line: [UInt8]) -> Bool {
        let priority = SystemJournal.warnings.contains(event) ? 4 : 6
        var message = SystemJournal.field("MESSAGE", line.dropLast())
        message += SystemJournal.field("PRIORITY", Array(String(priority).utf8))
        message += SystemJournal.field("SYSLOG_IDENTIFIER", Array("justificatifd".utf8))
        for (name, value) in fields {
            let upper = "JUSTIFICATIF_" + name.uppercased().replacing("-", with: "_")
            message += SystemJournal.field(upper, SystemJournal.bytes(value))
        }
        return unsafe send(socket, message, message.count, Int32(MSG_NOSIGNAL)) == message.count
    }

    /// A text as it is, everything else as JSON.
    private static func bytes(_ value: JSONValue) -> [UInt8] {
        if case .string(let text) = value { return Array(text.utf8) }
        return value.lineBytes().dropLast()
    }

    /// The form that takes any bytes: name, newline, length in 64 bits, value, newline.
    private static func field(_ name: String, _ value: some Collection<UInt8>) -> [UInt8] {
        let length = (0..<8).map { UInt8(truncatingIfNeeded: value.count >> (8 * $0)) }
        let newline = UInt8(ascii: "\n")
        return Array(name.utf8) + [newline] + length + Array(value) + [newline]
    }
}
