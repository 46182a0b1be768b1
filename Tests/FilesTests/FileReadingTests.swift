import Explaining
import Files
import Glibc
import TestSupport
import Testing

@Suite struct FileReadingTests {
    static func code(_ path: String, limit: Int = 10) -> FileFault.Code? {
        do throws(FileFault) {
            _ = try FileReading.bytes(of: path, limit: limit)
            return nil
        } catch {
            return error.code
        }
    }

    @Test(arguments: [0, 1, 9, 10])
    func readsAFileUpToItsLimit(count: Int) throws {
        let folder = TemporaryFolder()
        let bytes = [UInt8](repeating: 7, count: count)
        #expect(try FileReading.bytes(of: folder.write(bytes, as: "a"), limit: 10) == bytes)
    }

    @Test(arguments: [11, 65_536, 200_000])
    func refusesALargerFile(count: Int) {
        let folder = TemporaryFolder()
        let path = folder.write([UInt8](repeating: 7, count: count), as: "a")
        #expect(FileReadingTests.code(path) == .tooLarge)
    }

    @Test func readsAFileOfManyPieces() throws {
        let folder = TemporaryFolder()
        let bytes = (0..<200_001).map { UInt8($0 % 251) }
        let path = folder.write(bytes, as: "a")
        #expect(try FileReading.bytes(of: path, limit: 200_001) == bytes)
        #expect(FileReadingTests.code(path, limit: 200_000) == .tooLarge)
    }

    @Test func saysWhatIsNoFile() {
        let folder = TemporaryFolder()
        #expect(FileReadingTests.code(folder.path) == .notAFile)
        #expect(FileReadingTests.code(folder.file("none")) == .notFound)
        #expect(FileReadingTests.code(folder.write([], as: "a") + "/b") == .notFound)
        #expect(FileReadingTests.code("/dev/zero") == .notAFile)
        #expect(FileReadingTests.code("") == .notFound)
    }

    @Test func opensWhatAnyBytesName() throws {
        let folder = TemporaryFolder()
        let name: [UInt8] = [0x61, 0xE9, 0x2E, 0xC3, 0x74]
        let path = folder.path + "/" + PathText.text(of: name)
        try FileWriting.write([1, 2], to: path, existing: .refuse)
        #expect(try FileReading.bytes(of: path, limit: 10) == [1, 2])
        #expect(try Folders.names(in: folder.path, limit: 10) == [PathText.text(of: name)])
        #expect(PathText.shown(PathText.text(of: name)) == "a%E9.%C3t")
        try Folders.remove(path)
        #expect(FileReadingTests.code(path) == .notFound)
    }

    /// Such a one is a text of a person, given for a file.
    @Test func showsTheBeginningOfANameThatIsLongerThanAnyFileHas() {
        let name = String(repeating: "x", count: 255)
        #expect(PathText.shown("/a/\(name)/b") == "/a/\(name)/b")
        #expect(PathText.shown("/a/JF&MQRG2\(name)/b") == "/a/JF&MQRG2…/b")
    }

    /// Names that are UTF-8 stay as they are; no two names have one text.
    @Test func writesEveryNameAsTextAndBack() {
        let names: [[UInt8]] = [
            [], Array("scan é €.png".utf8), [0xFF], [0xC3, 0xA9], [0xC3], [0xED, 0xA0, 0x80],
            Array("\u{10FFE9}".utf8), Array("\u{10FF7F}".utf8), [0xE9, 0xC3, 0xA9, 0xF4, 0x8F],
        ]
        let texts = names.map(PathText.text)
        #expect(texts.map(PathText.bytes) == names)
        #expect(texts[1] == "scan é €.png")
        #expect(Set(texts).count == names.count)
    }

    /// A pipe nobody writes to would hang a reader for ever.
    @Test(.timeLimit(.minutes(1))) func neverWaitsForAPipe() {
        let folder = TemporaryFolder()
        let path = folder.file("pipe")
        #expect(unsafe mkfifo(path, 0o600) == 0)
        #expect(FileReadingTests.code(path) == .notAFile)
    }

    @Test func namesTheFileInOneLine() {
        let folder = TemporaryFolder()
        let path = folder.file("none")
        let error = #expect(throws: FileFault.self) { try FileReading.bytes(of: path, limit: 1) }
        #expect(error?.explanation.english == "\(path): no such file")
    }

    @Test func holdsBytesInMemoryForAReader() throws {
        let bytes = (0..<70_000).map { UInt8($0 % 251) }
        let file = try Descriptor(holding: bytes)
        #expect(try file.readAll(limit: 70_000, named: "memory") == bytes)
        #expect(try file.readAll(limit: 70_000, named: "memory").isEmpty)
        file.rewind()
        #expect(try file.readAll(limit: 70_000, named: "memory") == bytes)
    }
}
