import Explaining
import Files
import ListFiles
import Lists
import TestSupport
import Testing

/// Whom to trust is decided once, by hand.
@Suite struct PinningTests {
    static let roots = TrustBuilder.roots(Practice.root)

    @Test func pinsTheRootsInANewFolder() throws {
        let folder = TemporaryFolder()
        let lists = ListsFolder(folder.file("a/b/lists"))
        try lists.pin(PinningTests.roots, Practice.crypto)
        #expect(try lists.roots(named: nil, Practice.crypto) == PinningTests.roots)
        #expect(folder.contents(of: "a/b/lists/roots.pub") != nil)
    }

    @Test func pinsTheSameRootsAgainWithoutAWord() throws {
        let folder = TemporaryFolder()
        let lists = ListsFolder(folder.path)
        try lists.pin(PinningTests.roots, Practice.crypto)
        try lists.pin(PinningTests.roots, Practice.crypto)
        #expect(folder.names == ["roots.pub"])
    }

    @Test func refusesOtherRoots() throws {
        let folder = TemporaryFolder()
        let lists = ListsFolder(folder.path)
        try lists.pin(PinningTests.roots, Practice.crypto)
        let before = folder.contents(of: "roots.pub")
        #expect(throws: ListsFault.self) {
            try lists.pin(TrustBuilder.roots(Practice.secondRoot), Practice.crypto)
        }
        #expect(folder.contents(of: "roots.pub") == before)
    }

    @Test func prefersTheRootsItIsTold() throws {
        let folder = TemporaryFolder()
        let lists = ListsFolder(folder.path)
        try lists.pin(PinningTests.roots, Practice.crypto)
        let other = TrustBuilder.roots(Practice.secondRoot)
        let path = folder.write(Array(RootsFile.text(other).utf8), as: "others.pub")
        #expect(try lists.roots(named: path, Practice.crypto) == other)
    }

    @Test func saysHowToBeginWithoutRoots() {
        let folder = TemporaryFolder()
        let error = #expect(throws: ListsFault.self) {
            try ListsFolder(folder.file("none")).roots(named: nil, Practice.crypto)
        }
        #expect(error?.explanation.english.contains("justificatif lists init") == true)
    }

    @Test func refusesAFileInThePlaceOfTheFolder() {
        let folder = TemporaryFolder()
        let path = folder.write([], as: "lists")
        let error = #expect(throws: FileFault.self) {
            try ListsFolder(path).pin(PinningTests.roots, Practice.crypto)
        }
        #expect(error?.code == .notAFile)
    }
}
