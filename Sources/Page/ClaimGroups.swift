internal import Explaining
internal import Proofs
internal import Reporting

/// The place of each claim on the page.
///
/// Together the groups hold every claim, each once: what can
/// be read in the code is printed.
struct ClaimGroups {
    /// The holder.
    let person: [ClaimWords]
    /// What is proved, large.
    let facts: [ClaimWords]
    /// What the facts refer to: months, years, bodies, the day of the data.
    let details: [ClaimWords]
    /// For whom it was made; nil when for anybody.
    let recipient: String?

    init(_ claims: Claims) {
        let person = claims.only { ClaimGroups.persons.contains($0) }
        let stated = claims.only { $0.block != nil && !ClaimGroups.references.contains($0) }
        // A month or a year alone is then itself what is stated.
        let facts = stated.count > 0 ? stated : claims.only { $0.block != nil }
        let details = claims.only {
            person[$0] == nil && facts[$0] == nil && $0 != .recipient
        }
        self.person = ClaimWords.all(of: person, .french)
        self.facts = ClaimWords.all(of: facts, .french)
        self.details =
            ClaimWords.all(of: details.only { $0.block != nil }, .french)
            + ClaimWords.all(of: details.only { $0.block == nil }, .french)
        recipient = claims.recipient?.text
    }

    private static let persons: Set<ClaimLabel> = [
        .familyName, .firstGivenName, .otherGivenNames, .birthDate, .usageName, .sex,
        .birthPlaceCOG, .birthCountryCOG, .identityACR,
    ]

    /// Labels that say what other labels are about.
    private static let references: Set<ClaimLabel> = [.incomeYear, .qfMonth, .qfSource]
}

extension Claims {
    /// These labels only.
    func only(_ wanted: (ClaimLabel) -> Bool) -> Claims {
        var claims = Claims()
        for label in labels where wanted(label) { claims[label] = self[label] }
        return claims
    }

    /// The value of one claim in French, as the screen of a counter shows it.
    func words(_ label: ClaimLabel) -> String? {
        ClaimWords.all(of: only { $0 == label }, .french).first?.value
    }

    func number(_ label: ClaimLabel) -> UInt64? {
        if case .number(let number) = self[label] { number } else { nil }
    }

    func flag(_ label: ClaimLabel) -> Bool? {
        if case .flag(let flag) = self[label] { flag } else { nil }
    }
}
