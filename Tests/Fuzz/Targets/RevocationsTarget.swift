import Lists
import Proofs
import TestSupport
import Wire

/// A revocation list, signature included.
enum RevocationsTarget: FuzzTarget {
    static let name = "revocations"
    static var mutator: (any Mutator)? { CBORMutator() }

    private static let source = RevocationBuilder.source()

    static func examine(_ input: [UInt8]) throws {
        if (try? RevocationList(authenticating: input, for: source, Believing.none)) != nil {
            throw Broken(description: "broken: no list is taken without a good signature")
        }
        if (try? RevocationList(authenticating: input, for: source, Practice.crypto)) != nil {
            try hold(
                CBORTree(input)?.payload == CBORTree(Counter.revocationBytes)?.payload,
                "only what was signed is taken")
        }
        guard let message = try? SignedMessage(decoding: input, limit: 65_536),
            let content = try? RevocationListContent(reading: message.payload.span)
        else { return }
        try examine(content)
        try examineDays(Array(message.payload))
    }

    private static func examine(_ content: RevocationListContent) throws {
        try hold(
            content.issued < content.warnAfter && content.warnAfter < content.refuseAfter,
            "dates are in order")
        try hold(content.lastClosedDay < content.issued.day, "a closed day is over")
        try hold(content.revokedCount <= Limits.revokedProofs, "a limit limits")
        let covered =
            content.firstDay
            .number...max(
                content.firstDay.number, content.lastClosedDay.number)
        for day in content.days {
            try hold(covered.contains(day.day.number), "a day is one of those covered")
        }
        let asked = RevocationBuilder.fingerprint(0)
        for number in [0, covered.lowerBound - 1, covered.upperBound, covered.upperBound + 1] {
            let day = Day(number: number)
            let status = content.status(of: asked, issued: day, Believing.all)
            try hold(
                (status == .notCovered) == (day < content.firstDay),
                "earlier days are not covered, and they alone")
        }
    }

    /// Each closed day, taken out by the other reader, is written again as it was; of one in filters
    /// the bits are as many as its numbers say.
    private static func examineDays(_ payload: [UInt8]) throws {
        guard case .map(let pairs) = CBORTree(payload), pairs.count > 9,
            case .array(let days) = pairs[9].value
        else { throw Broken(description: "broken: two readers agree on a list") }
        for case .array(let fields) in days {
            let bits: [UInt8]
            switch fields.last {
            case .bytes(let bytes): bits = bytes
            case .wrapped(let tree): bits = tree.encoded
            default: bits = []
            }
            let numbers = fields.compactMap {
                if case .unsigned(let number) = $0 { Int(exactly: number) } else { nil }
            }
            if numbers.count == 7 {
                let end = numbers[2] * numbers[3] + numbers[5]
                try hold(bits.count == (end + 7) / 8, "a filter has the bits of its slots")
                continue
            }
            try hold(numbers.count == 5, "a day has five numbers, or seven")
            try RiceTarget.examine(
                bits, count: numbers[1], width: numbers[2], parameter: numbers[4], isGood: true)
        }
    }
}

extension CBORTree {
    /// The third part of a signed message.
    fileprivate var payload: [UInt8]? {
        guard case .array(let parts) = self, parts.count == 4 else { return nil }
        return parts[2].encoded
    }
}
