import Proofs
import TestSupport
import Wire

/// The payload of a trust list put together by hand; every field can be made wrong.
struct HandTrustList {
    typealias Field = (key: [UInt8], value: [UInt8])

    var fields: [Field]
    var sources: [[Field]] = []
    var issuers: [[Field]]

    static func numbered(_ values: [[UInt8]]) -> [Field] {
        values.enumerated().map { (HandWriter.unsigned(UInt64($0.offset) + 1), $0.element) }
    }

    static func key(_ key: PracticeKey) -> [UInt8] { HandWriter.bytes(key.publicKey.bytes) }

    /// The same list as `TrustBuilder()`.
    init() {
        let instants = [
            TrustBuilder().issued, TrustBuilder().warnAfter, TrustBuilder().refuseAfter,
        ]
        fields = HandTrustList.numbered(
            [HandWriter.unsigned(7)]
                + instants.map { HandWriter.unsigned(UInt64($0.seconds)) }
                + [HandWriter.array([]), HandWriter.array([])])
        issuers = [HandTrustList.issuer()]
    }

    static func issuer(_ key: PracticeKey = Practice.issuer) -> [Field] {
        numbered([
            HandTrustList.key(key), HandWriter.text("Caisse d’exemple"), HandWriter.text(""),
            HandWriter.text(""),
            HandWriter.array(ClaimBlock.allCases.map { HandWriter.unsigned($0.rawValue) }),
            HandWriter.unsigned(20_454), HandWriter.unsigned(20_818), HandWriter.unsigned(0),
            HandWriter.null,
        ])
    }

    static func source(_ identifier: String, _ keys: [PracticeKey] = [Practice.revoker]) -> [Field]
    {
        numbered([
            HandWriter.text(identifier), HandWriter.array(keys.map { HandTrustList.key($0) }),
            HandWriter.unsigned(0),
        ])
    }

    var payload: [UInt8] {
        var all = fields
        if all.count >= 6 {
            all[4].value = HandWriter.array(sources.map { HandWriter.map($0) })
            all[5].value = HandWriter.array(issuers.map { HandWriter.map($0) })
        }
        return HandWriter.map(all)
    }

    static func with(_ change: (inout HandTrustList) -> Void) -> [UInt8] {
        var list = HandTrustList()
        change(&list)
        return list.payload
    }
}
