import Lists
import Proofs
import Sodium
import Wire

/// Loading against what nobody can leave out: hashing the list, checking its signature, and one
/// pass over its bits.
enum Loading {
    static func report(
        _ bytes: [UInt8], _ coding: RevocationCoding, _ source: RevocationSource,
        _ key: PublicKey, _ crypto: SodiumCrypto
    ) throws {
        let message = try SignedMessage(decoding: bytes, limit: Limits.revocationListBytes)
        let signed = message.signedBytes(.revocations)
        // Filters are not unpacked.
        let runs = coding == .values ? try runs(in: Array(message.payload)) : []
        var kept: UInt64 = 0
        let hashing = quickest(of: 7) { kept &+= UInt64(crypto.sha256(bytes).bytes[0]) }
        let checking = quickest(of: 7) {
            kept &+= crypto.isValid(message.signature, for: signed.span, by: key) ? 1 : 0
        }
        let decoding = quickest(of: 7) {
            kept &+= PlainDecode.sum(message.payload.span, runs)
        }
        let loading = try quickest(of: 7) {
            kept &+= try RevocationList(authenticating: bytes, for: source, crypto).content.sequence
        }
        let least = hashing + checking + decoding
        print(
            "hashing \(decimal(hashing * 1e3)) ms, signature \(decimal(checking * 1e3)) ms, "
                + "one pass over the bits \(decimal(decoding * 1e3)) ms (\(kept % 10))")
        print(
            "loading \(decimal(loading * 1e3)) ms = \(decimal(loading / least)) of these together")
    }

    /// Where the bits of each day are, read with the Spec in hand.
    private static func runs(in payload: [UInt8]) throws -> [PlainDecode.Run] {
        var offset = 0
        _ = try CBOR.readMapHead(payload.span, &offset, limit: 64)
        for _ in 1...9 {
            _ = try CBOR.readInteger(payload.span, &offset)
            try CBOR.skip(payload.span, &offset, depth: 0)
        }
        _ = try CBOR.readInteger(payload.span, &offset)
        return try (0..<(try CBOR.readArrayHead(payload.span, &offset, limit: 200))).map { _ in
            _ = try CBOR.readArrayHead(payload.span, &offset, limit: 6)
            let fields = try (0..<5).map { _ in try CBOR.readUnsigned(payload.span, &offset) }
            let head = try CBOR.readHead(payload.span, &offset)
            let range = offset..<offset + Int(head.argument)
            offset = range.upperBound
            return .init(range: range, count: Int(fields[1]), parameter: Int(fields[4]))
        }
    }
}
