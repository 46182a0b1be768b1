import Checking
import Explaining
import Files
import ListFiles
import Lists
import Proofs
import Siblings
import SpoolFiles
import Spooling
import Synchronization
import TestSupport
import Testing

@testable import SpoolService

extension ListChecks {
    static func results(_ settings: DaemonSettings, at now: Instant) -> [CheckResult] {
        results(lists: settings.lists, roots: settings.roots, at: now)
    }
}

/// A spool, lists, a clock that a test sets and a log that it reads.
final class ServiceFolder {
    private let folder: TemporaryFolder
    private let recording = Recording()

    /// What the threads of a daemon share with the test.
    private final class Recording: Sendable {
        let moment = Mutex(SpoolMoment(wall: Sample.now.seconds * 1_000, steady: 1_000))
        let log = Mutex<[String]>([])
    }

    init() throws {
        folder = TemporaryFolder()
        let trust = TrustBuilder()
        let lists = ListsFolder(path("lists"))
        try lists.pin(trust.roots, Practice.crypto)
        _ = try lists.install(
            [ListOffer(name: "trust", bytes: trust.bytes())], roots: trust.roots, at: Sample.now,
            Practice.crypto)
        try SpoolMaking.make(path("spool"), SpoolMaking.plans(dropGroup: nil, readGroup: nil))
    }

    func path(_ name: String) -> String { folder.file(name) }
    @discardableResult
    func write(_ text: String, as name: String) -> String {
        folder.write(Array(text.utf8), as: name)
    }
    func names(_ place: String) -> [String] {
        (try? Folders.names(in: path(place), limit: 1_000)) ?? []
    }
    func text(_ name: String) -> String? {
        folder.contents(of: name).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The settings of a configuration file with these members beside the places.
    func settings(_ members: String = "") throws -> DaemonSettings {
        let more = members.isEmpty ? "" : ", \(members)"
        return try DaemonSettings(
            write(
                #"{"spool": "\#(path("spool"))", "lists": "\#(path("lists"))"\#(more)}"#,
                as: "config.json"))
    }

    var moment: SpoolMoment { recording.moment.withLock { $0 } }

    /// Both clocks go on.
    func pass(seconds: Int64) {
        recording.moment.withLock {
            $0 = SpoolMoment(
                wall: $0.wall + seconds * 1_000, steady: $0.steady + seconds * 1_000)
        }
    }

    /// Lines of the log since the start.
    var log: [String] { recording.log.withLock { $0 } }

    func context(
        _ manager: ServiceManager = ServiceManager(nil), _ language: Language = .french
    ) -> DaemonContext {
        DaemonContext(
            clock: clock, log: eventLog(), manager: manager, version: "9.9.9", language)
    }

    private var clock: DaemonClock {
        let recording = recording
        return DaemonClock { recording.moment.withLock { $0 } }
    }

    /// A log that the test reads, but for what the journal of the system takes.
    func eventLog(_ journal: SystemJournal? = nil) -> EventLog {
        let recording = recording
        return EventLog(clock, .french, journal) { line in
            recording.log.withLock { $0.append(String(decoding: line, as: UTF8.self)) }
        }
    }

    func survey() throws -> SpoolSurvey { try SpoolSurvey(settings().openFolders()) }

    /// A scan that arrived so many milliseconds before the folder's clock.
    func scan(_ number: Int, millisecondsAgo: Int64) throws -> ClaimedName {
        let identifier = ArrivalIdentifier(
            milliseconds: moment.wall - millisecondsAgo, number: number)
        return ClaimedName(
            identifier: try #require(identifier), attempt: 1,
            name: ScanName(encoding: Array("scan-\(number)".utf8)))
    }
}
