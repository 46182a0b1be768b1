import TestSupport
import Testing
import Wire

/// Each way in which a COSE message can differ from the one shape, refused by its own code.
@Suite struct SignedMessageRefusalTests {
    struct Deviation: CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
        let fault: DecodeError

        init(
            _ words: String, _ code: DecodeError.Code, at offset: Int,
            _ change: (inout HandMessage) -> Void
        ) {
            testDescription = words
            bytes = HandMessage.with(change)
            fault = DecodeError(code, at: offset)
        }
    }

    static let envelope: [Deviation] = [
        Deviation("tag 18", .wrongType, at: 0) { $0.before = [0xD2] },
        Deviation("tag 61", .wrongType, at: 0) { $0.before = [0xD8, 0x3D] },
        Deviation("a map", .wrongType, at: 0) { $0.outer = [0xA4] },
        Deviation("three elements", .wrongLength, at: 0) { $0.outer = [0x83] },
        Deviation("five elements", .wrongLength, at: 0) {
            $0.outer = [0x85]
            $0.after = [0xF6]
        },
        Deviation("long array head", .notShortest, at: 0) { $0.outer = [0x98, 4] },
        Deviation("indefinite array", .indefiniteLength, at: 0) {
            $0.outer = [0x9F]
            $0.after = [0xFF]
        },
        Deviation("unprotected alg", .tooMany, at: 15) { $0.unprotected = [0xA1, 0x01, 0x32] },
        Deviation("unprotected null", .wrongType, at: 15) { $0.unprotected = [0xF6] },
        Deviation("unprotected array", .wrongType, at: 15) { $0.unprotected = [0x80] },
        Deviation("detached payload", .wrongType, at: 16) { $0.payload = [0xF6] },
        Deviation("text payload", .wrongType, at: 16) { $0.payload = HandWriter.text("ab") },
        Deviation("tagged payload", .wrongType, at: 16) { $0.payload = [0xD8, 0x18, 0x41, 0] },
        Deviation("long payload head", .notShortest, at: 16) { $0.payload = [0x58, 1, 0] },
        Deviation("63 bytes of signature", .wrongLength, at: 19) {
            $0.signature = HandWriter.bytes([UInt8](repeating: 1, count: 63))
        },
        Deviation("65 bytes of signature", .wrongLength, at: 19) {
            $0.signature = HandWriter.bytes([UInt8](repeating: 1, count: 65))
        },
        Deviation("no signature", .wrongLength, at: 19) { $0.signature = [0x40] },
        Deviation("null signature", .wrongType, at: 19) { $0.signature = [0xF6] },
    ]

    static let header: [Deviation] = [
        Deviation("EdDSA, -8", .wrongAlgorithm, at: 4) { $0.algorithm = HandWriter.negative(7) },
        Deviation("ES256, -7", .wrongAlgorithm, at: 4) { $0.algorithm = HandWriter.negative(6) },
        Deviation("+19", .wrongAlgorithm, at: 4) { $0.algorithm = HandWriter.unsigned(19) },
        Deviation("-19 in two bytes", .notShortest, at: 4) { $0.algorithm = [0x38, 0x12] },
        Deviation("text alg", .wrongType, at: 4) { $0.algorithm = HandWriter.text("EdDSA") },
        Deviation("kid of 7 bytes", .wrongLength, at: 6) {
            $0.kid = HandWriter.bytes([1, 2, 3, 4, 5, 6, 7])
        },
        Deviation("kid of 9 bytes", .wrongLength, at: 6) {
            $0.kid = HandWriter.bytes([1, 2, 3, 4, 5, 6, 7, 8, 9])
        },
        Deviation("text kid", .wrongType, at: 6) { $0.kid = HandWriter.text("12345678") },
        Deviation("empty byte string", .truncated, at: 1) { $0.headerItem = [0x40] },
        Deviation("header as a map", .wrongType, at: 1) { $0.headerItem = [0xA0] },
        Deviation("empty map", .missingKey, at: 3) { $0.headerMap = [0xA0] },
        Deviation("no kid", .missingKey, at: 5) { $0.headerMap = [0xA1, 0x01, 0x32] },
        Deviation("extra header", .unknownKey, at: 15) {
            $0.headerMap = bytes("a3013204480102030405060708" + "0500")
        },
        Deviation("another key for alg", .unknownKey, at: 3) {
            $0.headerMap = bytes("a2023204480102030405060708")
        },
        Deviation("another key for kid", .unknownKey, at: 5) {
            $0.headerMap = bytes("a2013205480102030405060708")
        },
        Deviation("alg twice", .keyOrder, at: 5) { $0.headerMap = bytes("a201320132") },
        Deviation("kid first", .missingKey, at: 3) {
            $0.headerMap = bytes("a2044801020304050607080132")
        },
        Deviation("trailing byte in the header", .trailingBytes, at: 15) {
            $0.headerMap = bytes("a201320448010203040506070800")
        },
        Deviation("header of 65 bytes", .wrongType, at: 3) {
            $0.headerItem = HandWriter.bytes([UInt8](repeating: 0, count: 65))
        },
    ]

    @Test(arguments: envelope + header)
    func refusesAnotherShape(deviation: Deviation) {
        #expect(throws: deviation.fault) {
            try SignedMessage(decoding: deviation.bytes, limit: Limits.tokenBytes)
        }
    }
}
