import Explaining
import Files
import ListFiles
import Lists
import Proofs
import TestSupport
import Testing
import Wire

/// Lists on disk: what was adopted is there again, whole, and damage is told apart from absence.
@Suite struct AdoptionFolderTests {
    static let roots = TrustBuilder.roots(Practice.root)
    static let now = Sample.day(2026, 11, 3).start.adding(hours: 9)

    static func trust(
        _ sequence: UInt64 = 7, _ change: (inout TrustBuilder) -> Void = { _ in }
    ) -> [UInt8] {
        var builder = TrustBuilder()
        builder.sequence = sequence
        builder.sources = [
            RevocationBuilder.source("caf"),
            RevocationBuilder.source("cpam", [Practice.otherIssuer]),
        ]
        change(&builder)
        return builder.bytes()
    }

    static func caf(_ sequence: UInt64 = 40) throws -> [UInt8] {
        try RevocationBuilder.with { $0.sequence = sequence }.bytes()
    }

    static func cpam(_ sequence: UInt64 = 5) throws -> [UInt8] {
        try RevocationBuilder.with {
            $0.identifier = "cpam"
            $0.sequence = sequence
        }.bytes(signedBy: Practice.otherIssuer)
    }

    /// A folder with pinned roots.
    struct Place: ~Copyable {
        let temporary = TemporaryFolder()
        let folder: ListsFolder

        init() throws {
            folder = ListsFolder("\(temporary.path)/lists")
            try folder.pin(roots, Practice.crypto)
        }

        @discardableResult
        func take(_ files: [UInt8]...) throws -> AdoptionReport {
            try folder.install(
                files.enumerated().map { ListOffer(name: "\($0)", bytes: $1) }, roots: roots,
                at: now, Practice.crypto)
        }

        func load() throws -> ListsInForce {
            try folder.load(roots: roots, Practice.crypto)
        }

        var names: [String] { (try? Folders.names(in: folder.path, limit: 100)) ?? [] }

        func first(_ prefix: String) -> String {
            "\(folder.path)/\(names.first { $0.hasPrefix(prefix) } ?? prefix)"
        }
    }

    @Test func whatWasAdoptedIsThereAgain() throws {
        let place = try Place()
        #expect(try place.load().trust == nil)
        try place.take(AdoptionFolderTests.trust(), AdoptionFolderTests.caf())
        let lists = try place.load()
        #expect(lists.trust?.content.sequence == 7)
        #expect(lists.revocations.keys.sorted() == ["caf"])
    }

    /// The list is the same, and the file is not: its signatures may be those of roots to come.
    @Test func aListSignedAgainTakesThePlaceOfItsFile() throws {
        let place = try Place()
        let both = TrustBuilder.signed(
            TrustBuilder().content.payload, by: [Practice.root, Practice.otherIssuer])
        try place.take(TrustBuilder().bytes())
        let report = try place.take(both)
        #expect(!report.hasAdopted && !report.hasRefused)
        #expect(try FileReading.bytes(of: place.first("trust-"), limit: both.count) == both)
        #expect(place.names.count { $0.hasPrefix("trust-") } == 1)
    }

    @Test func oldFilesGoAndNothingElseDoes() throws {
        let place = try Place()
        try place.take(AdoptionFolderTests.trust(), AdoptionFolderTests.caf())
        try FileWriting.write([1], to: "\(place.folder.path)/notes.txt", existing: .refuse)
        try FileWriting.write(
            [1], to: "\(place.folder.path)/trust-9-00.cose.77.tmp", existing: .refuse)
        try place.take(AdoptionFolderTests.trust(8), AdoptionFolderTests.caf(41))
        let names = place.names
        #expect(names.count == 6, "\(names)")
        #expect(names.filter { $0.hasPrefix("trust-8-") }.count == 1)
        #expect(names.filter { $0.hasPrefix("revocations-caf-1-41-") }.count == 1)
        #expect(Set(names).isSuperset(of: ["lock", "notes.txt", "roots.pub", "state.json"]))
    }

    @Test func neverGoesBackFromOneRunToTheNext() throws {
        let place = try Place()
        try place.take(AdoptionFolderTests.trust(), AdoptionFolderTests.caf())
        let report = try place.take(AdoptionFolderTests.trust(6), AdoptionFolderTests.caf(39))
        #expect(report.hasRefused && !report.hasAdopted)
        #expect(try place.load().trust?.content.sequence == 7)
    }

    @Test func keepsAFastForwardedNumberWhole() throws {
        let place = try Place()
        try place.take(AdoptionFolderTests.trust(), AdoptionFolderTests.caf(.max))
        #expect(try place.load().revocations["caf"]?.content.sequence == .max)
        #expect(try place.take(AdoptionFolderTests.caf(41)).hasRefused)
    }

    @Test func followsRootsFromOneRunToTheNext() throws {
        let place = try Place()
        try place.take(AdoptionFolderTests.trust())
        let second = RootsBuilder.roots(2, [Practice.secondRoot])
        let chain = RootsBuilder.chain([
            RootsBuilder.document(second, signedBy: [Practice.root, Practice.secondRoot])
        ])
        let content = { (sequence: UInt64) -> [UInt8] in
            var builder = TrustBuilder()
            builder.sequence = sequence
            return builder.bytes(signedBy: [Practice.secondRoot])
        }
        #expect(try place.take(chain, content(8)).hasRefused == false)
        #expect(try place.load().trust?.content.sequence == 8)
        #expect(try place.take(content(9)).hasAdopted)
        #expect(try place.take(AdoptionFolderTests.trust(10)).hasRefused)
    }

    @Test func aDamagedRevocationListIsMissingAndNobodyElses() throws {
        let place = try Place()
        try place.take(
            AdoptionFolderTests.trust(), AdoptionFolderTests.caf(), AdoptionFolderTests.cpam())
        try FileWriting.write([0x84], to: place.first("revocations-caf"), existing: .replace)
        let loaded = try place.folder.loadAll(roots: AdoptionFolderTests.roots, Practice.crypto)
        #expect(loaded.inForce.revocations.keys.sorted() == ["cpam"])
        #expect(loaded.faults.count == 1)
        #expect(try place.take(AdoptionFolderTests.caf(39)).hasRefused)
        #expect(try place.take(AdoptionFolderTests.caf()).hasAdopted)
        #expect(try place.load().revocations.keys.sorted() == ["caf", "cpam"])
    }

    @Test func aDamagedTrustListIsAFaultUntilItIsInstalledAgain() throws {
        let place = try Place()
        try place.take(AdoptionFolderTests.trust())
        try FileWriting.write([0x84], to: place.first("trust-7"), existing: .replace)
        #expect(throws: ListsFault.self) { try place.load() }
        #expect(try place.take(AdoptionFolderTests.trust(6)).hasRefused)
        #expect(try place.take(AdoptionFolderTests.trust()).hasAdopted)
        #expect(try place.load().trust?.content.sequence == 7)
    }

    @Test(arguments: [
        #"{"format": "justificatif-lists/2"}"#,
        #"{"format": "justificatif-lists/1", "trust": {"sequence": "7", "content": "00"}}"#,
        #"{"format": "justificatif-lists/1", "roots": "../../etc/passwd"}"#,
        #"{"format": "justificatif-lists/1", "rots": "x"}"#,
        "",
    ])
    func aStateOfAnotherFormIsAFault(text: String) throws {
        let place = try Place()
        try FileWriting.write(
            Array(text.utf8), to: "\(place.folder.path)/state.json", existing: .replace)
        #expect(throws: (any Error).self) { try place.load() }
    }

    @Test func noticesNewLists() throws {
        let place = try Place()
        try place.take(AdoptionFolderTests.trust())
        let before = place.folder.stamp
        try place.take(AdoptionFolderTests.trust())
        #expect(place.folder.stamp == before)
        try place.take(AdoptionFolderTests.trust(8))
        #expect(place.folder.stamp != before)
    }

    /// A backup of the folder's files, or somebody who wants a cancelled proof back.
    @Test func anOlderTrustListInThePlaceOfTheAdoptedOneIsDamage() throws {
        let place = try Place()
        try place.take(AdoptionFolderTests.trust(6))
        try place.take(AdoptionFolderTests.trust(7))
        let name = try #require(place.names.first { $0.hasPrefix("trust-7") })
        try FileWriting.write(
            AdoptionFolderTests.trust(6), to: "\(place.folder.path)/\(name)", existing: .replace)
        let fault = #expect(throws: ListsFault.self) { try place.load() }
        #expect(fault?.code == "not-as-adopted")
        #expect(fault?.explanation.english.contains(name) == true)
        let again = try place.take(AdoptionFolderTests.trust(6))
        #expect(again.hasRefused, "the mark stays")
        try place.take(AdoptionFolderTests.trust(7))
        #expect(try place.load().trust?.content.sequence == 7)
    }

    @Test func anOlderRevocationListInThePlaceOfTheAdoptedOneIsMissing() throws {
        let place = try Place()
        try place.take(
            AdoptionFolderTests.trust(), AdoptionFolderTests.caf(40), AdoptionFolderTests.cpam())
        let name = try #require(place.names.first { $0.hasPrefix("revocations-caf") })
        try FileWriting.write(
            AdoptionFolderTests.caf(39), to: "\(place.folder.path)/\(name)", existing: .replace)
        let lists = try place.folder.loadAll(roots: AdoptionFolderTests.roots, Practice.crypto)
        #expect(lists.inForce.revocations.keys.sorted() == ["cpam"])
        #expect(lists.faults.count == 1 && lists.faults[0].english.contains(name))
        try place.take(AdoptionFolderTests.caf(40))
        #expect(try place.load().revocations.keys.sorted() == ["caf", "cpam"])
    }
}
