import TestSupport
import Testing
import Wire

@Suite struct JointSigningTests {
    static func signed(
        _ payload: [UInt8], by keys: [PracticeKey], _ domain: SignatureDomain = .trust
    ) throws -> JointlySignedMessage {
        var message = JointlySignedMessage(payload: payload)
        for key in keys {
            let signature = try key.signature(for: message.signedBytes(by: key.identifier, domain))
            message.add(.init(kid: key.identifier, signature: signature))
        }
        return message
    }

    static func count(_ message: JointlySignedMessage, _ keys: [PracticeKey]) -> Int {
        message.count(of: keys.map(\.publicKey), .trust, checkedBy: Practice.crypto)
    }

    /// RFC 9052 section 4.4: the context is `Signature`, the body's header is empty.
    @Test func signsTheStructureOfTheRFC() {
        let key = Practice.root
        let header = HandWriter.map([
            (HandWriter.unsigned(1), HandWriter.negative(18)),
            (HandWriter.unsigned(4), HandWriter.bytes(key.kid)),
        ])
        let expected = HandWriter.array([
            HandWriter.text("Signature"), HandWriter.bytes([]), HandWriter.bytes(header),
            HandWriter.bytes(Array("justificatif/trust/1".utf8)), HandWriter.bytes([9]),
        ])
        let message = JointlySignedMessage(payload: [9])
        #expect(message.signedBytes(by: key.identifier, .trust) == expected)
    }

    @Test func givesTheSameBytesWhoeverSignedFirst() throws {
        let keys = [Practice.root, Practice.secondRoot, Practice.thirdRoot]
        let one = try JointSigningTests.signed([9], by: keys)
        let other = try JointSigningTests.signed([9], by: keys.reversed())
        #expect(one.encoded == other.encoded)
        #expect(try JointlySignedMessage(decoding: one.encoded, limit: 1_000) == one)
    }

    @Test func countsAKeyOnceHoweverOftenItSigned() throws {
        let message = try JointSigningTests.signed([9], by: [Practice.root, Practice.root])
        #expect(message.parts.count == 1)
        #expect(JointSigningTests.count(message, [Practice.root]) == 1)
    }

    @Test func passesOverUnknownSigners() throws {
        let message = try JointSigningTests.signed([9], by: [Practice.root, Practice.stranger])
        #expect(JointSigningTests.count(message, [Practice.root, Practice.secondRoot]) == 1)
        #expect(JointSigningTests.count(message, [Practice.thirdRoot]) == 0)
    }

    @Test func doesNotCountASignatureForAnotherDomainOrPayload() throws {
        let token = try JointSigningTests.signed([9], by: [Practice.root], .token)
        #expect(JointSigningTests.count(token, [Practice.root]) == 0)
        let signature = try JointSigningTests.signed([8], by: [Practice.root]).parts[0]
        var other = JointlySignedMessage(payload: [9])
        other.add(signature)
        #expect(JointSigningTests.count(other, [Practice.root]) == 0)
    }

    @Test func doesNotCountASignatureUnderAnotherKid() throws {
        let signature = try JointSigningTests.signed([9], by: [Practice.root]).parts[0].signature
        var other = JointlySignedMessage(payload: [9])
        other.add(.init(kid: Practice.secondRoot.identifier, signature: signature))
        #expect(JointSigningTests.count(other, [Practice.root, Practice.secondRoot]) == 0)
    }
}
