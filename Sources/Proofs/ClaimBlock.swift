extension ClaimLabel: Comparable {
    package static func < (first: ClaimLabel, second: ClaimLabel) -> Bool {
        first.rawValue < second.rawValue
    }

    /// The block it belongs to; nil for identity and context, which every issuer may sign.
    package var block: ClaimBlock? { ClaimBlock(label: rawValue) }
}

extension ClaimBlock {
    /// The first label that states a fact; identity and context are below it.
    package static let firstFact: UInt64 = 32

    init?(label: UInt64) {
        guard let block = ClaimBlock.allCases.first(where: { ($0.rawValue...$0.last) ~= label })
        else { return nil }
        self = block
    }
}
