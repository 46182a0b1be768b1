package import Proofs

/// Who the person is, as FranceConnect says it: the only identity that is ever signed.
///
/// What is absent there, or has no form that could be signed, is nil here.
package struct PivotIdentity: Equatable, Sendable {
    /// The birth name, never the usage name.
    package var familyName: Name?
    package var givenNames: GivenNames?
    package var birthDate: PartialDate?
    package var usageName: Name?
    /// The number of a choice of the claim `sex`.
    package var sex: UInt64?
    /// INSEE code of a commune.
    package var birthPlaceCOG: String?
    /// INSEE code of a country, 99000 to 99999.
    package var birthCountryCOG: UInt64?
    /// The number of a choice of the claim `identity_acr`.
    package var identityACR: UInt64?

    package init(familyName: Name?, givenNames: GivenNames?, birthDate: PartialDate?) {
        self.familyName = familyName
        self.givenNames = givenNames
        self.birthDate = birthDate
    }
}

/// Given names as the identity provider separates them, or does not (Spec/issuing.md).
package enum GivenNames: Equatable, Sendable {
    /// Its list of given names: each may itself hold spaces, as "Jean Pierre" does.
    case separate(first: Name, others: Name?)
    /// One text: "Jean Pierre" is two given names or a compound one, nobody can tell.
    case undivided(Name)

    /// What is signed as the first given name: an undivided text whole, because cutting it could
    /// sign half a name.
    package var first: Name {
        switch self {
        case .separate(let first, _): first
        case .undivided(let whole): whole
        }
    }

    /// The other given names; nil if the identity holds them all as one text.
    package var others: Name? {
        if case .separate(_, let others) = self { others } else { nil }
    }

    /// The texts that may be the first given name when it is compared.
    var matchingForms: [String] {
        switch self {
        case .separate(let first, _): [first.text]
        case .undivided(let whole):
            [whole.text] + whole.text.split(separator: " ").prefix(1).map(String.init)
        }
    }
}

extension PivotIdentity {
    /// The value of an identity claim; nil when the identity does not hold it.
    func value(of label: ClaimLabel) -> ClaimValue? {
        guard let label = label.identity else { return nil }
        return switch label {
        case .familyName: familyName.map { .name($0) }
        case .firstGivenName: givenNames.map { .name($0.first) }
        case .otherGivenNames: givenNames?.others.map { .name($0) }
        case .birthDate: birthDate.map { .birthDate($0) }
        case .usageName: usageName.map { .name($0) }
        case .sex: sex.map { .choice($0) }
        case .birthPlaceCOG: birthPlaceCOG.map { .code($0) }
        case .birthCountryCOG: birthCountryCOG.map { .number($0) }
        case .identityACR: identityACR.map { .choice($0) }
        // Not of the identity provider: the citizen, the data body and the session say these.
        case .recipient, .dataAsOf, .delegated: nil
        }
    }
}
