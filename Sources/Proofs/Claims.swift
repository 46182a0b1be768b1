/// The claims of one justificatif: each label at most once, each value of its kind.
package struct Claims: Hashable, Sendable {
    private var values: [ClaimLabel: ClaimValue] = [:]

    package init() {}

    package subscript(label: ClaimLabel) -> ClaimValue? {
        get { values[label] }
        set { values[label] = newValue }
    }

    /// In ascending order, the order of the wire and of the screen.
    package var labels: [ClaimLabel] { values.keys.sorted() }

    package var count: Int { values.count }

    /// The subjects it speaks of: what its issuer must be entitled to sign.
    package var blocks: Set<ClaimBlock> { Set(values.keys.compactMap(\.block)) }

    package func name(_ label: ClaimLabel) -> Name? {
        if case .name(let name) = values[label] { name } else { nil }
    }

    package func day(_ label: ClaimLabel) -> Day? {
        if case .day(let day) = values[label] { day } else { nil }
    }

    package var birthDate: PartialDate? {
        if case .birthDate(let date) = values[.birthDate] { date } else { nil }
    }

    package var recipient: Recipient? {
        if case .recipient(let recipient) = values[.recipient] { recipient } else { nil }
    }
}
