import Files
import TestSupport
import Testing

@Suite struct FoldersTests {
    @Test(arguments: ["a", "a/b", "a/b/c", "a/b/"])
    func makesAFolderAndTheOnesAboveIt(name: String) throws {
        let folder = TemporaryFolder()
        try Folders.make(folder.file(name))
        #expect(Folders.isFolder(folder.file(name)))
        #expect(throws: Never.self) { try Folders.make(folder.file(name)) }
    }

    @Test func refusesAFileWhereAFolderIsNeeded() {
        let folder = TemporaryFolder()
        let path = folder.write([], as: "a")
        let error = #expect(throws: FileFault.self) { try Folders.make(path) }
        #expect(error?.code == .notAFile)
        #expect(throws: FileFault.self) { try Folders.make(path + "/b") }
    }

    @Test func tellsFilesFromFolders() {
        let folder = TemporaryFolder()
        let path = folder.write([], as: "a")
        #expect(Folders.exists(path) && !Folders.isFolder(path))
        #expect(Folders.exists(folder.path) && Folders.isFolder(folder.path))
        #expect(!Folders.exists(folder.file("none")) && !Folders.isFolder(folder.file("none")))
    }
}
