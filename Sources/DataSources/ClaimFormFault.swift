internal import Proofs

/// Why a JSON value is not a claim of its kind; the message never repeats the value.
struct ClaimFormFault: Error {
    let message: String

    init(_ message: String) { self.message = message }

    init(expecting form: String) { message = "must be \(form)" }
}

extension ClaimKind.Unit {
    /// How the unit is named after a range.
    var words: String {
        switch self {
        case .euro: " (whole euros)"
        case .hundredths: " (hundredths of a part: 250 is 2.5 parts)"
        case .count, .year, .country, .level: ""
        }
    }
}
