package import Proofs

/// What a person chose to show: the labels, and for a predicate the bound (Spec/issuing.md).
package struct Disclosure: Equatable, Sendable {
    /// Up to where, or on which day, a predicate is asked.
    package enum Bound: Equatable, Sendable {
        /// In the unit of the claim: euros, or hundredths of a part.
        case number(UInt64)
        case day(Day)

        var form: BoundForm {
            switch self {
            case .number: .number
            case .day: .day
            }
        }
    }

    /// What a predicate can be given as its bound.
    package enum BoundForm: Sendable { case number, day }

    package let kind: JustificatifKind
    /// Identity beyond the usual three fields.
    let identity: Set<ClaimLabel>
    /// Empty for the usual fact of the kind.
    let facts: Set<ClaimLabel>
    let bounds: [ClaimLabel: Bound]

    /// `asked` in the order of the request; empty for what is usual.
    ///
    /// Throws `label-not-offered`, `label-twice` or `labels-exclude-each-other`. A bound must be of
    /// `boundForm(of:)`, else `bound-not-taken`.
    package init(
        _ asked: [(label: ClaimLabel, bound: Bound?)] = [], for kind: JustificatifKind
    ) throws(IssuingRefusal) {
        var (labels, bounds): (Set<ClaimLabel>, [ClaimLabel: Bound]) = ([], [:])
        for (label, bound) in asked {
            guard Disclosure.offered(for: kind).contains(label) else {
                throw .labelNotOffered(label, kind)
            }
            guard labels.insert(label).inserted else { throw .labelTwice(label) }
            guard let bound else { continue }
            guard bound.form == Disclosure.boundForm(of: label) else {
                throw .boundNotTaken(label)
            }
            bounds[label] = bound
        }
        self.kind = kind
        self.bounds = bounds
        identity = labels.filter { $0.block == nil && $0 != .dataAsOf }
        facts = Disclosure.withCompanions(labels.filter { $0.block != nil })
        for label in facts.sorted() {
            let excluded = ClaimRegistry.row(of: label).excludes.first(where: facts.contains)
            if let excluded { throw .labelsExclude(label, excluded) }
        }
    }

    /// The labels a person may choose for a kind.
    package static func offered(for kind: JustificatifKind) -> [ClaimLabel] {
        ClaimLabel.allCases.filter { label in
            label.block == kind.block && kind.offers(label)
                || label.block == nil && label != .recipient && label != .delegated
        }
    }

    /// Nil for a label that takes no bound.
    package static func boundForm(of label: ClaimLabel) -> BoundForm? {
        let row = ClaimRegistry.row(of: label)
        guard row.isPredicate else { return nil }
        return switch row.kind {
        case .number: .number
        case .day: .day
        case .name, .recipient, .birthDate, .choice, .code, .daysBeforeIssue, .dayOrNone, .month,
            .trueOnly, .flag, .bracket, .tariff:
            nil
        }
    }

    /// The labels and those without which they mean nothing (`requires`, Spec/claims.csv).
    static func withCompanions(_ labels: Set<ClaimLabel>) -> Set<ClaimLabel> {
        var (all, added) = (labels, labels)
        while !added.isEmpty {
            added = Set(added.flatMap { ClaimRegistry.row(of: $0).requires }).subtracting(all)
            all.formUnion(added)
        }
        return all.filter { $0.block != nil }
    }
}
