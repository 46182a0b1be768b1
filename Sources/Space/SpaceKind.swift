package import Proofs

/// What a portal keeps of a person (Spec/space.md 1).
package enum SpaceKind: String, CaseIterable, Sendable {
    /// What a data body outside FranceConnect asks for.
    case parameter
    /// Who exchanged what, when, for whom.
    case journal
    /// From a justificatif to where it was sent.
    case link

    /// The last day that an entry kept on `day` may have.
    package func latestDay(keptOn day: Day) -> Day {
        switch self {
        case .parameter, .journal: day.adding(months: 6)
        case .link: day.adding(months: 3)
        }
    }

    /// How many of one person are kept at most.
    package var greatestCount: Int {
        switch self {
        case .parameter: 20
        case .journal, .link: 500
        }
    }
}
