package import Explaining
package import Proofs
internal import Wire

/// A published scale: the only bounds a predicate may state (Spec/issuing.md).
package struct Scale: Equatable, Sendable {
    /// Thresholds of one predicate, and brackets, at most: a finer scale would give the value away.
    package static let greatestCount = 99

    /// The predicates it can hold thresholds of, in euros or in hundredths of a part.
    package static let predicates: [ClaimLabel] = ClaimLabel.allCases.filter {
        Disclosure.boundForm(of: $0) == .number
    }

    package let identifier: String
    /// What it is called where it is published.
    package let title: String?
    /// Ascending, each within the range of its claim.
    package let thresholds: [ClaimLabel: [UInt64]]
    /// Lower bounds of the brackets of a quotient familial, ascending, in euros.
    package let brackets: [UInt64]

    /// Throws the first rule of a scale that is broken, and the field that breaks it.
    package init(
        identifier: String, title: String?, thresholds: [ClaimLabel: [UInt64]], brackets: [UInt64]
    ) throws(ScaleFault) {
        guard ClaimForm.isIdentifier(identifier, limit: Limits.identifierBytes) else {
            throw .identifier
        }
        for (label, values) in thresholds.sorted(by: { $0.key < $1.key }) {
            let row = ClaimRegistry.row(of: label)
            guard Scale.predicates.contains(label), case .number(let range, _) = row.kind else {
                throw .outOfRange(row.name)
            }
            try Scale.check(values, range, row.name)
        }
        try Scale.check(brackets, 0...99_999, "brackets")
        guard !brackets.isEmpty || thresholds.contains(where: { !$0.value.isEmpty }) else {
            throw .empty
        }
        self.identifier = identifier
        self.title = title
        self.thresholds = thresholds
        self.brackets = brackets
    }

    private static func check(
        _ values: [UInt64], _ range: ClosedRange<UInt64>, _ field: String
    ) throws(ScaleFault) {
        guard values.count <= greatestCount else { throw .tooMany(field) }
        guard values.allSatisfy(range.contains) else { throw .outOfRange(field) }
        guard zip(values, values.dropFirst()).allSatisfy({ $0 < $1 }) else {
            throw .notAscending(field)
        }
    }
}

extension Scale {
    /// One bracket: lower <= value < upper, the last one without an upper bound.
    struct Bracket: Equatable {
        let grid: String
        /// Counted from 1.
        let number: UInt64
        let lower: UInt64
        let upper: UInt64?
    }

    /// The bracket a quotient familial falls into; nil below the first.
    func bracket(of value: UInt64) -> Bracket? {
        guard let index = brackets.lastIndex(where: { $0 <= value }) else { return nil }
        let upper = index + 1 < brackets.count ? brackets[index + 1] : nil
        return Bracket(
            grid: identifier, number: UInt64(index + 1), lower: brackets[index], upper: upper)
    }
}

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
