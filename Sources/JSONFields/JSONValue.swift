internal import Explaining

/// A JSON value whose shape is not known before it is read.
package enum JSONValue: Equatable, Sendable {
    case null
    case bool(Bool)
    /// Written with digits only, and perhaps a sign.
    case integer(Int64)
    /// As it is written: a number with a point or an exponent, or one beyond 64 bits.
    case decimal(String)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)

    /// The largest file of settings, claims or answers, in bytes.
    package static let byteLimit = 1_048_576

    /// Parses one value of at most `limit` bytes (RFC 8259), in which no object has a name twice.
    ///
    /// `source` is what an error calls it: a file name, or - for standard input. Throws a
    /// `JSONFault` that names the line and the character.
    package init(
        parsing bytes: [UInt8], from source: String, limit: Int = JSONValue.byteLimit
    ) throws(JSONFault) {
        guard bytes.count <= limit else {
            throw JSONFault(
                source, code: "too-large", "plus de \(limit) octets", "larger than \(limit) bytes")
        }
        do throws(JSONSyntaxFault) {
            self = try JSONReading.value(of: bytes.span)
        } catch {
            throw error.fault(in: source, bytes)
        }
    }

    /// What kind of value it is, for an error.
    var kind: Wording {
        switch self {
        case .null: Wording("null", "null")
        case .bool: Wording("true ou false", "true or false")
        case .integer: Wording("un nombre entier", "a whole number")
        case .decimal:
            Wording(
                "un nombre qui n’est pas entier, ou trop grand,",
                "a number that is not whole, or too large,")
        case .string: Wording("un texte", "text")
        case .array: Wording("une liste", "a list")
        case .object: Wording("un objet", "an object")
        }
    }
}
