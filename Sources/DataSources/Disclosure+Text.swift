package import Issuing
internal import JSONFields
internal import Proofs

extension Disclosure {
    /// `LABEL[=BOUND],...`: labels by the names of Spec/claims.csv.
    ///
    /// A bound is whole euros, hundredths of a part, or a day, as the label asks. Throws
    /// `label-unknown` with the nearest name that may be asked for, `bound-malformed`,
    /// `bound-not-taken`, or what `Disclosure` refuses.
    package init(parsing text: String, for kind: JustificatifKind) throws(IssuingRefusal) {
        var asked: [(label: ClaimLabel, bound: Bound?)] = []
        for item in text.split(separator: ",", omittingEmptySubsequences: false) {
            let parts = item.split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = parts.first.map(String.init) ?? ""
            guard let row = ClaimRegistry.row(named: name) else {
                let names = Disclosure.offered(for: kind).map { ClaimRegistry.row(of: $0).name }
                throw .labelUnknown(name, nearest: NearestName.of(name, among: names))
            }
            let bound = parts.count == 2 ? try Self.bound(parts[1], row.label) : nil
            asked.append((row.label, bound))
        }
        try self.init(asked, for: kind)
    }

    private static func bound(
        _ text: Substring, _ label: ClaimLabel
    ) throws(IssuingRefusal) -> Bound {
        switch Disclosure.boundForm(of: label) {
        case nil: throw .boundNotTaken(label)
        case .day:
            guard let day = Day(text) else { throw .boundMalformed(label) }
            return .day(day)
        case .number:
            guard (1...12).contains(text.utf8.count),
                text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = UInt64(text)
            else { throw .boundMalformed(label) }
            return .number(number)
        }
    }
}
