internal import Foundation
internal import Glibc
internal import Synchronization

/// A PostgreSQL server of this test run, on a Unix socket in a temporary folder.
///
/// It runs under an account without rights, and ends with the process, however that ends.
package enum PracticeServer {
    private static let count = Atomic(0)
    private static let folder: String? = start()

    /// Whether Debian's package `postgresql` is installed.
    package static let isInstalled: Bool = binaries != nil

    /// Whether it has started.
    package static var isRunning: Bool { folder != nil }

    /// The address of an empty database that no other test has; nil if no server could be started.
    package static func emptyDatabase() -> String? {
        guard let folder, let binaries else { return nil }
        let number = count.wrappingAdd(1, ordering: .relaxed).newValue
        let made = Tool.run("\(binaries)/createdb -h \(folder) -U practice practice\(number)")
        guard made.status == 0 else { return nil }
        return "postgresql://practice@/practice\(number)?host=\(folder)"
    }

    /// Runs a statement in the database at `address`, and returns what psql prints.
    package static func run(_ statement: String, at address: String) -> String {
        Tool.run("\(binaries ?? "")/psql -X -q -A -t -c \"\(statement)\" '\(address)'").output
    }

    private static let binaries: String? = {
        let base = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: base)) ?? []
        return versions.compactMap { Int($0) }.max().map { "\(base)/\($0)/bin" }
    }()

    /// Makes a cluster and starts it beneath a shell that waits for the end of a pipe: the kernel
    /// closes it when this process ends.
    private static func start() -> String? {
        guard let binaries else { return nil }
        let folder = Tool.run("mktemp -d /tmp/justificatif-pg-XXXXXX").output
            .trimmingCharacters(in: .whitespacesAndNewlines)
        let script = """
            set -e
            \(binaries)/initdb -D \(folder)/data -U practice -A trust -E UTF8 --no-locale --no-sync
            \(binaries)/postgres -D \(folder)/data -k \(folder) -c listen_addresses= \
            -c max_connections=200 &
            server=$!
            read -r line || true
            kill -INT $server
            wait $server || true
            """
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        let account = getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : ""
        if getuid() == 0 { unsafe _ = chown(folder, 65534, 65534) }
        shell.arguments = [
            "-c",
            "cd /; \(account) sh -c \"$1\" >\(folder).log 2>&1; rm -rf \(folder) \(folder).log",
            "sh",
            script,
        ]
        let pipe = Pipe()
        shell.standardInput = pipe
        guard (try? shell.run()) != nil else { return nil }
        // Kept open for as long as this process lives.
        kept.withLock { $0 = pipe }
        for _ in 0..<300 {
            if Tool.run("\(binaries)/pg_isready -q -h \(folder)").status == 0 { return folder }
            usleep(100_000)
        }
        return nil
    }

    private static let kept = Mutex<Pipe?>(nil)
}
