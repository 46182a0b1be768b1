/// A file that was taken from `in/`: `<id>.a<attempt>.<name>` (Spec/spool.md 2).
///
/// After a crash this name is all that is left to know: whose scan, which arrival, how often it
/// was tried.
package struct ClaimedName: Hashable, Sendable, CustomStringConvertible {
    package let identifier: ArrivalIdentifier
    /// 1 for the first attempt.
    package let attempt: Int
    package let name: ScanName

    package init(identifier: ArrivalIdentifier, attempt: Int, name: ScanName) {
        self.identifier = identifier
        self.attempt = attempt
        self.name = name
    }

    package init?(_ text: String) {
        let parts = text.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let identifier = ArrivalIdentifier(parts[0]),
            parts[1].first == "a", let attempt = Int(parts[1].dropFirst()),
            (1...9).contains(attempt), let name = ScanName(encoded: parts[2])
        else { return nil }
        self.init(identifier: identifier, attempt: attempt, name: name)
    }

    package var description: String { "\(identifier).a\(attempt).\(name)" }

    /// The same arrival, tried once more.
    package var nextAttempt: ClaimedName {
        ClaimedName(identifier: identifier, attempt: attempt + 1, name: name)
    }

    /// Where its verdict stands for whoever collects it.
    package var verdictName: String { "\(name).\(identifier).json" }

    /// Where its verdict stands until the input is out of `work/`.
    package var temporaryVerdictName: String { "\(SpoolFileNames.temporaryPrefix)\(identifier)" }
}

/// Names that are not scans, and names of our own making.
package enum SpoolFileNames {
    package static let temporaryPrefix = ".tmp-"

    /// Whether a file in `in/` is left alone: hidden, half-copied, or made by a file manager.
    package static func isIgnored(_ name: [UInt8]) -> Bool {
        let text = String(decoding: name, as: UTF8.self).lowercased()
        return text.hasPrefix(".") || text.hasPrefix("~$") || text.hasSuffix(".part")
            || text == "thumbs.db" || text == "desktop.ini"
    }

    /// The arrival whose verdict a temporary file holds; nil for any other name.
    package static func arrival(ofTemporary name: String) -> ArrivalIdentifier? {
        guard name.hasPrefix(temporaryPrefix) else { return nil }
        return ArrivalIdentifier(name.dropFirst(temporaryPrefix.count))
    }
}
