package import Lists
internal import Wire

/// Root documents and chains made for tests, right or wrong.
package enum RootsBuilder {
    package static func roots(
        _ version: UInt64, _ keys: [PracticeKey], threshold: Int = 1
    ) -> Roots {
        guard
            let roots = Roots(
                version: version, threshold: threshold, keys: keys.map(\.publicKey))
        else { preconditionFailure("these are no roots") }
        return roots
    }

    package static func document(
        _ roots: Roots, signedBy keys: [PracticeKey]
    ) -> [UInt8] {
        TrustBuilder.signed(roots.payload, by: keys, .root)
    }

    package static func chain(_ documents: [[UInt8]]) -> [UInt8] {
        HandWriter.array(documents)
    }

    /// A `roots.pub` written by hand: version 1, one signature needed.
    package static func file(_ keys: [PracticeKey]) -> [UInt8] {
        let digits = Array("0123456789abcdef")
        let texts = keys.map { key in
            "\""
                + String(
                    key.publicKey.bytes.flatMap { [digits[Int($0 / 16)], digits[Int($0 % 16)]] })
                + "\""
        }
        return Array(
            """
            {"format": "justificatif-roots/1", "version": 1, "threshold": 1,
             "keys": [\(texts.joined(separator: ", "))]}
            """.utf8)
    }
}
