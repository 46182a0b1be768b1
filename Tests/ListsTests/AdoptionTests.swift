import Explaining
import Lists
import Proofs
import TestSupport
import Testing
import Wire

/// What comes into force, what is refused, and that a verifier never goes back.
@Suite struct AdoptionTests {
    /// A verifier with two publishers: `caf` and `cpam`, each with a key of its own.
    struct Post {
        static let roots = TrustBuilder.roots(
            Practice.root, Practice.secondRoot, Practice.thirdRoot, threshold: 2)
        static let signers = [Practice.root, Practice.secondRoot]
        static let now = Sample.day(2026, 11, 3).start.adding(hours: 9)

        var edition = ListsEdition(pinned: roots)
        var now = Post.now

        static func trust(
            _ sequence: UInt64 = 7, epoch: UInt64 = 1, by keys: [PracticeKey] = signers,
            _ change: (inout TrustBuilder) -> Void = { _ in }
        ) -> [UInt8] {
            var builder = TrustBuilder()
            builder.sequence = sequence
            builder.sources = [
                RevocationBuilder.source("caf", epoch: epoch),
                RevocationBuilder.source("cpam", [Practice.otherIssuer]),
            ]
            change(&builder)
            return builder.bytes(signedBy: keys)
        }

        static func caf(
            _ sequence: UInt64 = 40, epoch: UInt64 = 1,
            _ change: (inout RevocationBuilder) -> Void = { _ in }
        ) throws -> [UInt8] {
            try RevocationBuilder.with {
                $0.sequence = sequence
                $0.epoch = epoch
                change(&$0)
            }.bytes()
        }

        static func cpam(_ sequence: UInt64 = 5) throws -> [UInt8] {
            try RevocationBuilder.with {
                $0.identifier = "cpam"
                $0.sequence = sequence
            }.bytes(signedBy: Practice.otherIssuer)
        }

        /// Offers files; returns a word for each.
        @discardableResult
        mutating func take(_ files: [UInt8]...) -> [String] {
            var adoption = Adoption(to: edition, at: now, Practice.crypto)
            adoption.consider(
                files.enumerated().map { ListOffer(name: "\($0)", bytes: $1) })
            edition = adoption.edition
            dropped = adoption.report.dropped.map { "\($0.identifier) \($0.refusal.code)" }
            let byName = adoption.report.outcomes.sorted { $0.name < $1.name }
            return byName.map { entry in
                switch entry.outcome {
                case .adopted: "adopted"
                case .inForce: "in-force"
                case .refused(let refusal): refusal.code
                }
            }
        }

        var dropped: [String] = []
    }

    @Test func adoptsSeveralPublishersAtOnceInAnyOrder() throws {
        var post = Post()
        let said = try post.take(Post.caf(), Post.cpam(), Post.trust())
        #expect(said == ["adopted", "adopted", "adopted"])
        #expect(post.edition.revocations.keys.sorted() == ["caf", "cpam"])
        #expect(try post.take(Post.caf(), Post.trust()) == ["in-force", "in-force"])
    }

    @Test func aTrustListCanBeAdoptedAlone() {
        var post = Post()
        #expect(post.take(Post.trust()) == ["adopted"])
        #expect(post.edition.revocations.isEmpty)
    }

    @Test func aRevocationListNeedsATrustList() throws {
        var post = Post()
        #expect(try post.take(Post.caf()) == ["no-trust-list"])
    }

    @Test func oneBrokenPublisherDisturbsNobodyElse() throws {
        var post = Post()
        let truncated = try Array(Post.caf().dropLast(3))
        #expect(
            try post.take(Post.trust(), truncated, Post.cpam())
                == ["adopted", "truncated", "adopted"])
        #expect(post.edition.revocations.keys.sorted() == ["cpam"])
    }

    // Rollback, freeze, equivocation.

    @Test func neverGoesBack() throws {
        var post = Post()
        try post.take(Post.trust(7), Post.caf(40))
        #expect(
            try post.take(Post.trust(6), Post.caf(39)) == ["lower-sequence", "lower-sequence"])
        #expect(post.edition.trust?.list.content.sequence == 7)
        #expect(post.edition.revocations["caf"]?.list.content.sequence == 40)
    }

    @Test func remembersEvenWhatIsGone() throws {
        var post = Post()
        try post.take(Post.trust(7), Post.caf(40))
        let marks = post.edition.marks
        post.edition = ListsEdition(
            pinned: Post.roots, roots: Post.roots, chain: nil, trust: nil, revocations: [:],
            marks: marks)
        #expect(
            try post.take(Post.trust(6), Post.caf(41)) == ["lower-sequence", "no-trust-list"])
        #expect(try post.take(Post.trust(7), Post.caf(39)) == ["adopted", "lower-sequence"])
        #expect(try post.take(Post.caf(40)) == ["adopted"])
    }

    @Test func refusesTwoContentsUnderOneNumber() throws {
        var post = Post()
        try post.take(Post.trust(7), Post.caf(40))
        let otherTrust = Post.trust(7) { $0.issuers = [] }
        let otherCaf = try Post.caf(40) { $0.open = [RevocationBuilder.fingerprint(1)] }
        #expect(
            post.take(otherTrust, otherCaf)
                == ["same-sequence-other-content", "same-sequence-other-content"])
    }

    @Test func anOldListIsTakenAndItsAgeIsForVerdicts() throws {
        var post = Post()
        post.now = Sample.day(2029, 1, 1).start
        #expect(try post.take(Post.trust(), Post.caf()) == ["adopted", "adopted"])
    }

    @Test func refusesListsFromTheDayAfterTomorrow() throws {
        var post = Post()
        let issued = Post.now.adding(hours: 24)
        let later = Instant(seconds: issued.seconds + 1)
        #expect(post.take(Post.trust { $0.issued = later }) == ["issued-in-the-future"])
        #expect(post.take(Post.trust { $0.issued = issued }) == ["adopted"])
        #expect(try post.take(Post.caf { $0.issued = later }) == ["issued-in-the-future"])
        #expect(try post.take(Post.caf { $0.issued = issued }) == ["adopted"])
    }

    // Mix-and-match.

    @Test func refusesAListThatNeedsANewerTrustList() throws {
        var post = Post()
        let newer = try Post.caf { $0.trustMinimum = 8 }
        #expect(post.take(Post.trust(7), newer) == ["adopted", "trust-list-too-old"])
        #expect(post.take(Post.trust(8), newer) == ["adopted", "adopted"])
    }

    @Test func refusesAListUnderTheKeyOfAnotherPublisher() throws {
        var post = Post()
        let forged = try RevocationBuilder().bytes(signedBy: Practice.otherIssuer)
        #expect(post.take(Post.trust(), forged) == ["adopted", "wrong-key"])
        let unknown = try RevocationBuilder.with { $0.identifier = "nobody" }.bytes()
        #expect(post.take(unknown) == ["unknown-list-id"])
    }

    // Threshold.

    @Test func countsAKeyOnce() {
        var post = Post()
        #expect(post.take(Post.trust(by: [Practice.root])) == ["not-signed-enough"])
        #expect(
            post.take(Post.trust(by: [Practice.root, Practice.stranger])) == ["not-signed-enough"])
        #expect(post.take(AdoptionTests.signedTwice()) == ["signature-order"])
    }

    /// One root's signature written down twice.
    static func signedTwice() -> [UInt8] {
        let once = Post.trust(by: [Practice.root])
        guard let message = try? JointlySignedMessage(decoding: once, limit: once.count) else {
            preconditionFailure("a trust list")
        }
        let part = HandWriter.array([
            HandWriter.bytes(ProtectedHeader(kid: message.parts[0].kid).encoded), [0xA0],
            HandWriter.bytes(Array(message.parts[0].signature.bytes)),
        ])
        return HandWriter.array([
            HandWriter.bytes([]), [0xA0], HandWriter.bytes(message.payload),
            HandWriter.array([part, part]),
        ])
    }

    // Fast-forward and its cure.

    @Test func raisingTheEpochCuresAFastForward() throws {
        var post = Post()
        try post.take(Post.trust(7), Post.caf(40))
        // A thief of the delegated key.
        #expect(try post.take(Post.caf(.max)) == ["adopted"])
        #expect(try post.take(Post.caf(41)) == ["lower-sequence"])
        #expect(try post.take(Post.caf(.max, epoch: .max)) == ["wrong-epoch"])
        #expect(post.take(Post.trust(8, epoch: 2)) == ["adopted"])
        #expect(post.dropped == ["caf wrong-epoch"])
        #expect(post.edition.revocations["caf"] == nil)
        #expect(try post.take(Post.caf(.max)) == ["wrong-epoch"])
        #expect(try post.take(Post.caf(1, epoch: 2)) == ["adopted"])
        #expect(try post.take(Post.caf(.max)) == ["wrong-epoch"])
    }

    @Test func aKeyThatIsNoLongerDelegatedTakesItsListAway() throws {
        var post = Post()
        try post.take(Post.trust(7), Post.caf(40))
        let moved = Post.trust(8) {
            $0.sources = [RevocationBuilder.source("caf", [Practice.stranger])]
        }
        #expect(post.take(moved) == ["adopted"])
        #expect(post.dropped == ["caf wrong-key"])
        let renamed = Post.trust(9) { $0.sources = [] }
        #expect(try post.take(renamed, Post.caf(41)) == ["adopted", "unknown-list-id"])
    }

    @Test func saysWhatIsNoListAndWhatIsTooLarge() {
        var post = Post()
        #expect(post.take([]) == ["not-a-list"])
        #expect(post.take(Array("{}".utf8)) == ["not-a-list"])
        #expect(
            post.take([0x84, 0x40] + [UInt8](repeating: 0, count: Limits.trustListBytes))
                == ["too-large"])
        #expect(
            post.take([0x81, 0x84] + [UInt8](repeating: 0, count: Limits.rootChainBytes))
                == ["too-large"])
        let revocations = [0x84, 0x4D] + [UInt8](repeating: 0, count: Limits.revocationListBytes)
        #expect(post.take(revocations) == ["no-trust-list"])
        #expect(post.take(Post.trust(), revocations) == ["adopted", "too-large"])
    }
}
