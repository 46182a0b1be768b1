import Explaining
import Lists
import TestSupport
import Testing
import Wire

/// Who must have signed a trust list before a word of it is believed.
@Suite struct TrustListTests {
    static let three = [Practice.root, Practice.secondRoot, Practice.thirdRoot]
    static let twoOfThree = TrustBuilder.roots(
        Practice.root, Practice.secondRoot, Practice.thirdRoot, threshold: 2)

    static func refusal(_ bytes: [UInt8], _ roots: Roots) -> TrustListRefusal? {
        do throws(TrustListRefusal) {
            _ = try TrustList(authenticating: bytes, against: roots, Practice.crypto)
            return nil
        } catch {
            return error
        }
    }

    static func signed(by keys: [PracticeKey]) -> [UInt8] { TrustBuilder().bytes(signedBy: keys) }

    @Test func needsAsManyRootsAsTheThreshold() {
        for (count, good) in [(1, 1), (2, 2), (3, 3)] {
            let bytes = TrustListTests.signed(by: Array(TrustListTests.three.prefix(count)))
            let refusal = TrustListTests.refusal(bytes, TrustListTests.twoOfThree)
            #expect(refusal == (good < 2 ? .notSignedEnough(good: good, needed: 2) : nil))
        }
    }

    @Test func countsARootOnce() {
        let bytes = TrustListTests.signed(by: [Practice.root, Practice.root])
        #expect(
            TrustListTests.refusal(bytes, TrustListTests.twoOfThree)
                == .notSignedEnough(good: 1, needed: 2))
    }

    @Test func passesOverStrangers() {
        let alone = TrustListTests.signed(by: [Practice.stranger])
        #expect(
            TrustListTests.refusal(alone, TrustBuilder().roots)
                == .notSignedEnough(good: 0, needed: 1))
        let beside = TrustListTests.signed(by: [Practice.stranger, Practice.root])
        #expect(TrustListTests.refusal(beside, TrustBuilder().roots) == nil)
    }

    @Test(arguments: [SignatureDomain.token, .root, .revocations])
    func refusesASignatureForSomethingElse(domain: SignatureDomain) {
        let bytes = TrustBuilder.signed(TrustBuilder().content.payload, by: [Practice.root], domain)
        #expect(
            TrustListTests.refusal(bytes, TrustBuilder().roots)
                == .notSignedEnough(good: 0, needed: 1))
    }

    @Test func refusesARootKeyInAnotherRole() {
        var issuing = TrustBuilder()
        issuing.issuers = [TrustBuilder.issuer(Practice.thirdRoot)]
        var revoking = TrustBuilder()
        revoking.sources = [
            RevocationSource(identifier: "caf", keys: [Practice.thirdRoot.publicKey], epoch: 0)
        ]
        for builder in [issuing, revoking] {
            let bytes = builder.bytes(signedBy: TrustListTests.three)
            #expect(TrustListTests.refusal(bytes, TrustListTests.twoOfThree) == .rootRole)
        }
    }

    @Test func believesNoWordBeforeTheSignature() {
        let junk = TrustBuilder.signed([0xFF], by: [Practice.stranger])
        #expect(
            TrustListTests.refusal(junk, TrustBuilder().roots)
                == .notSignedEnough(good: 0, needed: 1))
        let signedJunk = TrustBuilder.signed([0xFF], by: [Practice.root])
        #expect(
            TrustListTests.refusal(signedJunk, TrustBuilder().roots)
                == .malformed(DecodeError(.indefiniteLength, at: 0)))
    }

    @Test func noBitCanBeFlipped() {
        let whole = TrustListTests.signed(by: [Practice.root])
        #expect(TrustListTests.refusal(whole, TrustBuilder().roots) == nil)
        for place in whole.indices {
            for bit in 0..<8 {
                var damaged = whole
                damaged[place] ^= 1 << UInt8(bit)
                #expect(TrustListTests.refusal(damaged, TrustBuilder().roots) != nil)
            }
        }
    }

    @Test func findsAnIssuerByItsKey() throws {
        var builder = TrustBuilder()
        builder.issuers.append(TrustBuilder.issuer(Practice.otherIssuer, name: "Autre caisse"))
        let list = try builder.list()
        #expect(list.issuer(Practice.issuer.identifier)?.name == "Caisse d’exemple")
        #expect(list.issuer(Practice.otherIssuer.identifier)?.name == "Autre caisse")
        #expect(list.issuer(Practice.stranger.identifier) == nil)
    }

    @Test func refusesAListLargerThanItsLimit() {
        #expect(Limits.trustListBytes == 262_144)
        let bytes = [UInt8](repeating: 0x84, count: 262_145)
        #expect(
            TrustListTests.refusal(bytes, TrustBuilder().roots)
                == .malformed(DecodeError(.tooLong, at: 262_144)))
    }

    @Test func saysEachRefusalByAStableCode() {
        #expect(TrustListRefusal.rootRole.code == "root-key-in-another-role")
        #expect(TrustListRefusal.notSignedEnough(good: 0, needed: 1).code == "not-signed-enough")
        #expect(TrustListRefusal.malformed(DecodeError(.keyOrder, at: 3)).code == "key-order")
    }
}
