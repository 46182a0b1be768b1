// Written by scripts/claims from Spec/claims.csv and Spec/blocks.csv; change that and run it.
// swift-format-ignore-file

/// The number of a claim inside a justificatif (Spec/claims.csv).
///
/// Numbers are never reused.
package enum ClaimLabel: UInt64, CaseIterable, Sendable {
    case familyName = 0
    case firstGivenName = 1
    case otherGivenNames = 2
    case birthDate = 3
    case usageName = 4
    case sex = 5
    case birthPlaceCOG = 6
    case birthCountryCOG = 7
    case identityACR = 8
    case recipient = 9
    case dataAsOf = 11
    case delegated = 13

    case rfr = 32
    case incomeYear = 33
    case taxParts = 34
    case familyStatus = 35
    case dependants = 36
    case rfrAtMost = 48
    case rfrPerPartAtMost = 49
    case householdPartsAtLeast = 50

    case qf = 64
    case qfMonth = 65
    case qfComputed = 66
    case children = 67
    case qfSource = 68
    case qfAtMost = 72
    case qfBracket = 73
    case tariffBracket = 74

    case registeredSince = 96
    case registrationEnded = 97
    case registrationCategory = 98
    case registeredOn = 104
    case notRegisteredOn = 105

    case baseRightsFrom = 112
    case baseRightsUntil = 113
    case fundCode = 114
    case c2s = 115
    case c2sWithContribution = 116
    case c2sSince = 117
    case baseRightsOpenOn = 120
    case c2sOn = 121

    case studentFrom = 129
    case studentUntil = 130
    case grantLevel = 131
    case studentOn = 136
    case grantHolderOn = 137

    /// The labels of block 0: who the holder is, and what the proof is for.
    package enum Identity: UInt64, CaseIterable, Sendable {
        case familyName = 0
        case firstGivenName = 1
        case otherGivenNames = 2
        case birthDate = 3
        case usageName = 4
        case sex = 5
        case birthPlaceCOG = 6
        case birthCountryCOG = 7
        case identityACR = 8
        case recipient = 9
        case dataAsOf = 11
        case delegated = 13
    }

    /// The labels of block 32, tax.
    package enum Tax: UInt64, CaseIterable, Sendable {
        case rfr = 32
        case incomeYear = 33
        case taxParts = 34
        case familyStatus = 35
        case dependants = 36
        case rfrAtMost = 48
        case rfrPerPartAtMost = 49
        case householdPartsAtLeast = 50
    }

    /// The labels of block 64, quotient familial.
    package enum QuotientFamilial: UInt64, CaseIterable, Sendable {
        case qf = 64
        case qfMonth = 65
        case qfComputed = 66
        case children = 67
        case qfSource = 68
        case qfAtMost = 72
        case qfBracket = 73
        case tariffBracket = 74
    }

    /// The labels of block 96, job seeker.
    package enum JobSeeker: UInt64, CaseIterable, Sendable {
        case registeredSince = 96
        case registrationEnded = 97
        case registrationCategory = 98
        case registeredOn = 104
        case notRegisteredOn = 105
    }

    /// The labels of block 112, health.
    package enum Health: UInt64, CaseIterable, Sendable {
        case baseRightsFrom = 112
        case baseRightsUntil = 113
        case fundCode = 114
        case c2s = 115
        case c2sWithContribution = 116
        case c2sSince = 117
        case baseRightsOpenOn = 120
        case c2sOn = 121
    }

    /// The labels of block 128, student.
    package enum Student: UInt64, CaseIterable, Sendable {
        case studentFrom = 129
        case studentUntil = 130
        case grantLevel = 131
        case studentOn = 136
        case grantHolderOn = 137
    }

    /// A label that states a fact, by its subject: a switch over it leaves none out.
    package enum Fact: Hashable, Sendable {
        case tax(Tax)
        case quotientFamilial(QuotientFamilial)
        case jobSeeker(JobSeeker)
        case health(Health)
        case student(Student)
    }

    /// Nil for a label that states a fact.
    package var identity: Identity? { Identity(rawValue: rawValue) }

    /// Nil for identity and context.
    package var fact: Fact? {
        if let label = Tax(rawValue: rawValue) {
            return .tax(label)
        }
        if let label = QuotientFamilial(rawValue: rawValue) {
            return .quotientFamilial(label)
        }
        if let label = JobSeeker(rawValue: rawValue) {
            return .jobSeeker(label)
        }
        if let label = Health(rawValue: rawValue) {
            return .health(label)
        }
        if let label = Student(rawValue: rawValue) {
            return .student(label)
        }
        return nil
    }
}

/// What an issuer may be entitled to sign: a range of labels of one subject.
package enum ClaimBlock: UInt64, CaseIterable, Sendable {
    case tax = 32
    case quotientFamilial = 64
    case jobSeeker = 96
    case health = 112
    case student = 128

    /// The last label of the block.
    var last: UInt64 {
        switch self {
        case .tax: 63
        case .quotientFamilial: 95
        case .jobSeeker: 111
        case .health: 127
        case .student: 143
        }
    }

    /// What a trust draft calls it (Spec/lists.md 2.3).
    package var name: String {
        switch self {
        case .tax: "revenu-fiscal-de-reference"
        case .quotientFamilial: "quotient-familial"
        case .jobSeeker: "demandeur-emploi"
        case .health: "assurance-maladie"
        case .student: "statut-etudiant"
        }
    }
}
