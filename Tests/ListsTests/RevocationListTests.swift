import Explaining
import Lists
import Proofs
import TestSupport
import Testing
import Wire

/// Whose list it is, and what it says of which day.
@Suite struct RevocationListTests {
    static let inside = RevocationBuilder.fingerprint(3)
    static let opened = RevocationBuilder.fingerprint(9)

    static let builder = RevocationBuilder.with {
        $0.closed[Sample.today] = (
            issued: (0..<20).map(RevocationBuilder.fingerprint), revoked: [inside]
        )
        $0.open = [opened]
    }

    static func refusal(
        _ bytes: [UInt8], _ source: RevocationSource = RevocationBuilder.source()
    ) -> RevocationListRefusal? {
        do throws(RevocationListRefusal) {
            _ = try RevocationList(authenticating: bytes, for: source, Practice.crypto)
            return nil
        } catch { return error }
    }

    @Test func speaksOfClosedOpenAndOtherDays() throws {
        let list = try RevocationListTests.builder.list()
        let status = { (proof: Fingerprint, day: Day) in list.status(of: proof, issued: day) }
        let (inside, opened) = (RevocationListTests.inside, RevocationListTests.opened)
        #expect(status(inside, Sample.today) == .revoked)
        #expect(status(inside, Sample.day(2026, 11, 1)) == .notRevoked)
        #expect(status(opened, Sample.today) == .notRevoked)
        #expect(status(opened, Sample.day(2026, 11, 3)) == .revoked)
        #expect(status(inside, Sample.day(2026, 11, 3)) == .notRevoked)
        #expect(status(inside, Sample.day(2026, 11, 4)) == .issuedLater)
        #expect(status(opened, Sample.day(2026, 11, 4)) == .revoked)
        #expect(status(inside, Sample.day(2026, 8, 2)) == .notCovered)
        #expect(status(inside, Sample.day(2026, 8, 3)) == .notRevoked)
    }

    @Test func takesAnyOfTheDelegatedKeysAndNoOther() throws {
        let keys = [Practice.revoker, Practice.otherIssuer]
        let source = RevocationBuilder.source("caf", epoch: 1, keys)
        for key in keys {
            let bytes = try RevocationListTests.builder.bytes(signedBy: key)
            #expect(RevocationListTests.refusal(bytes, source) == nil)
        }
        let stolen = try RevocationListTests.builder.bytes(signedBy: Practice.stranger)
        #expect(
            RevocationListTests.refusal(stolen, source)
                == .wrongKey(Practice.stranger.identifier))
    }

    @Test func refusesASignatureForSomethingElse() throws {
        let payload = try RevocationListTests.builder.draft.payload(Practice.crypto)
        let header = ProtectedHeader(kid: Practice.revoker.identifier)
        for domain in [SignatureDomain.token, .trust, .root] {
            let signed = SignedMessage.signedBytes(header: header, payload: payload[...], domain)
            let message = SignedMessage(
                signing: payload, kid: header.kid,
                signature: try Practice.revoker.signature(for: signed))
            #expect(RevocationListTests.refusal(message.encoded)?.code == "wrong-key")
        }
    }

    @Test func refusesOneChangedBitAnywhere() throws {
        let bytes = try RevocationListTests.builder.bytes()
        for place in bytes.indices {
            var changed = bytes
            changed[place] ^= 1
            #expect(RevocationListTests.refusal(changed) != nil)
        }
    }

    @Test func refusesTheListOfAnotherIdAndAnotherEpoch() throws {
        let other = try RevocationBuilder.with { $0.identifier = "cpam" }.bytes()
        #expect(RevocationListTests.refusal(other) == .wrongList("cpam"))
        for epoch: UInt64 in [0, 2, .max] {
            let bytes = try RevocationBuilder.with { $0.epoch = epoch }.bytes()
            #expect(RevocationListTests.refusal(bytes) == .wrongEpoch(epoch, wanted: 1))
        }
    }

    @Test func refusesMoreThanSixteenMebibytesUnread() {
        let bytes = [UInt8](repeating: 0x84, count: Limits.revocationListBytes + 1)
        #expect(
            RevocationListTests.refusal(bytes)
                == .malformed(DecodeError(.tooLong, at: Limits.revocationListBytes)))
    }

    /// A person who holds the key can sign anything; it is read no more leniently for that.
    @Test func refusesSignedNonsenseAndSaysWhere() throws {
        let bytes = try RevocationListTests.signed([0xA0])
        let payloadAt = bytes.count - 67
        #expect(
            RevocationListTests.refusal(bytes)
                == .malformed(DecodeError(.missingKey, at: payloadAt + 1)))
        #expect(throws: RevocationListRefusal.malformed(DecodeError(.missingKey, at: 1))) {
            try RevocationList.claimedIdentifier(in: bytes)
        }
    }

    static func signed(_ payload: [UInt8]) throws -> [UInt8] {
        let header = ProtectedHeader(kid: Practice.revoker.identifier)
        let signed = SignedMessage.signedBytes(header: header, payload: payload[...], .revocations)
        return SignedMessage(
            signing: payload, kid: header.kid,
            signature: try Practice.revoker.signature(for: signed)
        ).encoded
    }
}
