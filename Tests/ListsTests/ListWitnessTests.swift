import Explaining
import Lists
import TestSupport
import Testing

/// What a witness names, and that nothing else is adopted (Spec/lists.md 6.6).
@Suite struct ListWitnessTests {
    typealias Post = AdoptionTests.Post

    /// SHA-256 of the empty text and of "abc": FIPS 180-4.
    private static let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    private static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    static func codes(of files: [[UInt8]], witness: String) throws -> [String] {
        var adoption = Adoption(
            to: ListsEdition(pinned: Post.roots), at: Post.now,
            witness: try ListWitness(reading: Array(witness.utf8)), Practice.crypto)
        adoption.consider(files.map { ListOffer(name: "list.cose", bytes: $0) })
        return adoption.report.outcomes.map { entry in
            switch entry.outcome {
            case .adopted: "adopted"
            case .inForce: "in-force"
            case .refused(let refusal): refusal.code
            }
        }
    }

    /// "abc" is no list, so it gets as far as that.
    @Test(arguments: [
        abc, "\(abc)  trust.cose\n", "\(abc) *trust.cose\r\n", "\n\(abc.uppercased())\tTRUST.COSE",
        "\(empty)  other.cose\n\(abc)  trust.cose\n",
    ])
    func takesWhatSha256sumWrites(text: String) throws {
        #expect(
            try ListWitnessTests.codes(of: [Array("abc".utf8)], witness: text) == ["not-a-list"])
    }

    @Test func nothingIsAdoptedThatItDoesNotName() throws {
        let trust = Post.trust()
        let files = [trust, Array("abc".utf8)]
        #expect(
            try ListWitnessTests.codes(of: files, witness: ListWitnessTests.abc)
                == ["not-witnessed", "not-a-list"])
    }

    @Test func whatItNamesIsStillVerified() throws {
        var edition = Adoption(
            to: ListsEdition(pinned: Post.roots), at: Post.now, Practice.crypto)
        edition.consider([ListOffer(name: "trust.cose", bytes: Post.trust())])
        let lines = edition.edition.digests(Practice.crypto).map(\.description)
        #expect(lines.count == 1 && lines[0].hasSuffix("  trust.cose"))
        #expect(
            try ListWitnessTests.codes(of: [Post.trust()], witness: lines.joined(separator: "\n"))
                == ["adopted"])
        var changed = Post.trust()
        changed[changed.count - 1] ^= 1
        #expect(
            try ListWitnessTests.codes(of: [changed], witness: lines.joined(separator: "\n"))
                == ["not-witnessed"])
    }

    @Test(arguments: [
        ("", WitnessFault.empty), ("\n \n", .empty), ("trust.cose\n", .line(1)),
        ("\(abc)\n\(abc.dropLast())  trust.cose", .line(2)), ("\(abc)0  trust.cose", .line(1)),
        (" \(abc)  trust.cose", .line(1)), ("SHA256 (trust.cose) = \(abc)", .line(1)),
    ])
    func refusesAnotherForm(text: String, fault: WitnessFault) {
        #expect(throws: fault) { try ListWitness(reading: Array(text.utf8)) }
    }
}
