import Foundation
import TestSupport
import Testing

/// The unit files of `contrib`, as systemd reads them.
@Suite(.enabled(if: Programs.isInstalled("systemd-analyze")))
struct UnitFileTests {
    private static let folder = "\(Checkout.root)/contrib"

    /// Those that have the network pay 1 for that alone.
    ///
    /// The kiosk is counted as if root ran it, for capabilities that a person's processes do not
    /// have; the rest is what a browser needs.
    @Test(arguments: [
        ("justificatifd", 0.5), ("justificatif-lists", 0.5), ("justificatif-lists-fetch", 1.1),
        ("justificatif-publish@", 0.5), ("justificatif-guichet", 0.5), ("justificatif-alarm@", 0.5),
        ("justificatif-sign@", 0.5), ("justificatif-portail", 1.5),
        ("justificatif-guichet-kiosk", 7.4),
    ])
    func exposesNextToNothing(_ unit: String, most: Double) throws {
        let path = "\(Self.folder)/\(unit).service"
        let outcome = try Programs.run(
            "/bin/sh", ["-c", "systemd-analyze security --offline=true '\(path)' | tail -1"])
        let score = outcome.text.split(separator: " ").compactMap { Double($0) }.first
        #expect(score ?? 10 <= most, "\(outcome.text)")
    }

    /// The daemon opens everything in its spool by this call.
    ///
    /// With RestrictSUIDSGID= it fails with ENOSYS, as systemd cannot look into what it is given;
    /// systemd.exec(5) does not say so.
    @Test func theDaemonMayCallOpenat2() throws {
        let path = "\(Self.folder)/justificatifd.service"
        let unit = try String(contentsOfFile: path, encoding: .utf8)
        #expect(unit.contains("\nRestrictSUIDSGID=no\n"))
    }

    /// An alarm that is not installed is a line in the journal that nobody reads.
    @Test func whatFailsRaisesAnAlarmThatIsInstalled() throws {
        let text = { (path: String) in
            try String(contentsOfFile: "\(Self.folder)/\(path)", encoding: .utf8)
        }
        let control = try text("debian/control").components(separatedBy: "\n\n")
        for (package, unit) in [
            ("justificatif-daemon", "justificatifd"),
            ("justificatif-guichet", "justificatif-guichet"),
            ("justificatif-issuer", "justificatif-publish@"),
            ("justificatif-issuer", "justificatif-sign@"),
            ("justificatif-portail", "justificatif-portail"),
        ] {
            let service = try text("\(unit).service")
            #expect(service.contains("\nOnFailure=justificatif-alarm@%n.service\n"), "\(unit)")
            #expect(try text("debian/\(package).install").contains("/\(unit).service "))
            let paragraph = control.first { $0.hasPrefix("Package: \(package)\n") } ?? ""
            let depends = paragraph.components(separatedBy: "\n").first { $0.hasPrefix("Depends:") }
            #expect(depends?.contains(", justificatif (= ") == true, "\(package)")
        }
        #expect(try text("debian/justificatif.install").contains("/justificatif-alarm@.service "))
    }

    @Test(.enabled(if: Programs.isInstalled("desktop-file-validate")))
    func aDesktopFindsTheCounterPage() throws {
        let outcome = try Programs.run(
            "/bin/sh",
            ["-c", "desktop-file-validate '\(Self.folder)/justificatif-guichet.desktop' 2>&1"])
        #expect(outcome.status == 0 && outcome.text == "", "\(outcome.text)")
    }

    /// As they are but for the programs, which are not installed where tests run.
    @Test func areUnderstoodWhole() throws {
        let scratch = TemporaryFolder()
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder).filter {
            $0.hasSuffix(".service") || $0.hasSuffix(".timer") || $0.hasSuffix(".socket")
        }
        #expect(names.count == 13)
        for name in names {
            let text = try String(contentsOfFile: "\(Self.folder)/\(name)", encoding: .utf8)
            let runnable = text.replacingOccurrences(
                of: "/usr/bin/justificatif[a-z-]*", with: "/bin/true",
                options: .regularExpression)
            scratch.write(Array(runnable.utf8), as: name)
        }
        let outcome = try Programs.run(
            "/bin/sh",
            [
                "-c",
                "cd '\(scratch.file(""))' && systemd-analyze verify *.service *.socket *.timer 2>&1",
            ])
        #expect(outcome.status == 0 && outcome.text == "", "\(outcome.text)")
    }
}
