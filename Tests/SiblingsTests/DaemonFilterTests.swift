import TestSupport
import Testing

/// What the daemon has given up (Spec/reader.md 4), tried from a process of the same filter.
@Suite struct DaemonFilterTests {
    private let results: [(name: String, result: Int)]
    private let path: String

    init() throws {
        let path = try #require(Programs.hostileReader())
        self.path = path
        let output = String(decoding: Tool.output(of: "\(path) --as-daemon"), as: UTF8.self)
        results = output.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard words.count == 2, let result = Int(words[1]) else { return nil }
            return (String(words[0]), result)
        }
    }

    @Test func refusesWithAnErrorAndNotWithDeath() {
        let given = results.filter { !$0.name.hasPrefix("left-") }
        #expect(given.count == 70)
        for call in given { #expect(call.result == -1, "\(call.name)") }
    }

    @Test func leavesWhatTheDaemonLivesOn() {
        let left = results.filter { $0.name.hasPrefix("left-") }
        #expect(left.count == 5)
        let socket = left.first { $0.name == "left-socket-unix-dgram" }
        #expect(socket.map { $0.result >= 0 } == true)
        // ENOSYS, upon which glibc starts processes and threads by clone.
        #expect(left.first { $0.name == "left-clone3" }?.result == -38)
        // EBADF or ENOTTY, and not EPERM: other commands of ioctl are none of the filter's business.
        #expect(left.first { $0.name == "left-ioctl" }.map { $0.result != -1 } == true)
    }

    @Test func comesTooLateOnceThereIsAThread() {
        let output = String(decoding: Tool.output(of: "\(path) --with-a-thread"), as: UTF8.self)
        #expect(output.contains("system call filter: Device or resource busy"), "\(output)")
    }
}
