package import Proofs

/// A file offered for adoption, and what to call it in the report.
package struct ListOffer: Equatable, Sendable {
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// What became of the files that were offered.
package struct AdoptionReport: Equatable, Sendable {
    /// What became of one offered list.
    package enum Outcome: Equatable, Sendable {
        case adopted(ListNumbers)
        /// The same was in force already, or what it says is known.
        case inForce(ListNumbers)
        case refused(AdoptionRefusal)
    }

    /// One for each file, in the order in which they were considered.
    package internal(set) var outcomes: [(name: String, outcome: Outcome)] = []
    /// Revocation lists that a new trust list has put out of force, and why.
    package internal(set) var dropped: [(identifier: String, refusal: RevocationListRefusal)] = []

    /// Whether any list was adopted.
    package var hasAdopted: Bool {
        outcomes.contains { if case .adopted = $0.outcome { true } else { false } }
    }

    /// Whether any list was refused.
    package var hasRefused: Bool {
        outcomes.contains { if case .refused = $0.outcome { true } else { false } }
    }

    package static func == (first: AdoptionReport, second: AdoptionReport) -> Bool {
        first.outcomes.elementsEqual(second.outcomes) { $0 == $1 }
            && first.dropped.elementsEqual(second.dropped) { $0 == $1 }
    }
}

/// By what a person tells one publication from another.
package enum ListNumbers: Equatable, Sendable {
    case roots(version: UInt64)
    case trust(sequence: UInt64, issued: Instant)
    case revocations(identifier: String, epoch: UInt64, sequence: UInt64, issued: Instant)
}
