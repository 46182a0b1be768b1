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
}

extension ClaimLabel: Comparable {
    /// One more than the greatest number.
    static let numberLimit = 1 + Int(allCases.map(\.rawValue).max() ?? 0)

    package static func < (first: ClaimLabel, second: ClaimLabel) -> Bool {
        first.rawValue < second.rawValue
    }

    /// The block it belongs to; nil for identity and context, which every issuer may sign.
    package var block: ClaimBlock? { ClaimBlock(label: rawValue) }
}

/// What an issuer may be entitled to sign: a range of labels of one subject.
package enum ClaimBlock: UInt64, CaseIterable, Sendable {
    case tax = 32
    case quotientFamilial = 64
    case jobSeeker = 96
    case health = 112

    /// The first label beyond the block.
    private var end: UInt64 {
        switch self {
        case .tax: 64
        case .quotientFamilial: 96
        case .jobSeeker: 112
        case .health: 128
        }
    }

    /// The first label that states a fact; below it stand identity and context.
    package static let firstFact: UInt64 = 32

    init?(label: UInt64) {
        guard let block = ClaimBlock.allCases.first(where: { ($0.rawValue..<$0.end) ~= label })
        else { return nil }
        self = block
    }
}
