/// The registry of claims: one row a label, made from Spec/claims.csv by scripts/claims.
package enum ClaimRegistry {
    /// One claim of Spec/claims.csv.
    package final class Row: Sendable {
        package let label: ClaimLabel
        /// The name in JSON, in Spec and on the command line.
        package let name: String
        package let kind: ClaimKind
        /// It tells a bound or a day instead of the value (Spec/token.md 4.1).
        package let isPredicate: Bool
        /// Labels that must be there too, all of them.
        package let requires: [ClaimLabel]
        /// Labels that may not be there too, ascending: other ways to state the same fact.
        package let excludes: [ClaimLabel]

        init(
            _ label: ClaimLabel, _ name: String, _ kind: ClaimKind, isPredicate: Bool,
            requires: [ClaimLabel], excludes: [ClaimLabel]
        ) {
            self.label = label
            self.name = name
            self.kind = kind
            self.isPredicate = isPredicate
            self.requires = requires
            self.excludes = excludes.sorted()
        }
    }

    /// The row of a claim; every label has one.
    package static func row(of label: ClaimLabel) -> Row {
        rows[place(of: label)]
    }

    /// Its place in `rows` and in every table that is made from Spec/claims.csv.
    package static func place(of label: ClaimLabel) -> Int { places[Int(label.rawValue)] }

    /// The row of the claim of this name; nil if there is none.
    package static func row(named name: String) -> Row? { rows.first { $0.name == name } }

    /// The place of each label among the rows: it is asked for with every claim that is read.
    private static let places: [Int] = {
        let last = rows.last.map { Int($0.label.rawValue) } ?? 0
        var places = [Int](repeating: -1, count: last + 1)
        for (place, row) in rows.enumerated() { places[Int(row.label.rawValue)] = place }
        return places
    }()
}

extension ClaimLabel: Comparable {
    package static func < (first: ClaimLabel, second: ClaimLabel) -> Bool {
        first.rawValue < second.rawValue
    }

    /// The block it belongs to; nil for identity and context, which every issuer may sign.
    package var block: ClaimBlock? { ClaimBlock(label: rawValue) }
}

extension ClaimBlock {
    /// The first label that states a fact; identity and context are below it.
    package static let firstFact: UInt64 = 32

    init?(label: UInt64) {
        guard let block = ClaimBlock.allCases.first(where: { ($0.rawValue...$0.last) ~= label })
        else { return nil }
        self = block
    }
}
