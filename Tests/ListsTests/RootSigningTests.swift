import Lists
import TestSupport
import Testing
import Wire

/// A ceremony: holders sign new roots one after the other, and the chain grows by one document.
@Suite struct RootSigningTests {
    typealias Chain = RootChainTests

    static func document(_ roots: Roots, signedBy keys: [PracticeKey]) throws -> RootDocument {
        var document = RootDocument(roots)
        for key in keys { try document.sign(by: key, Practice.crypto) }
        return document
    }

    @Test func signsTheBytesAnybodyCanCheck() throws {
        let document = try RootSigningTests.document(Chain.second, signedBy: [Chain.b, Chain.c])
        #expect(document.message.encoded == Chain.documents[0])
        #expect(document.count(of: Chain.first, Practice.crypto) == 2)
        #expect(document.count(of: Chain.second, Practice.crypto) == 2)
        #expect(document.count(of: Chain.fourth, Practice.crypto) == 0)
    }

    @Test func isTheSameWhoeverSignsFirstAndHoweverOften() throws {
        let once = try RootSigningTests.document(Chain.second, signedBy: [Chain.b, Chain.c])
        let again = try RootSigningTests.document(
            Chain.second, signedBy: [Chain.c, Chain.b, Chain.c])
        #expect(once == again)
    }

    @Test func nobodyHasSignedANewDocument() {
        let document = RootDocument(Chain.second)
        #expect(document.message.parts.isEmpty)
        #expect(document.message.payload == Chain.second.payload)
        #expect(document.count(of: Chain.second, Practice.crypto) == 0)
    }

    @Test func aChainGrowsByOneDocumentAfterTheOther() throws {
        var chain = RootChain(
            try RootSigningTests.document(Chain.second, signedBy: [Chain.b, Chain.c]))
        chain.append(try RootSigningTests.document(Chain.third, signedBy: [Chain.c, Chain.d]))
        chain.append(try RootSigningTests.document(Chain.fourth, signedBy: [Chain.d, Chain.e]))
        #expect(chain.encoded == RootsBuilder.chain(Chain.documents))
        #expect(chain.last.roots == Chain.fourth)
        #expect(try chain.walk(from: Chain.first, Practice.crypto) == Chain.fourth)
    }

    @Test func isFollowedOnceEnoughHoldersHaveSigned() throws {
        var document = try RootSigningTests.document(Chain.second, signedBy: [Chain.b])
        var chain = RootChain(document)
        #expect(
            throws: RootChainRefusal.notSignedEnough(version: 2, by: 1, good: 1, needed: 2)
        ) { try chain.walk(from: Chain.first, Practice.crypto) }
        try document.sign(by: Chain.c, Practice.crypto)
        chain.replaceLast(document)
        #expect(chain.documents.count == 1)
        #expect(try chain.walk(from: Chain.first, Practice.crypto) == Chain.second)
    }

    @Test func refusesAChainOfNothingAndOneBeyondItsLimit() {
        #expect(throws: DecodeError(.wrongLength, at: 0)) {
            try RootChain(decoding: [0x80], checkedBy: Practice.crypto)
        }
        let most = [0x81] + [UInt8](repeating: 0, count: Limits.rootChainBytes)
        #expect(throws: DecodeError(.tooLong, at: Limits.rootChainBytes)) {
            try RootChain(decoding: most, checkedBy: Practice.crypto)
        }
        #expect(throws: DecodeError(.wrongType, at: 1)) {
            try RootChain(decoding: most.dropLast(), checkedBy: Practice.crypto)
        }
    }
}
