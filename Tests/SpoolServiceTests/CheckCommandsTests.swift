import Explaining
import Foundation
import Proofs
import Siblings
import TestSupport
import Testing

@testable import Checking
@testable import SpoolService

/// Every sentence of `check` names the command that puts right what it found.
@Suite struct CheckCommandsTests {
    private static let reader = BuiltProgram.path(of: "justificatif-reader")

    private static func commands(_ results: [CheckResult]) -> [String] {
        results.compactMap(\.fix).flatMap { [$0.french, $0.english] }
    }

    @Test func aLibraryThatIsMissingIsNamedWithItsPackage() throws {
        let folder = TemporaryFolder()
        let path = try #require(CheckCommandsTests.reader)
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        // As the loader of another system would find it: the library has another number there.
        var broken = whole
        let (name, other) = (Data("libZXing.so.2\0".utf8), Data("libZXing.so.9\0".utf8))
        while let place = broken.range(of: name) { broken.replaceSubrange(place, with: other) }
        try #require(broken != whole)
        let copy = folder.write(Array(broken), as: "justificatif-reader")
        unsafe _ = chmod(copy, 0o755)
        let results = ReaderChecks.results(expectsPDF: false) { PictureReader(path: copy) }
        #expect(
            results.first?.what.french.contains("une bibliothèque manque (libZXing.so.9)") == true)
        #expect(results.first?.fix?.french == "apt install libzxing9")
        let result = MissingLibraries.result(of: copy)
        #expect(result?.what.french == "\(copy) : ne démarre pas, il manque libZXing.so.9")
        #expect(result?.fix?.french == "apt install libzxing9")
        #expect(MissingLibraries.result(of: path) == nil)
    }

    @Test(arguments: [
        ("libpng16.so.16", "libpng16-16"), ("libtiff.so.6", "libtiff6"),
        ("libgcc_s.so.1", "libgcc-s1"), ("libturbojpeg.so.0", "libturbojpeg0"),
        ("libZXing.so.2", "libzxing2"), ("odd", "odd"),
    ])
    func aLibraryIsInThePackageThatDebianNamesAfterIt(library: String, package: String) {
        #expect(MissingLibraries.package(of: library) == package)
    }

    /// A reader whose system has no pdftoppm ends with 69.
    @Test(arguments: [false, true])
    func pdfThatIsExpectedAndCannotBeReadIsAFault(isExpected: Bool) throws {
        let folder = TemporaryFolder()
        let path = try #require(CheckCommandsTests.reader)
        let script = folder.write(
            Array(
                "#!/bin/sh\n[ \"$1\" = --pages-of-pdf ] && exit 69\nexec '\(path)' \"$@\"\n".utf8),
            as: "reader")
        unsafe _ = chmod(script, 0o755)
        let results = ReaderChecks.results(expectsPDF: isExpected) { PictureReader(path: script) }
        let pdf = try #require(results.first { $0.what.french.hasPrefix("lecteur de PDF") })
        #expect(pdf.isGood != isExpected)
        #expect(
            pdf.what.french.hasPrefix(
                isExpected
                    ? "lecteur de PDF : absent, et la configuration attend des PDF"
                    : "lecteur de PDF : absent, les PDF sont dits illisibles"))
        #expect(pdf.line(.french).contains("apt install poppler-utils"))
    }

    @Test func theConfigurationSaysWhetherPDFIsExpected() throws {
        let folder = try ServiceFolder()
        #expect(try folder.settings(#""expects_pdf": true"#).expectsPDF)
        #expect(try !folder.settings().expectsPDF)
    }

    @Test func unitsThatDoNotStartAreNamed() throws {
        let folder = TemporaryFolder()
        let make = { (path: String) in
            try FileManager.default.createDirectory(
                atPath: folder.file(path), withIntermediateDirectories: true)
        }
        #expect(UnitChecks.results(below: folder.path) == [])
        try make("run/systemd/system")
        try make("lib/systemd/system")
        #expect(UnitChecks.results(below: folder.path) == [])
        folder.write([], as: "lib/systemd/system/justificatifd.service")
        folder.write([], as: "lib/systemd/system/justificatif-lists.timer")
        let results = UnitChecks.results(below: folder.path)
        #expect(results.map(\.isGood) == [false, true])
        #expect(results[0].what.french == "justificatifd.service : ne démarre pas avec la machine")
        #expect(results[0].fix?.french == "systemctl enable --now justificatifd.service")
        #expect(results[1].what.french.contains("systemctl enable --now justificatif-lists.timer"))
        try make("etc/systemd/system/multi-user.target.wants")
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("etc/systemd/system/multi-user.target.wants/justificatifd.service"),
            withDestinationPath: "/lib/systemd/system/justificatifd.service")
        #expect(UnitChecks.results(below: folder.path).map(\.isGood) == [true, true])
    }

    @Test func unitsOfAnIssuingBodyThatDoNotStartAreNamed() throws {
        let folder = TemporaryFolder()
        let timer = "justificatif-publish@caf.timer"
        let wants = folder.file("etc/systemd/system")
        let results = { UnitChecks.issuing("caf", timer: timer, below: folder.path) }
        let enable = { (unit: String, target: String) in
            #expect(Tool.run("mkdir -p '\(wants)/\(target).wants'").status == 0)
            #expect(Tool.run("ln -s /x '\(wants)/\(target).wants/\(unit)'").status == 0)
        }
        #expect(results() == [])
        #expect(Tool.run("mkdir -p '\(folder.file("run/systemd/system"))'").status == 0)
        #expect(results().map(\.fix?.french) == ["systemctl enable --now \(timer)"])
        enable(timer, "timers.target")
        #expect(results().map(\.isGood) == [true])
        enable("justificatif-portail.service", "multi-user.target")
        #expect(
            results().map(\.fix?.french) == [
                nil, "systemctl enable --now justificatif-sign@caf.socket",
            ])
        enable("justificatif-sign@cnam.socket", "sockets.target")
        #expect(results().map(\.isGood) == [true, true])
    }

    @Test(.enabled(if: getuid() == 0)) func aFolderOfFetchedListsOfRootIsNamed() throws {
        let folder = TemporaryFolder()
        for path in ["run/systemd/system", "var/lib/justificatif-fetch"] {
            try FileManager.default.createDirectory(
                atPath: folder.file(path), withIntermediateDirectories: true)
        }
        let place = folder.file("var/lib/justificatif-fetch")
        let results = UnitChecks.results(below: folder.path)
        #expect(
            results.map(\.what.french) == ["\(place) : à root, aucune liste ne sera téléchargée"])
        #expect(results.map(\.fix?.french) == ["chown -R justificatif-fetch: \(place)"])
        unsafe _ = chown(place, 1, 1)
        #expect(UnitChecks.results(below: folder.path) == [])
    }

    @Test func faultsOfSpoolListsAndClockNameACommand() throws {
        let folder = try ServiceFolder()
        unsafe _ = chmod(folder.path("spool/in"), 0o2777)
        unsafe _ = rmdir(folder.path("spool/quarantine"))
        let settings = try folder.settings(
            #""free_mib": 1048576, "journal": "/nonexistent/j", "metrics": "/dev/null/m.prom""#)
        var results = SpoolChecks.results(settings)
        for day in [Sample.day(2027, 8, 1), Sample.day(2028, 2, 1), Sample.day(2026, 1, 1)] {
            results += ListChecks.results(settings, at: day.start)
        }
        for path in ["/bin/true", "/bin/false", "/nonexistent"] {
            results += ReaderChecks.results(expectsPDF: true) { PictureReader(path: path) }
        }
        let programs = [
            "apt install", "chmod", "chown", "df -h", "install -d", "justificatif lists",
            "systemctl", "systemd-tmpfiles",
        ]
        let commands = CheckCommandsTests.commands(results)
        #expect(commands.count >= 2 * 10)
        for command in commands {
            #expect(programs.contains { command.contains($0) }, "\(command)")
        }
    }
}
