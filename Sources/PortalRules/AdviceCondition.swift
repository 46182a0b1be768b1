internal import DataSources
internal import Issuing
internal import JSONFields
internal import Proofs

/// One condition of a rule: a claim, a comparison, a value (Spec/portal.md 11).
struct AdviceCondition: Equatable {
    enum Comparison: String, CaseIterable {
        /// The datum says something of the claim; takes no value.
        case stated = "is-stated"
        case equal = "equals"
        case atMost = "at-most"
        case atLeast = "at-least"
    }

    private let label: ClaimLabel
    private let comparison: Comparison
    /// Nil for `is-stated`.
    private let value: ClaimValue?

    /// Throws for a claim that no datum states by itself, a comparison that its values do not have,
    /// and a value of another form.
    init(_ item: JSONValue, at place: String) throws(JSONFault) {
        var fields = try JSONFields(item, at: place)
        let name = try fields.text("claim")
        guard let row = ClaimRegistry.row(named: name), row.label.block != nil else {
            throw fields.fault(
                "claim", "n’est le nom d’aucun fait", "is the name of no fact")
        }
        guard !AdviceCondition.needsScale(row) else {
            throw fields.fault(
                "claim", "se calcule par un barème ; comparez la valeur elle-même",
                "is computed by a scale; compare the value itself")
        }
        label = row.label
        let names = Comparison.allCases.map(\.rawValue).joined(separator: ", ")
        guard let comparison = Comparison(rawValue: try fields.text("is")) else {
            throw fields.fault("is", "l’un de \(names)", "one of \(names)")
        }
        self.comparison = comparison
        let written = fields.value("value")
        switch (comparison, written) {
        case (.stated, nil): value = nil
        case (.stated, _?):
            throw fields.fault("value", "is-stated n’en prend pas", "is-stated takes none")
        case (.equal, nil), (.atMost, nil), (.atLeast, nil): throw fields.missing("value")
        case (.equal, let written?), (.atMost, let written?), (.atLeast, let written?):
            value = try Claims(json: .object([name: written]), at: place)[row.label]
        }
        guard comparison == .stated || comparison == .equal || value?.order != nil else {
            throw fields.fault(
                "is", "ce fait n’a pas d’ordre ; écrivez equals ou is-stated",
                "this fact has no order; write equals or is-stated")
        }
        try fields.finish()
    }

    func isTrue(of facts: Facts, on day: Day) -> Bool {
        guard let stated = facts.stated(label, on: day) else { return false }
        guard let value else { return true }
        switch comparison {
        case .stated: return true
        case .equal: return stated == value
        case .atMost: return AdviceCondition.ordered(stated, value)
        case .atLeast: return AdviceCondition.ordered(value, stated)
        }
    }

    private static func ordered(_ lower: ClaimValue, _ upper: ClaimValue) -> Bool {
        guard let lower = lower.order, let upper = upper.order else { return false }
        return lower <= upper
    }

    /// Bounds and brackets; a predicate about a day needs none.
    private static func needsScale(_ row: ClaimRegistry.Row) -> Bool {
        switch row.kind {
        case .bracket, .tariff: true
        case .number: row.isPredicate
        case .name, .recipient, .birthDate, .choice, .code, .daysBeforeIssue, .day, .dayOrNone,
            .month, .trueOnly, .flag:
            false
        }
    }
}

extension ClaimValue {
    /// Where it is among others of its claim; nil if they have no order.
    fileprivate var order: UInt64? {
        switch self {
        case .number(let number): number
        case .day(let day): UInt64(exactly: day.number)
        case .month(let month): UInt64(exactly: month.firstDay.number)
        case .name, .recipient, .birthDate, .choice, .code, .noDay, .flag, .bracket, .tariff: nil
        }
    }
}
