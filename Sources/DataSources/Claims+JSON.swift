internal import Explaining
package import JSONFields
package import Proofs

extension Claims {
    /// Claims written by hand: one object, fields by the names of Spec/claims.csv.
    ///
    /// `place` is what an error calls the object: a file name, or a file name and a line. Throws
    /// the first field that is misspelt, of another form, or out of its range. Whether the claims
    /// make sense together is the issuer's check.
    package init(json value: JSONValue, at place: String) throws(JSONFault) {
        self.init()
        var fields = try JSONFields(value, at: place)
        for row in ClaimRegistry.rows {
            guard let written = fields.value(row.name) else { continue }
            do throws(ClaimFormFault) {
                self[row.label] = try ClaimValue(json: written, row.kind)
            } catch {
                throw fields.fault(row.name, error.words.french, error.words.english)
            }
        }
        try fields.finish()
    }
}

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
