import Lists
import TestSupport
import Testing
import Wire

/// Roots that change, followed one step at a time.
@Suite struct RootChainTests {
    static let a = PracticeKey(11), b = PracticeKey(12), c = PracticeKey(13)
    static let d = PracticeKey(14), e = PracticeKey(15), f = PracticeKey(16)

    /// Two of three, every version with one key replaced.
    static let first = RootsBuilder.roots(1, [a, b, c], threshold: 2)
    static let second = RootsBuilder.roots(2, [b, c, d], threshold: 2)
    static let third = RootsBuilder.roots(3, [c, d, e], threshold: 2)
    static let fourth = RootsBuilder.roots(4, [d, e, f], threshold: 2)

    static let documents = [
        RootsBuilder.document(second, signedBy: [b, c]),
        RootsBuilder.document(third, signedBy: [c, d]),
        RootsBuilder.document(fourth, signedBy: [d, e]),
    ]

    static func walk(_ documents: [[UInt8]], from known: Roots = first) throws -> Roots {
        try RootChain(decoding: RootsBuilder.chain(documents), checkedBy: Practice.crypto)
            .walk(from: known, Practice.crypto)
    }

    static func refusal(_ documents: [[UInt8]], from known: Roots = first) -> RootChainRefusal? {
        do {
            _ = try walk(documents, from: known)
            return nil
        } catch { return error as? RootChainRefusal }
    }

    @Test func followsSeveralSkippedVersions() throws {
        #expect(try RootChainTests.walk(RootChainTests.documents) == RootChainTests.fourth)
        #expect(
            try RootChainTests.walk(RootChainTests.documents, from: RootChainTests.third)
                == RootChainTests.fourth)
    }

    @Test func staysWhereItIsWithAnOldChain() throws {
        let old = Array(RootChainTests.documents.prefix(1))
        #expect(
            try RootChainTests.walk(old, from: RootChainTests.third) == RootChainTests.third)
    }

    @Test func needsTheThresholdOfTheOldRoots() {
        let stolen = RootsBuilder.document(
            RootChainTests.second, signedBy: [RootChainTests.b, RootChainTests.d])
        #expect(
            RootChainTests.refusal([stolen])
                == .notSignedEnough(version: 2, by: 1, good: 1, needed: 2))
    }

    @Test func needsTheThresholdOfTheNewRoots() {
        let unknowing = RootsBuilder.document(
            RootChainTests.second, signedBy: [RootChainTests.a, RootChainTests.b])
        #expect(
            RootChainTests.refusal([unknowing])
                == .notSignedEnough(version: 2, by: 2, good: 1, needed: 2))
    }

    @Test func aStolenRootAloneLeadsNowhere() {
        let thief = RootsBuilder.roots(2, [RootChainTests.a, Practice.stranger])
        let forged = RootsBuilder.document(
            thief, signedBy: [RootChainTests.a, Practice.stranger])
        #expect(
            RootChainTests.refusal([forged])
                == .notSignedEnough(version: 2, by: 1, good: 1, needed: 2))
    }

    @Test func refusesAGap() {
        #expect(
            RootChainTests.refusal(Array(RootChainTests.documents.dropFirst()))
                == .gap(known: 1, next: 3))
        let gap = RootsBuilder.chain([RootChainTests.documents[0], RootChainTests.documents[2]])
        #expect(throws: DecodeError.self) {
            try RootChain(decoding: gap, checkedBy: Practice.crypto)
        }
    }

    @Test func refusesOtherKeysUnderAKnownVersion() {
        let other = RootsBuilder.roots(2, [RootChainTests.a, RootChainTests.b], threshold: 2)
        let forked = RootsBuilder.document(other, signedBy: [RootChainTests.a, RootChainTests.b])
        #expect(
            RootChainTests.refusal([forked], from: RootChainTests.second) == .fork(version: 2))
    }

    @Test func aSignatureForAnotherThingDoesNotCount() {
        let trust = TrustBuilder.signed(
            RootChainTests.second.payload, by: [RootChainTests.b, RootChainTests.c], .trust)
        #expect(
            RootChainTests.refusal([trust])
                == .notSignedEnough(version: 2, by: 1, good: 0, needed: 2))
    }

    @Test func writesWhatItReads() throws {
        let bytes = RootsBuilder.chain(RootChainTests.documents)
        #expect(
            try RootChain(decoding: bytes, checkedBy: Practice.crypto).encoded == bytes)
    }

    @Test func refusesEveryPrefix() {
        let bytes = RootsBuilder.chain(Array(RootChainTests.documents.prefix(2)))
        for end in bytes.indices {
            #expect(throws: DecodeError.self) {
                try RootChain(decoding: Array(bytes[..<end]), checkedBy: Practice.crypto)
            }
        }
    }

    @Test func holdsAtMostAHundredAndTwentyEightDocuments() {
        let documents = (2...130).map {
            RootsBuilder.document(
                RootsBuilder.roots(UInt64($0), [RootChainTests.a]), signedBy: [RootChainTests.a])
        }
        let known = RootsBuilder.roots(1, [RootChainTests.a])
        #expect(RootChainTests.refusal(documents.dropLast(), from: known) == nil)
        #expect(throws: DecodeError(.tooMany, at: 0)) {
            try RootChain(decoding: RootsBuilder.chain(documents), checkedBy: Practice.crypto)
        }
    }

    @Test(arguments: [0, 4])
    func refusesAThresholdThatCannotBeMet(threshold: UInt64) {
        let payload = HandWriter.map([
            (HandWriter.unsigned(1), HandWriter.unsigned(2)),
            (HandWriter.unsigned(2), HandWriter.unsigned(threshold)),
            (
                HandWriter.unsigned(3),
                HandWriter.array(
                    RootChainTests.second.keys.map { HandWriter.bytes($0.bytes) })
            ),
        ])
        #expect(throws: DecodeError.self) {
            try Roots(reading: payload, checkedBy: Practice.crypto)
        }
    }

    @Test func refusesKeysOutOfOrderOrTwice() {
        let keys = RootChainTests.second.keys.map { HandWriter.bytes($0.bytes) }
        let payload = { (keys: [[UInt8]]) in
            HandWriter.map([
                (HandWriter.unsigned(1), HandWriter.unsigned(2)),
                (HandWriter.unsigned(2), HandWriter.unsigned(1)),
                (HandWriter.unsigned(3), HandWriter.array(keys)),
            ])
        }
        let code = { (keys: [[UInt8]]) -> DecodeError.Code? in
            do throws(DecodeError) {
                _ = try Roots(reading: payload(keys), checkedBy: Practice.crypto)
                return nil
            } catch { return error.code }
        }
        #expect(code(keys) == nil)
        #expect(code(keys.reversed()) == .keyOrder)
        #expect(code([keys[0], keys[0]]) == .keyOrder)
    }
}
