import Glibc
import LocalSockets
import Siblings
import SigningClient
import SpoolFiles
import Synchronization
import TestSupport
import Threads

@testable import SigningService

/// A signing service on a thread of this process.
final class RunningServer: Sendable {
    let fixture: ServiceFixture
    let path: String
    private let stopBell: Bell
    private let isAsked = Atomic(false)
    private let isDone = Atomic(false)
    private let log = Mutex<[String]>([])

    /// `patience` is in seconds, long enough for a busy machine.
    init(peers: Set<UInt32> = [getuid()], patience: Int = 300) throws {
        fixture = try ServiceFixture()
        path = fixture.folder.file("sign.sock")
        stopBell = try Bell()
        let signingLog = SigningLog(clock: { Sample.now }) { [self] line in
            log.withLock { $0.append(String(decoding: line, as: UTF8.self)) }
        }
        let server = try SigningServer(
            LocalListener(at: path), peers: peers, fixture.desk(), signingLog,
            steadyMilliseconds: { 0 }, transferSeconds: patience)
        BlockingThreads(limit: 1).add { [self] in
            server.run(stopBell.number) { isAsked.load(ordering: .acquiring) }
            isDone.store(true, ordering: .releasing)
        }
    }

    var client: OfficeClient { OfficeClient(socket: path, timeLimit: .seconds(300)) }

    /// Asks it to stop.
    func stop() {
        isAsked.store(true, ordering: .releasing)
        stopBell.ring()
    }

    /// Waits until it has stopped; false after ten seconds.
    func hasStopped() -> Bool {
        for _ in 0..<1_000 where !isDone.load(ordering: .acquiring) { usleep(10_000) }
        return isDone.load(ordering: .acquiring)
    }

    var logged: String { log.withLock { $0.joined() } }

    func connect() throws -> LocalSocket {
        try LocalSocket(to: path, before: Deadline(seconds: 5))
    }

    deinit { stop() }
}
