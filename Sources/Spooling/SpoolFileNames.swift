/// A file that was taken from `in/`: `<id>.a<attempt>.<name>` (Spec/spool.md 2).
///
/// After a crash this name is all that is left to know: whose scan, which arrival, how often it
/// was tried.
package struct ClaimedName: Hashable, Sendable, CustomStringConvertible {
    package let identifier: ArrivalIdentifier
    /// 1 for the first attempt.
    package let attempt: Int
    package let name: ScanName
    package let description: String

    package init(identifier: ArrivalIdentifier, attempt: Int, name: ScanName) {
        self.identifier = identifier
        self.attempt = attempt
        self.name = name
        description = "\(identifier).a\(attempt).\(name)"
    }

    /// Reads the name of a file in `work/`; nil for a name that is not of ours.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
        // Two bytes: a sign or a leading zero would be a second form of the same name.
        guard parts.count == 3, let identifier = ArrivalIdentifier(parts[0]),
            parts[1].utf8.count == 2, parts[1].first == "a",
            let attempt = Int(parts[1].dropFirst()), (1...9).contains(attempt),
            let name = ScanName(encoded: parts[2])
        else { return nil }
        self.init(identifier: identifier, attempt: attempt, name: name)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(identifier) }

    /// The same arrival, tried once more; 9 stays 9.
    package var nextAttempt: ClaimedName {
        ClaimedName(identifier: identifier, attempt: min(attempt + 1, 9), name: name)
    }

    /// The name of its verdict in `verdicts/`.
    package var verdict: VerdictName { VerdictName(name: name, identifier: identifier) }

    /// The name of its sheet there.
    package func sheet(_ form: VerdictForm) -> VerdictName {
        VerdictName(name: name, identifier: identifier, form: form)
    }
}

/// How a verdict is written; the raw value is the ending of its name.
package enum VerdictForm: String, CaseIterable, Sendable {
    /// For programs, and always there.
    case object = "json"
    /// A sheet for people (Spec/spool.md 11).
    case text = "txt"
    case page = "html"
}

/// A published verdict, `<name>.<id>.json`, or its sheet (Spec/spool.md 2, 11).
package struct VerdictName: Hashable, Sendable, CustomStringConvertible {
    package let name: ScanName
    package let identifier: ArrivalIdentifier
    package let form: VerdictForm

    package init(name: ScanName, identifier: ArrivalIdentifier, form: VerdictForm = .object) {
        self.name = name
        self.identifier = identifier
        self.form = form
    }

    /// Nil for any name that is not ours.
    package init?(_ text: String) {
        guard let form = VerdictForm.allCases.first(where: { text.hasSuffix(".\($0.rawValue)") })
        else { return nil }
        let bytes = Array(text.utf8.dropLast(1 + form.rawValue.utf8.count))
        let tail = 1 + ArrivalIdentifier.byteCount
        guard bytes.count > tail, bytes[bytes.count - tail] == UInt8(ascii: "."),
            let name = ScanName(encoded: String(decoding: bytes.dropLast(tail), as: UTF8.self)),
            let identifier = ArrivalIdentifier(
                String(decoding: bytes.suffix(tail - 1), as: UTF8.self))
        else { return nil }
        self.init(name: name, identifier: identifier, form: form)
    }

    package var description: String { "\(name).\(identifier).\(form.rawValue)" }
}

/// Names of files that are not scans, all of our own making.
package enum SpoolFileNames {
    private static let temporaryPrefix = ".tmp-"
    private static let rewrittenPrefix = ".old-"
    private static let sheetPrefix = ".sheet-"
    private static let wholeNamePrefix = ".name-"

    /// The name of a verdict until its scan has left `work/`.
    package static func temporary(_ arrival: ArrivalIdentifier) -> String {
        "\(temporaryPrefix)\(arrival)"
    }

    /// The name of a sheet until its scan has left `work/`.
    package static func temporarySheet(
        _ arrival: ArrivalIdentifier, _ form: VerdictForm
    ) -> String {
        "\(sheetPrefix)\(arrival).\(form.rawValue)"
    }

    /// The arrival of such a file, and the form of the sheet; nil for any other name.
    package static func arrival(
        ofTemporarySheet name: String
    ) -> (arrival: ArrivalIdentifier, form: VerdictForm)? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let form = VerdictForm(rawValue: String(parts[2])),
            let arrival = arrival(of: ".\(parts[1])", sheetPrefix)
        else { return nil }
        return (arrival, form)
    }

    /// The name of a verdict that will replace one that was kept too long.
    package static func rewritten(_ arrival: ArrivalIdentifier) -> String {
        "\(rewrittenPrefix)\(arrival)"
    }

    /// The file in `work/` that holds the whole dropped name of a scan whose own is cut.
    package static func wholeName(_ arrival: ArrivalIdentifier) -> String {
        "\(wholeNamePrefix)\(arrival)"
    }

    /// The arrival of such a file; nil for any other name.
    package static func arrival(ofWholeName name: String) -> ArrivalIdentifier? {
        arrival(of: name, wholeNamePrefix)
    }

    /// The arrival whose verdict a temporary file holds; nil for any other name.
    package static func arrival(ofTemporary name: String) -> ArrivalIdentifier? {
        arrival(of: name, temporaryPrefix)
    }

    /// The same for a verdict that was being rewritten.
    package static func arrival(ofRewritten name: String) -> ArrivalIdentifier? {
        arrival(of: name, rewrittenPrefix)
    }

    private static func arrival(of name: String, _ prefix: String) -> ArrivalIdentifier? {
        guard name.hasPrefix(prefix) else { return nil }
        return ArrivalIdentifier(name.dropFirst(prefix.count))
    }
}

/// Names of `in/` that are left alone: hidden, half-copied, or made by a file manager.
///
/// Upper and lower case are the same (Spec/spool.md 2).
package struct IgnoredNames: Equatable, Sendable {
    private static let beginnings = [".", "~$"].map { Array($0.utf8) }
    private static let endings = [
        ".part", ".partial", ".filepart", ".crdownload", ".tmp", ".pd~", "~",
    ].map { Array($0.utf8) }
    private static let names: Set<[UInt8]> = [
        Array("thumbs.db".utf8), Array("desktop.ini".utf8),
    ]

    private let endings: [[UInt8]]

    /// `endings` of the configuration count beside the usual ones.
    package init(endings: [String] = []) {
        self.endings =
            IgnoredNames.endings + endings.map { Array($0.utf8).map(IgnoredNames.lower) }
    }

    /// Whether a file, or a folder on the way to it, has such a name.
    package func contains(_ path: [UInt8]) -> Bool {
        path.split(separator: UInt8(ascii: "/")).contains { isIgnored($0.map(IgnoredNames.lower)) }
    }

    private func isIgnored(_ name: [UInt8]) -> Bool {
        IgnoredNames.names.contains(name)
            || IgnoredNames.beginnings.contains { name.starts(with: $0) }
            || endings.contains { name.suffix($0.count).elementsEqual($0) }
    }

    private static func lower(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
    }
}
