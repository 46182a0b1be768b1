/// Why bytes were refused, and where.
///
/// The code is stable: it appears as `reason` in a verdict and as `reason` in vectors. It does not
/// know what the bytes were to be: the reader's own error says so, and has the row in the table.
package struct DecodeError: Error, Equatable, Sendable {
    package let code: Code
    /// Where reading stopped: bytes from the start of what was decoded, characters for text.
    package let offset: Int

    package init(_ code: Code, at offset: Int) {
        self.code = code
        self.offset = offset
    }

    /// Why bytes were refused: the closed list of Spec/token.md 3.2.
    package enum Code: String, Sendable, CaseIterable {
        case truncated = "truncated"
        case trailingBytes = "trailing-bytes"
        case tooLong = "too-long"
        case tooMany = "too-many"
        case tooDeep = "too-deep"

        case textCharacter = "text-character"
        case textLength = "text-length"
        case textTrailingBits = "text-trailing-bits"

        case notShortest = "not-shortest"
        case indefiniteLength = "indefinite-length"
        case reservedHead = "reserved-head"
        case wrongType = "wrong-type"
        case keyOrder = "key-order"
        case unknownKey = "unknown-key"
        case missingKey = "missing-key"
        case notUTF8 = "not-utf8"
        case wrongLength = "wrong-length"
        case outOfRange = "out-of-range"

        case wrongAlgorithm = "wrong-algorithm"
        case signatureOrder = "signature-order"
        case notADay = "not-a-day"
        case nameForm = "name-form"
        case keyNotPrimeOrder = "key-not-prime-order"
        case duplicateKey = "duplicate-key"
        case unknownList = "unknown-list"
        case dateOrder = "date-order"
        case bitPadding = "bit-padding"
        case codingNotBest = "coding-not-best"
    }
}

extension DecodeError: CustomStringConvertible {
    /// The form shown to a support desk: `key-order@87`.
    package var description: String { "\(code.rawValue)@\(offset)" }
}
