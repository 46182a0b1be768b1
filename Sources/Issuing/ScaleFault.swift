package import Explaining

/// Why a scale cannot be used.
package enum ScaleFault: Explained, Equatable {
    case identifier
    case empty
    case tooMany(String)
    case outOfRange(String)
    case notAscending(String)

    /// The field at fault, by its name in a scale file.
    package var field: String {
        switch self {
        case .identifier, .empty: "scale"
        case .tooMany(let field), .outOfRange(let field), .notAscending(let field): field
        }
    }

    package var explanation: Explanation {
        switch self {
        case .identifier:
            Explanation(
                "scale-id-form", .data,
                "doit avoir 1 à 32 signes parmi a-z 0-9 - . et ne pas commencer par un point",
                "must be 1 to 32 of a-z 0-9 - . and not begin with a dot")
        case .empty:
            Explanation(
                "scale-empty", .data, "ne contient ni seuil ni tranche",
                "holds no threshold and no bracket")
        case .tooMany:
            Explanation(
                "scale-too-many", .data, "a plus de \(Scale.greatestCount) valeurs",
                "has more than \(Scale.greatestCount) values")
        case .outOfRange:
            Explanation(
                "scale-out-of-range", .data,
                "a une valeur hors de l’intervalle de sa donnée (Spec/claims.csv)",
                "has a value outside the range of its claim (Spec/claims.csv)")
        case .notAscending:
            Explanation(
                "scale-not-ascending", .data, "doit être en ordre croissant, sans répétition",
                "must be in ascending order, without repeats")
        }
    }
}
