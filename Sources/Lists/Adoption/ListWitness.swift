package import Explaining
internal import Wire

/// The SHA-256 of every list that was published, told at a second place by somebody else than who
/// publishes (Spec/lists.md 6.6).
///
/// A publisher that shows one place another list than the rest is found out by it.
package struct ListWitness: Equatable, Sendable {
    private let digests: Set<String>

    /// Reads what sha256sum(1) writes: a line for each file, 64 hexadecimal digits, then white
    /// space and a name, which does not count.
    ///
    /// Empty lines are passed over. Throws `WitnessFault` for any other line, and for a file
    /// without a line: it would refuse every list.
    package init(reading bytes: [UInt8]) throws(WitnessFault) {
        var digests: Set<String> = []
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let words = line.split(whereSeparator: ListWitness.isSpace)
            guard let first = words.first else { continue }
            let digits = String(decoding: first, as: UTF8.self).lowercased()
            guard line.first == first.first, Hexadecimal.decode(digits)?.count == Digest.byteCount
            else { throw .line(index + 1) }
            digests.insert(digits)
        }
        guard !digests.isEmpty else { throw .empty }
        self.digests = digests
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }

    /// Whether it names a file with these bytes.
    func holds(_ bytes: [UInt8], _ hasher: some Hashing) -> Bool {
        digests.contains(ListFileDigest.sha256(bytes, hasher))
    }
}

/// What is wrong with the file of a witness.
package enum WitnessFault: Explained, Equatable {
    /// The line of this number, from 1, does not begin with a SHA-256.
    case line(Int)
    case empty

    package var explanation: Explanation {
        switch self {
        case .line(let number):
            Explanation(
                "witness-line", .configuration,
                "la ligne \(number) ne commence pas par un SHA-256 de 64 chiffres hexadécimaux ; "
                    + "il faut un fichier tel que sha256sum en écrit",
                "line \(number) does not begin with a SHA-256 of 64 hexadecimal digits; "
                    + "give a file as sha256sum writes it")
        case .empty:
            Explanation(
                "witness-empty", .configuration,
                "aucun SHA-256 n’y est noté ; toutes les listes seraient refusées",
                "it names no SHA-256; every list would be refused")
        }
    }
}
