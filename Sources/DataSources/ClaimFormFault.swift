internal import Explaining
internal import Proofs

/// Why a JSON value is not a claim of its kind; the message never repeats the value.
struct ClaimFormFault: Error {
    let words: Wording

    static let notText = ClaimFormFault(expecting: "un texte", "text")

    init(_ words: Wording) { self.words = words }

    init(expecting french: String, _ english: String) {
        words = Wording("doit être \(french)", "must be \(english)")
    }
}

extension ClaimKind.Unit {
    /// How the unit is named after a range.
    var words: Wording {
        switch self {
        case .euro: Wording(" (en euros entiers)", " (whole euros)")
        case .hundredths:
            Wording(
                " (en centièmes de part : 250 pour 2,5 parts)",
                " (hundredths of a part: 250 is 2.5 parts)")
        case .count, .year, .country, .level: Wording("", "")
        }
    }
}
