import Foundation

/// A daemon on a desk's spool and lists, started through other programs or with another reader.
final class RunningDaemon {
    private let process = Process()
    private let desk: Desk

    /// `wrapper` is a command line that ends by starting its arguments in the same process.
    init(_ desk: Desk, through wrapper: [String] = [], programs: String? = nil) throws {
        self.desk = desk
        let program = programs.map { "\($0)/justificatifd" } ?? Command.path(of: "justificatifd")
        let command =
            wrapper + [
                program, "run", "--spool", desk.file("spool"), "--lists", desk.file("lists"),
                "--roots", desk.file("roots.pub"),
            ]
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.standardError = FileHandle.nullDevice
        try process.run()
        wait { FileManager.default.fileExists(atPath: desk.file("spool/quarantine")) }
    }

    deinit { if process.isRunning { process.terminate() } }

    /// Asks it to stop; its exit status.
    func stop() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Renames a scan into the spool.
    func drop(_ bytes: [UInt8], as name: String) throws {
        desk.write(bytes, as: "spool/in/.new")
        try FileManager.default.moveItem(
            atPath: desk.file("spool/in/.new"), toPath: desk.file("spool/in/\(name)"))
    }

    /// Waits for that many verdicts; the verdict and reason of each, by the scan's name.
    func verdicts(_ count: Int) -> [String: String] {
        var names: [String] = []
        wait {
            let all = try? FileManager.default.contentsOfDirectory(
                atPath: desk.file("spool/verdicts"))
            names = (all ?? []).filter { $0.hasSuffix(".json") }
            return names.count >= count
        }
        var verdicts: [String: String] = [:]
        for name in names {
            let data = Data(desk.contents(of: "spool/verdicts/\(name)") ?? [])
            let object = (try? JSONSerialization.jsonObject(with: data)) as? [String: Any] ?? [:]
            let words = [object["verdict"], object["reason"]].compactMap { $0 as? String }
            let input = object["input"] as? String ?? name
            verdicts[input, default: ""] += words.joined(separator: " ")
        }
        return verdicts
    }

    private func wait(_ condition: () -> Bool) {
        for _ in 0..<1_200 where !condition() { usleep(25_000) }
    }
}
