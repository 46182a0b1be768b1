/// Why a scale cannot be used.
package enum ScaleFault: Error, Equatable, Sendable {
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

    package var message: String {
        switch self {
        case .identifier: "must be 1 to 32 of a-z 0-9 - . and not begin with a dot"
        case .empty: "holds no threshold and no bracket"
        case .tooMany: "has more than \(Scale.greatestCount) values"
        case .outOfRange: "has a value outside the range of its claim (Spec/claims.csv)"
        case .notAscending: "must be in ascending order, without repeats"
        }
    }
}
