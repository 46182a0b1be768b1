import Glibc
import LocalSockets
import Siblings
import TestSupport
import Testing

/// The socket file: its rights, and what is in its place already.
@Suite struct LocalListenerTests {
    private static func mode(of path: String) -> UInt32 {
        var status = stat()
        return unsafe lstat(path, &status) == 0 ? status.st_mode : 0
    }

    @Test func isForItsOwnerAndItsGroup() throws {
        let folder = TemporaryFolder()
        let path = folder.file("a.sock")
        do {
            let listener = try LocalListener(at: path)
            #expect(Self.mode(of: path) == S_IFSOCK | 0o660)
            #expect(listener.accept() == nil)
        }
        #expect(folder.names.isEmpty, "it takes its file away")
    }

    @Test func takesThePlaceOfADeadSocketOnly() throws {
        let folder = TemporaryFolder()
        let path = folder.file("a.sock")
        let first = try LocalListener(at: path)
        #expect(throws: LocalSocketFault.alreadyServed(path)) { try LocalListener(at: path) }
        _ = first.accept()
        // A process that was killed leaves its socket behind.
        #expect(
            Tool.run("python3 -c \"import socket; socket.socket(socket.AF_UNIX).bind('\(path)2')\"")
                .status == 0)
        _ = try LocalListener(at: path + "2")
        let file = folder.write([1], as: "file")
        #expect(throws: LocalSocketFault.self) { try LocalListener(at: file) }
        #expect(folder.contents(of: "file") == [1])
        #expect(throws: LocalSocketFault.pathTooLong(String(repeating: "a", count: 108))) {
            try LocalListener(at: String(repeating: "a", count: 108))
        }
    }

    @Test func theKernelSaysWhoConnects() throws {
        let folder = TemporaryFolder()
        let listener = try LocalListener(at: folder.file("a.sock"))
        let client = try LocalSocket(
            to: folder.file("a.sock"), before: Deadline(seconds: 5))
        #expect(listener.accept()?.peer == getuid())
        client.endWriting()
    }

    @Test func takesNothingThatIsNotHandedOverToThisProcess() throws {
        #expect(try LocalListener.handedOver(process: nil, count: nil) == nil)
        #expect(try LocalListener.handedOver(process: "1", count: "1") == nil)
        #expect(throws: LocalSocketFault.notHandedOver) {
            try LocalListener.handedOver(process: "\(getpid())", count: "2")
        }
    }
}
