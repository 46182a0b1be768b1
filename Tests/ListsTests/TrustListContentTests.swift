import Lists
import Proofs
import Sodium
import TestSupport
import Testing
import Wire

@Suite struct TrustListContentTests {
    static func read(_ payload: [UInt8]) throws(DecodeError) -> TrustListContent {
        try TrustListContent(reading: payload, checkedBy: Practice.crypto)
    }

    static func code(_ payload: [UInt8]) -> DecodeError.Code? {
        do throws(DecodeError) {
            _ = try read(payload)
            return nil
        } catch {
            return error.code
        }
    }

    static func code(_ change: (inout HandTrustList) -> Void) -> DecodeError.Code? {
        code(HandTrustList.with(change))
    }

    @Test func readsWhatAnIndependentWriterWrote() throws {
        #expect(try TrustListContentTests.read(HandTrustList().payload) == TrustBuilder().content)
        #expect(TrustBuilder().content.payload == HandTrustList().payload)
    }

    @Test func readsRevocationSourcesToo() throws {
        let payload = HandTrustList.with { list in
            list.sources = [
                HandTrustList.source("caf"), HandTrustList.source("msa", [Practice.root]),
            ]
            list.issuers[0][8].value = HandWriter.text("caf")
        }
        let content = try TrustListContentTests.read(payload)
        #expect(content.issuers[0].revocationList == "caf")
        #expect(content.revocationSources.map(\.identifier) == ["caf", "msa"])
        #expect(content.revocationSources[1].keys == [Practice.root.publicKey])
        #expect(content.payload == payload)
    }

    @Test(arguments: 0..<6)
    func refusesAListWithoutOneOfItsKeys(place: Int) {
        let payload = TrustListContentTests.code { $0.fields.remove(at: place) }
        #expect(payload == .missingKey)
    }

    /// Sequence, issued, warn, refuse.
    @Test(
        arguments: [
            ([10, 10, 20], DecodeError.Code.dateOrder), ([10, 9, 20], .dateOrder),
            ([10, 20, 20], .dateOrder), ([10, 20, 19], .dateOrder), ([30, 20, 10], .dateOrder),
            ([10, 11, 12], nil), ([0, 1, 5_662_224_000], nil),
            ([0, 1, 5_662_224_001], .outOfRange),
        ] as [([UInt64], DecodeError.Code?)])
    func needsItsDatesInOrder(instants: [UInt64], code: DecodeError.Code?) {
        let found = TrustListContentTests.code { list in
            for (place, instant) in instants.enumerated() {
                list.fields[place + 1].value = HandWriter.unsigned(instant)
            }
        }
        #expect(found == code)
    }

    @Test func refusesIssuersOutOfOrderOrTwice() {
        let one = HandTrustList.issuer(Practice.issuer)
        let other = HandTrustList.issuer(Practice.otherIssuer)
        let codes = [[one, other], [other, one], [one, one]].map { pair in
            TrustListContentTests.code { $0.issuers = pair }
        }
        // One of the first two is in order, whichever key is smaller.
        #expect(Set(codes.prefix(2)) == [nil, .keyOrder])
        #expect(codes[2] == .keyOrder)
    }

    @Test(arguments: [(["b", "a"]), (["a", "a"]), (["a-b", "a"])])
    func refusesSourcesOutOfOrderOrTwice(names: [String]) {
        let code = TrustListContentTests.code { list in
            list.sources = names.map { HandTrustList.source($0) }
        }
        #expect(code == .keyOrder)
    }

    @Test func refusesAKeyInTwoRoles() {
        #expect(
            TrustListContentTests.code {
                $0.sources = [HandTrustList.source("a", [Practice.issuer])]
            }
                == .duplicateKey)
        #expect(
            TrustListContentTests.code {
                $0.sources = [HandTrustList.source("a"), HandTrustList.source("b")]
            } == .duplicateKey)
    }

    @Test func refusesARevocationListThatIsNotNamed() {
        let code = TrustListContentTests.code { $0.issuers[0][8].value = HandWriter.text("caf") }
        #expect(code == .unknownList)
    }

    @Test func refusesEveryBeginningAndEveryTrailingByte() {
        let whole = HandTrustList().payload
        for count in 0..<whole.count {
            #expect(TrustListContentTests.code(Array(whole.prefix(count))) != nil)
        }
        for byte in UInt8.min...UInt8.max {
            #expect(TrustListContentTests.code(whole + [byte]) == .trailingBytes)
        }
    }

    @Test func holds1024IssuersAndNoMore() throws {
        let keys = (0..<1_024).map { number in
            let digest = Practice.crypto.sha256([UInt8(number >> 8), UInt8(number & 255)])
            return PracticeKey(seed: digest.bytes)
        }.sorted { $0.publicKey.bytes.lexicographicallyPrecedes($1.publicKey.bytes) }
        let payload = HandTrustList.with { $0.issuers = keys.map { HandTrustList.issuer($0) } }
        #expect(try TrustListContentTests.read(payload).issuers.count == 1_024)
        #expect(
            TrustListContentTests.code {
                $0.issuers = [[HandTrustList.Field]](
                    repeating: HandTrustList.issuer(), count: 1_025)
            } == .tooMany)
        #expect(
            TrustListContentTests.code {
                $0.sources = [[HandTrustList.Field]](
                    repeating: HandTrustList.source("a"), count: 257)
            } == .tooMany)
    }
}
