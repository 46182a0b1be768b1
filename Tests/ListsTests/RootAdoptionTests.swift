import Lists
import TestSupport
import Testing
import Wire

/// New roots come with a trust list that they signed.
@Suite struct RootAdoptionTests {
    typealias Chain = RootChainTests

    static func post() -> AdoptionTests.Post {
        var post = AdoptionTests.Post()
        post.edition = ListsEdition(pinned: Chain.first)
        return post
    }

    static func trust(_ sequence: UInt64, _ keys: PracticeKey...) -> [UInt8] {
        AdoptionTests.Post.trust(sequence, by: keys)
    }

    static let chain = RootsBuilder.chain(Chain.documents)

    @Test func followsTheChainAndTakesTheListOfTheNewRoots() throws {
        var post = RootAdoptionTests.post()
        #expect(post.take(RootAdoptionTests.trust(7, Chain.a, Chain.b)) == ["adopted"])
        let said = try post.take(
            RootAdoptionTests.chain, RootAdoptionTests.trust(8, Chain.d, Chain.f),
            AdoptionTests.Post.caf())
        #expect(said == ["adopted", "adopted", "adopted"])
        #expect(post.edition.roots == Chain.fourth)
        #expect(post.take(RootAdoptionTests.trust(9, Chain.a, Chain.b)) == ["not-signed-enough"])
    }

    @Test func keepsTheOldRootsWhileNothingIsSignedByTheNew() {
        var post = RootAdoptionTests.post()
        post.take(RootAdoptionTests.trust(7, Chain.a, Chain.b))
        #expect(post.take(RootAdoptionTests.chain) == ["roots-without-trust-list"])
        #expect(
            post.take(RootAdoptionTests.chain, RootAdoptionTests.trust(6, Chain.d, Chain.e))
                == ["roots-without-trust-list", "not-signed-enough"])
        #expect(post.edition.roots == Chain.first)
    }

    @Test func takesRootsAloneWhenTheySignedTheListInForce() {
        var post = RootAdoptionTests.post()
        post.take(RootAdoptionTests.trust(7, Chain.b, Chain.c))
        let chain = RootsBuilder.chain([Chain.documents[0]])
        #expect(post.take(chain) == ["adopted"])
        #expect(post.edition.roots == Chain.second)
    }

    @Test func theSameListSignedAnewByTheNewRootsIsTaken() {
        var post = RootAdoptionTests.post()
        post.take(RootAdoptionTests.trust(7, Chain.a, Chain.b))
        #expect(
            post.take(RootAdoptionTests.chain, RootAdoptionTests.trust(7, Chain.d, Chain.e))
                == ["adopted", "in-force"])
        #expect(post.edition.roots == Chain.fourth)
        #expect(post.edition.trust?.bytes == RootAdoptionTests.trust(7, Chain.d, Chain.e))
    }

    @Test func signaturesThatCameLaterCountForTheChain() {
        var post = RootAdoptionTests.post()
        post.take(RootAdoptionTests.trust(7, Chain.a, Chain.b))
        let again = RootAdoptionTests.trust(7, Chain.a, Chain.b, Chain.d, Chain.e)
        #expect(post.take(again) == ["in-force"])
        #expect(post.edition.trust?.bytes == again)
        #expect(post.take(RootAdoptionTests.chain) == ["adopted"])
    }

    @Test func anOldChainChangesNothing() {
        var post = RootAdoptionTests.post()
        post.take(RootAdoptionTests.chain, RootAdoptionTests.trust(7, Chain.d, Chain.e))
        let old = RootsBuilder.chain(Array(Chain.documents.prefix(2)))
        #expect(post.take(old) == ["in-force"])
        #expect(post.edition.roots == Chain.fourth)
    }

    /// Holders of old roots, all stolen since, cannot lead a verifier astray that has moved on.
    @Test func rootsOfThePastCannotFork() {
        var post = RootAdoptionTests.post()
        post.take(RootAdoptionTests.chain, RootAdoptionTests.trust(7, Chain.d, Chain.e))
        var forged: [[UInt8]] = []
        for version: UInt64 in 2...5 {
            let roots = RootsBuilder.roots(version, [Chain.a, Chain.b], threshold: 2)
            forged.append(RootsBuilder.document(roots, signedBy: [Chain.a, Chain.b]))
        }
        #expect(
            post.take(RootsBuilder.chain(forged), RootAdoptionTests.trust(8, Chain.a, Chain.b))
                == ["root-chain-fork", "not-signed-enough"])
    }

    /// At the first install one stolen root is not enough either.
    @Test func oneStolenRootAtBootstrapGivesNothing() {
        var post = RootAdoptionTests.post()
        let thief = RootsBuilder.roots(2, [Chain.a, Practice.stranger])
        let chain = RootsBuilder.chain([
            RootsBuilder.document(thief, signedBy: [Chain.a, Practice.stranger])
        ])
        #expect(
            post.take(chain, RootAdoptionTests.trust(1, Chain.a, Practice.stranger))
                == ["root-not-signed-enough", "not-signed-enough"])
    }

    @Test func aDamagedChainDisturbsNothing() {
        var post = RootAdoptionTests.post()
        #expect(
            post.take(
                RootAdoptionTests.chain.dropLast(), RootAdoptionTests.trust(7, Chain.a, Chain.b))
                == ["truncated", "adopted"])
        #expect(post.edition.roots == Chain.first)
    }
}
