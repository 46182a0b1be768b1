import TestSupport

/// One COSE_Sign1 by hand, every part of it replaceable.
struct HandMessage {
    var outer: [UInt8] = [0x84]
    var before: [UInt8] = []
    var algorithm: [UInt8] = HandWriter.negative(18)
    var kid: [UInt8] = HandWriter.bytes([1, 2, 3, 4, 5, 6, 7, 8])
    /// The header's map, when it is not `{1: algorithm, 4: kid}`.
    var headerMap: [UInt8]?
    /// The header as an item, when it is not a byte string of the map.
    var headerItem: [UInt8]?
    var unprotected: [UInt8] = [0xA0]
    var payload: [UInt8] = HandWriter.bytes([0xAA, 0xBB])
    var signature: [UInt8] = HandWriter.bytes([UInt8](repeating: 0x55, count: 64))
    var after: [UInt8] = []

    var protected: [UInt8] {
        let map =
            headerMap
            ?? HandWriter.map([
                (HandWriter.unsigned(1), algorithm), (HandWriter.unsigned(4), kid),
            ])
        return headerItem ?? HandWriter.bytes(map)
    }

    var bytes: [UInt8] {
        before + outer + protected + unprotected + payload + signature + after
    }

    /// The usual message with one part changed.
    static func with(_ change: (inout HandMessage) -> Void) -> [UInt8] {
        var message = HandMessage()
        change(&message)
        return message.bytes
    }
}
