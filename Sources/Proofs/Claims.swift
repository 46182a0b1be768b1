/// The claims of one justificatif: each label at most once, each value of its kind.
package struct Claims: Hashable, Sendable {
    private struct Claim: Hashable, Sendable {
        let label: ClaimLabel
        var value: ClaimValue
    }

    /// In ascending order of their labels: a dozen at most in practice, found sooner than hashed.
    private var claims: [Claim] = []

    package init() {}

    /// With room for so many.
    init(capacity: Int) { claims.reserveCapacity(capacity) }

    /// The value of a claim; nil if it is not there, and setting nil takes it out.
    package subscript(label: ClaimLabel) -> ClaimValue? {
        get { place(of: label).map { claims[$0].value } }
        set {
            // From the end, where a claim goes that comes in the order of the wire.
            let place = (claims.lastIndex { $0.label < label } ?? -1) + 1
            let isThere = place < claims.count && claims[place].label == label
            switch (newValue, isThere) {
            case (let value?, true): claims[place].value = value
            case (let value?, false) where place == claims.count:
                claims.append(Claim(label: label, value: value))
            case (let value?, false): claims.insert(Claim(label: label, value: value), at: place)
            case (nil, true): claims.remove(at: place)
            case (nil, false): break
            }
        }
    }

    /// In ascending order, the order of the wire and of the screen.
    package var labels: [ClaimLabel] { claims.map(\.label) }

    /// What is first found wrong with a label, in ascending order; nil if nothing is.
    func firstFault(_ fault: (ClaimLabel) -> SenseFault?) -> SenseFault? {
        for place in claims.indices {
            if let found = fault(claims[place].label) { return found }
        }
        return nil
    }

    /// How many claims there are.
    package var count: Int { claims.count }

    /// Whether there is a claim of this label.
    package func has(_ label: ClaimLabel) -> Bool { place(of: label) != nil }

    /// Looks at labels alone: a value that is passed on is counted as used.
    private func place(of label: ClaimLabel) -> Int? {
        claims.indices.first { claims[$0].label == label }
    }

    /// The subjects it speaks of, ascending, each once: what its issuer must be entitled to sign.
    package var blocks: [ClaimBlock] {
        var blocks: [ClaimBlock] = []
        for case let block? in claims.lazy.map(\.label.block) where block != blocks.last {
            blocks.append(block)
        }
        return blocks
    }

    /// Whether all its subjects are such.
    package func hasOnlyBlocks(_ isAllowed: (ClaimBlock) -> Bool) -> Bool {
        claims.indices.allSatisfy { claims[$0].label.block.map(isAllowed) ?? true }
    }

    /// The name under this label; nil if there is none.
    package func name(_ label: ClaimLabel) -> Name? {
        if case .name(let name) = self[label] { name } else { nil }
    }

    /// The day under this label; nil if there is none.
    package func day(_ label: ClaimLabel) -> Day? {
        if case .day(let day) = self[label] { day } else { nil }
    }

    /// The holder's date of birth; nil if it is not stated.
    package var birthDate: PartialDate? {
        if case .birthDate(let date) = self[.birthDate] { date } else { nil }
    }

    /// Whom the proof is made for; nil if it is for anybody.
    package var recipient: Recipient? {
        if case .recipient(let recipient) = self[.recipient] { recipient } else { nil }
    }
}
