import Lists
import TestSupport
import Wire

/// A trust list, signatures included.
enum TrustTarget: FuzzTarget {
    static let name = "trust"
    static var mutator: (any Mutator)? { CBORMutator() }

    static func examine(_ input: [UInt8]) throws {
        if (try? TrustList(authenticating: input, against: Counter.roots, Believing.none)) != nil {
            throw Broken(description: "broken: no list is taken without a good signature")
        }
        let honest = try? TrustList(
            authenticating: input, against: Counter.roots, Practice.crypto)
        if let honest {
            try hold(
                honest.content == Counter.trustBuilder.content, "only what was signed is taken")
        }
        guard let message = try? JointlySignedMessage(decoding: input, limit: 65_536),
            let content = try? TrustListContent(reading: message.payload, checkedBy: Believing.all)
        else { return }
        try examine(content, message.payload)
    }

    private static func examine(_ content: TrustListContent, _ payload: [UInt8]) throws {
        try hold(
            CBORTree(payload)?.withoutLaterKeys.encoded == content.payload, "a list has one form")
        let again = try TrustListContent(reading: content.payload, checkedBy: Believing.all)
        try hold(again == content, "what was written reads the same")
        try hold(content.fault(Believing.all) == nil, "what was read could be signed")
        for issuer in content.issuers {
            try hold(issuer.signFrom <= issuer.signUntil, "days are in order")
            try hold(ShownText.isPlain(issuer.name), "what is shown is plain")
        }
    }
}
