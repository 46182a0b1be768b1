import Files
import Glibc
import TestSupport
import Testing

@Suite struct FileWritingTests {
    static func code(_ path: String, _ existing: FileWriting.Existing) -> FileFault.Code? {
        do throws(FileFault) {
            try FileWriting.write([4, 5], to: path, existing: existing)
            return nil
        } catch {
            return error.code
        }
    }

    @Test(arguments: [FileWriting.Existing.refuse, .replace])
    func writesANewFileAndNothingElse(existing: FileWriting.Existing) {
        let folder = TemporaryFolder()
        #expect(FileWritingTests.code(folder.file("a"), existing) == nil)
        #expect(folder.contents(of: "a") == [4, 5])
        #expect(folder.names == ["a"])
    }

    @Test func replacesOnlyWhenItMay() {
        let folder = TemporaryFolder()
        let path = folder.write([1, 2, 3], as: "a")
        #expect(FileWritingTests.code(path, .refuse) == .exists)
        #expect(folder.contents(of: "a") == [1, 2, 3])
        #expect(FileWritingTests.code(path, .replace) == nil)
        #expect(folder.contents(of: "a") == [4, 5])
        #expect(folder.names == ["a"])
    }

    @Test(arguments: [0o600, 0o640, 0o644] as [UInt32])
    func givesTheFileItsMode(mode: UInt32) throws {
        let folder = TemporaryFolder()
        try FileWriting.write([1], to: folder.file("a"), mode: mode, existing: .refuse)
        var status = stat()
        #expect(unsafe stat(folder.file("a"), &status) == 0)
        #expect(status.st_mode & 0o777 == mode)
    }

    /// Root's file in the folder of a service would be one that the service cannot replace.
    @Test(.enabled(if: geteuid() == 0), arguments: [FileWriting.Existing.refuse, .replace])
    func whatRootWritesBelongsToTheOwnerOfTheFolder(existing: FileWriting.Existing) throws {
        let folder = TemporaryFolder()
        if existing == .replace { folder.write([1], as: "a") }
        #expect(unsafe chown(folder.path, 64_123, 64_124) == 0)
        try FileWriting.write([1], to: folder.file("a"), mode: 0o600, existing: existing)
        var status = stat()
        #expect(unsafe stat(folder.file("a"), &status) == 0)
        #expect((status.st_uid, status.st_gid) == (64_123, 64_124))
        #expect(status.st_mode & 0o777 == 0o600)
    }

    @Test func leavesNothingBehindWhenItFails() {
        let folder = TemporaryFolder()
        #expect(FileWritingTests.code(folder.file("none/a"), .replace) == .notFound)
        #expect(unsafe mkdir(folder.file("directory"), 0o700) == 0)
        #expect(FileWritingTests.code(folder.file("directory"), .refuse) == .exists)
        #expect(FileWritingTests.code(folder.file("directory"), .replace) != nil)
        #expect(folder.names == ["directory"])
    }

    /// A link is replaced as a name; what it points to stays as it is.
    @Test func doesNotWriteThroughALink() {
        let folder = TemporaryFolder()
        let target = folder.write([1, 2, 3], as: "target")
        #expect(unsafe symlink(target, folder.file("link")) == 0)
        #expect(FileWritingTests.code(folder.file("link"), .replace) == nil)
        #expect(folder.contents(of: "target") == [1, 2, 3])
        #expect(folder.contents(of: "link") == [4, 5])
        #expect(unsafe symlink(folder.file("nowhere"), folder.file("broken")) == 0)
        #expect(FileWritingTests.code(folder.file("broken"), .refuse) == .exists)
    }

    /// With the right to, a rename would take the place of `/dev/null` for the whole machine.
    @Test func replacesNoDeviceAndNoPipe() {
        let folder = TemporaryFolder()
        #expect(unsafe mkfifo(folder.file("pipe"), 0o600) == 0)
        #expect(FileWritingTests.code(folder.file("pipe"), .replace) == .notAFile)
        // A null device of our own: the machine's would be lost if this failed.
        guard unsafe mknod(folder.file("null"), S_IFCHR | 0o666, 1 << 8 | 3) == 0 else { return }
        #expect(FileWritingTests.code(folder.file("null"), .replace) == .notAFile)
        #expect(folder.names == ["null", "pipe"])
    }

    /// A pipe that does not wait holds 64 KiB, and its reader begins late.
    @Test func writesAllToAPipeThatIsFullAtFirst() throws {
        let folder = TemporaryFolder()
        let command = "sleep 0.2; cat > \(folder.file("a"))"
        guard let stream = unsafe popen(command, "w") else {
            Issue.record("no pipe")
            return
        }
        let pipe = unsafe fileno(stream)
        #expect(fcntl(pipe, F_SETFL, O_NONBLOCK) == 0)
        let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        #expect(FileWriting.writeAll(bytes, to: pipe) == 0)
        let status = unsafe pclose(stream)
        #expect(status == 0)
        #expect(folder.contents(of: "a") == bytes)
    }

    @Test func tellsWhyNotAllIsWritten() {
        let full = unsafe open("/dev/full", O_WRONLY)
        defer { close(full) }
        #expect(FileWriting.writeAll([1], to: full) == ENOSPC)
        #expect(FileWriting.writeAll([1], to: -1) == EBADF)
        #expect(FileWriting.writeAll([], to: full) == 0)
    }

    @Test func writesAnEmptyFile() throws {
        let folder = TemporaryFolder()
        try FileWriting.write([], to: folder.file("a"), existing: .refuse)
        #expect(folder.contents(of: "a") == [])
    }
}
