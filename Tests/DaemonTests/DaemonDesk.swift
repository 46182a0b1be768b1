import Foundation
import Glibc
import ListFiles
import Lists
import TestSupport

/// A spool, lists, and scans to drop; all in a folder that goes away.
final class DaemonDesk {
    private let folder: TemporaryFolder
    /// The text of a good justificatif; its verdict depends on the day of the test.
    let text = Scenario().text

    init() throws {
        folder = TemporaryFolder()
        let trust = TrustBuilder()
        let lists = ListsFolder(folder.file("lists"))
        try lists.pin(trust.roots, Practice.crypto)
        _ = try lists.install(
            [ListOffer(name: "trust", bytes: trust.bytes())], roots: trust.roots, at: Sample.now,
            Practice.crypto)
        for name in ["in", "work", "done", "verdicts", "quarantine"] {
            try FileManager.default.createDirectory(
                atPath: spool(name), withIntermediateDirectories: true)
        }
    }

    func file(_ name: String) -> String { folder.file(name) }
    func spool(_ name: String) -> String { folder.file("spool/\(name)") }

    /// The arguments of a daemon on this spool.
    func arguments(_ more: [String] = []) -> [String] {
        ["run", "--spool", file("spool"), "--lists", file("lists")] + more
    }

    /// Drops a file whole, as a program does that knows how.
    func drop(_ bytes: [UInt8], as name: String) {
        let hidden = spool("in/.\(name)")
        folder.write(bytes, as: "spool/in/.\(name)")
        unsafe _ = rename(hidden, spool("in/\(name)"))
    }

    /// Drops `count` texts under names of their own.
    func dropTexts(_ count: Int, from first: Int = 0) {
        for number in first..<(first + count) {
            // Of three kinds: good, of somebody else's, and nothing.
            let texts = [text, "bonjour \(number)", ""]
            drop(Array(texts[number % 3].utf8), as: "scan-\(number)")
        }
    }

    func names(_ place: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: spool(place))
        return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }

    var verdicts: [String] { names("verdicts") }

    /// Moves verdicts away, as a collector does.
    func collect() {
        try? FileManager.default.createDirectory(
            atPath: file("collected"), withIntermediateDirectories: true)
        for name in verdicts {
            unsafe _ = rename(spool("verdicts/\(name)"), file("collected/\(name)"))
        }
    }

    /// The scans `scan-0` to `scan-<count - 1>` that have not exactly one whole verdict.
    func wronglyJudged(_ count: Int) -> [String] {
        collect()
        var found: [String: Int] = [:]
        let names = (try? FileManager.default.contentsOfDirectory(atPath: file("collected"))) ?? []
        for name in names {
            let scan = name.split(separator: ".").first.map(String.init) ?? name
            let text = folder.contents(of: "collected/\(name)") ?? []
            let object = try? JSONSerialization.jsonObject(with: Data(text)) as? [String: Any]
            found[scan, default: 0] += object?["verdict"] == nil ? 100 : 1
        }
        let wanted = (0..<count).map { "scan-\($0)" }.filter { found[$0] != 1 }
        return wanted + found.keys.filter { !$0.hasPrefix("scan-") }
    }

    /// Events of the log, in order.
    var events: [[String: Any]] {
        String(decoding: folder.contents(of: "log") ?? [], as: UTF8.self).split(separator: "\n")
            .compactMap {
                try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
            }
    }

    func hasEvent(_ name: String) -> Bool { events.contains { $0["event"] as? String == name } }

    func contents(of name: String) -> [UInt8]? { folder.contents(of: name) }
    @discardableResult
    func write(_ text: String, as name: String) -> String {
        folder.write(Array(text.utf8), as: name)
    }
}
