import Foundation
import Glibc
import TestSupport
import Testing

/// How an operator sees and steers the daemon (Spec/spool.md 8, 9).
struct OperatingTests {
    private func ask(_ desk: DaemonDesk, _ words: String...) throws -> (status: Int32, text: String)
    {
        try Programs.run(
            Programs.path(of: "justificatifd"),
            words + ["--spool", desk.file("spool"), "--lists", desk.file("lists")])
    }

    /// `check` by an account that owns none of it.
    private func checkByAnotherAccount(
        _ desk: DaemonDesk
    ) throws -> (status: Int32, text: String) {
        try Programs.run(
            "/usr/bin/setpriv",
            [
                "--reuid=65534", "--regid=65534", "--clear-groups",
                Programs.path(of: "justificatifd"), "check", "--spool", desk.file("spool"),
                "--lists", desk.file("lists"),
            ])
    }

    @Test func saysWhetherItWorks() throws {
        let desk = try DaemonDesk()
        #expect(try ask(desk, "status").status == 70)
        let daemon = try DaemonProcess(desk)
        waitUntil { desk.contents(of: "spool/status.json") != nil && desk.hasEvent("started") }
        let running = try ask(desk, "status")
        #expect(running.status == 0 && running.text.contains("en marche"))
        daemon.end()
        let stopped = try ask(desk, "status")
        #expect(stopped.status == 70 && stopped.text.contains("systemctl start"))
    }

    @Test func saysWhatPersonalDataThereIsWithoutNamingIt() throws {
        let desk = try DaemonDesk()
        desk.drop(Array(desk.text.utf8), as: "DUPONT")
        let daemon = try DaemonProcess(desk)
        waitUntil { desk.verdicts.count == 1 }
        daemon.end()
        let report = try ask(desk, "status", "--privacy")
        #expect(report.text.contains("Numérisations contrôlées : 1 depuis le"))
        #expect(report.text.contains("Verdicts non collectés : 1 depuis le"))
        let log = String(decoding: desk.contents(of: "log") ?? [], as: UTF8.self)
        let seen = try report.text + ask(desk, "status", "--json").text + log
        #expect(!seen.contains("DUPONT") && !seen.contains("JF1:"))
    }

    @Test func checkSaysWhatToDo() throws {
        let desk = try DaemonDesk()
        for (name, mode) in [("in", 0o2777), ("work", 0o700)] {
            unsafe _ = chmod(desk.spool(name), mode_t(mode))
        }
        let report = try ask(desk, "check")
        #expect(report.status == 78)
        #expect(report.text.contains("-> chmod 2770"))
    }

    /// Folders and lists of root, looked at by the account of a service.
    @Test(.enabled(if: geteuid() == 0 && Programs.isInstalled("setpriv")))
    func checkNamesWhatItsAccountCannotWrite() throws {
        let desk = try DaemonDesk()
        _ = try Programs.run("/bin/chmod", ["-R", "a+rX", desk.file(".")])
        let report = try checkByAnotherAccount(desk)
        #expect(report.status == 78)
        for line in [
            "\(desk.spool("in")) : ce compte ne peut pas y écrire",
            "chown justificatif \(desk.spool("in"))",
            "\(desk.file("lists")) : ce compte ne peut pas y écrire, aucune liste ne sera installée",
            "chown -R justificatif: \(desk.file("lists"))",
        ] {
            #expect(report.text.contains(line), "\(line)\n\(report.text)")
        }
    }

    /// A copier whose share has no create mask.
    @Test(.enabled(if: geteuid() == 0 && Programs.isInstalled("setpriv")))
    func checkNamesScansThatItsAccountCannotRead() throws {
        let desk = try DaemonDesk()
        desk.write("a scan", as: "spool/in/scan.txt")
        _ = try Programs.run("/bin/chmod", ["-R", "a+rX", desk.file(".")])
        _ = try Programs.run("/bin/chown", ["-R", "65534:65534", desk.file("spool")])
        unsafe _ = chown(desk.spool("in/scan.txt"), 0, 0)
        unsafe _ = chmod(desk.spool("in/scan.txt"), 0o600)
        let report = try checkByAnotherAccount(desk)
        #expect(report.status == 78)
        let found = ": 1 fichier(s) que le service n’a pas le droit de lire, non contrôlés"
        let place = desk.spool("in")
        let mend =
            "find \(place) -mindepth 1 -type f -exec chgrp --reference=\(place) {} + "
            + "-exec chmod g+r {} +"
        for line in [found, mend] {
            #expect(report.text.contains(line), "\(line)\n\(report.text)")
        }
        _ = try Programs.run("/bin/sh", ["-c", mend])
        #expect(try !checkByAnotherAccount(desk).text.contains(found))
    }

    @Test(.enabled(if: Programs.isInstalled("strace")))
    func checkSaysThatThereIsNoMemoryToTryTheReaders() throws {
        let desk = try DaemonDesk()
        let report = try Programs.run(
            "/usr/bin/strace",
            [
                "-f", "-qq", "-o", desk.file("trace"), "-e", "trace=memfd_create", "-e",
                "inject=memfd_create:error=ENOMEM", Programs.path(of: "justificatifd"), "check",
                "--spool", desk.file("spool"), "--lists", desk.file("lists"),
            ])
        #expect(report.status == 78)
        for sentence in ["lecteur d’images : non essayé", "lecteur de PDF : non essayé"] {
            #expect(report.text.contains(sentence), "\(report.text)")
        }
        #expect(report.text.contains("free -m"))
    }

    @Test func refusesAnUnknownKeyAndNamesTheNearest() throws {
        let desk = try DaemonDesk()
        desk.write("{\"keep_inputs_minutes\": 5}", as: "config.json")
        let outcome = try Programs.run(
            Programs.path(of: "justificatifd"), ["run", "--config", desk.file("config.json")])
        #expect(outcome.status == 78)
        #expect(outcome.text.contains("keep_input_minutes"))
    }

    @Test func writesMetricsThatCountCodesOnly() throws {
        let desk = try DaemonDesk()
        let daemon = try DaemonProcess(desk, ["--metrics", desk.file("m.prom")])
        waitUntil { desk.contents(of: "m.prom") != nil }
        desk.dropTexts(6)
        waitUntil { desk.verdicts.count == 6 }
        waitUntil(seconds: 30) {
            String(decoding: desk.contents(of: "m.prom") ?? [], as: UTF8.self)
                .contains("justificatif_verdicts_total{code=\"foreign-code\"} 2")
        }
        daemon.end()
        let text = String(decoding: desk.contents(of: "m.prom") ?? [], as: UTF8.self)
        #expect(text.contains("justificatif_verdict_seconds_count 6"))
        #expect(text.contains("justificatif_trust_list_sequence 7"))
        #expect(text.hasSuffix("\n") && !text.contains("scan-"))
    }

    @Test func aDaemonWithoutListsWaitsForThemAndTakesUpWork() throws {
        let desk = try DaemonDesk()
        let (lists, later) = (desk.file("lists"), desk.file("later"))
        try FileManager.default.moveItem(atPath: lists, toPath: later)
        let daemon = try DaemonProcess(desk)
        waitUntil { desk.contents(of: "spool/status.json") != nil }
        desk.dropTexts(3)
        let status = [
            "status", "--spool", desk.file("spool"), "--lists", lists,
        ]
        let waiting = try Programs.run(Programs.path(of: "justificatifd"), status)
        #expect(waiting.status == 70 && waiting.text.contains("attend des listes"))
        #expect(desk.verdicts.isEmpty && desk.names("in").count == 3)
        try FileManager.default.moveItem(atPath: later, toPath: lists)
        waitUntil { desk.verdicts.count == 3 }
        #expect(desk.wronglyJudged(3).isEmpty)
        #expect(daemon.end() == 0)
    }

    @Test func aDaemonThatWaitsForListsStopsWhenAsked() throws {
        let desk = try DaemonDesk()
        try FileManager.default.removeItem(atPath: desk.file("lists"))
        let daemon = try DaemonProcess(desk)
        waitUntil { desk.contents(of: "spool/status.json") != nil }
        #expect(daemon.end() == 0)
    }

    @Test func itsSampleConfigurationHasTheDefaults() throws {
        let sample = "\(Checkout.root)/contrib/justificatifd.json"
        let desk = try DaemonDesk()
        let outcome = try Programs.run(
            Programs.path(of: "justificatifd"),
            ["status", "--config", sample, "--spool", desk.file("spool")])
        #expect(outcome.status == 70, "\(outcome.text)")
    }
}
