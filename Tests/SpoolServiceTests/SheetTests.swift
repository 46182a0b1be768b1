import Counter
import Explaining
import Glibc
import Sodium
import SpoolFiles
import Spooling
import TestSupport
import Testing

@testable import SpoolService

/// Sheets for people beside the verdicts (Spec/spool.md 11).
@Suite struct SheetTests {
    private static func loop(
        _ folder: ServiceFolder, _ members: String
    ) throws -> DaemonLoop {
        let settings = try folder.settings("\"workers\": 2, \(members)")
        guard let lock = try SpoolLock(settings.spool) else {
            throw SpoolFault(step: "lock", error: "held")
        }
        let counter = try CounterDesk(lists: settings.lists, SodiumCrypto())
        return try DaemonLoop(settings, lock, counter, folder.context())
    }

    /// Turns until `isDone`, or for long after it should have been, while the clock goes on.
    private static func turn(
        _ loop: inout DaemonLoop, _ folder: ServiceFolder, until isDone: () -> Bool
    ) throws {
        let ringing = try Bell()
        ringing.ring()
        for _ in 0..<10_000 where !isDone() {
            folder.pass(seconds: 1)
            loop.turn(ringing.number) { [] }
            usleep(1_000)
        }
        #expect(isDone())
    }

    private static func sheets(_ folder: ServiceFolder, _ ending: String) -> [String] {
        folder.names("spool/verdicts").filter { $0.hasSuffix(ending) }
    }

    @Test(arguments: [
        ("text", ".txt", "  Quotient familial          742\u{A0}€\n"),
        ("html", ".html", "<tr><th scope=\"row\">Quotient familial</th><td>742\u{A0}€</td></tr>"),
    ])
    func eachVerdictHasOneOfTheFormAskedFor(form: String, ending: String, fact: String) throws {
        let folder = try ServiceFolder()
        var loop = try SheetTests.loop(folder, #""sheets": "\#(form)""#)
        loop.start()
        folder.write(Scenario().text, as: "spool/in/good")
        unsafe _ = symlink("/etc/passwd", folder.path("spool/in/link"))
        try SheetTests.turn(&loop, folder) { SheetTests.sheets(folder, ".json").count == 2 }
        let names = SheetTests.sheets(folder, ending)
        let ends = { (name: String, ending: String) in String(name.dropLast(ending.utf8.count)) }
        #expect(
            names.map { ends($0, ending) }
                == SheetTests.sheets(folder, ".json").map { ends($0, ".json") })
        let texts = names.compactMap { folder.text("spool/verdicts/\($0)") }
        #expect(texts.count == 2 && texts[0].contains(fact) && texts[0].contains("good"))
        #expect(texts[1].contains("C’est un raccourci"))
        #expect(folder.names("spool/verdicts").count == 4)
        var status = stat()
        #expect(unsafe stat(folder.path("spool/verdicts/\(names[0])"), &status) == 0)
        #expect(status.st_mode & 0o777 == 0o640)
    }

    /// What a sheet says of a person goes when what the verdict says goes, collected or not.
    @Test func aSheetGoesWithWhatItsVerdictSays() throws {
        let folder = try ServiceFolder()
        var loop = try SheetTests.loop(folder, #""sheets": "text", "keep_verdict_hours": 1"#)
        loop.start()
        for name in ["a", "b"] { folder.write(Scenario().text, as: "spool/in/\(name)") }
        try SheetTests.turn(&loop, folder) { SheetTests.sheets(folder, ".json").count == 2 }
        let settings = try folder.settings(#""sheets": "text""#)
        #expect(try folder.survey().sheets.files == 2)
        let rows = PrivacyReport(settings, try folder.survey(), nil).rows.map { $0.text(.french) }
        #expect(rows.contains { $0.hasPrefix("Feuilles non collectées : 2 depuis le ") })
        // Somebody took one verdict and left its sheet.
        let taken = try #require(SheetTests.sheets(folder, ".json").first)
        unsafe _ = unlink(folder.path("spool/verdicts/\(taken)"))
        folder.pass(seconds: 3 * 3_600)
        try SheetTests.turn(&loop, folder) { SheetTests.sheets(folder, ".txt").isEmpty }
        let left = SheetTests.sheets(folder, ".json")
        #expect(left.count == 1)
        #expect(folder.text("spool/verdicts/\(left[0])")?.contains("\"redacted\":true") == true)
    }

    /// What a stop left between two steps of Spec/spool.md 3.
    @Test(arguments: [VerdictForm.text, .page, nil])
    func aStartPublishesItWithItsVerdictAndRemovesOneWithoutIt(form: VerdictForm?) throws {
        let folder = try ServiceFolder()
        let folders = try SpoolFolders(folder.path("spool"), sheets: form)
        let scans = try (1...4).map { try folder.scan($0, millisecondsAgo: 0) }
        let place = "spool/verdicts"
        // Committed, with both; committed, its sheet published; never committed; no verdict.
        for scan in scans[...2] {
            folder.write("v", as: "\(place)/\(SpoolFileNames.temporary(scan.identifier))")
        }
        for scan in [scans[0], scans[2], scans[3]] {
            let name = SpoolFileNames.temporarySheet(scan.identifier, .text)
            folder.write("s", as: "\(place)/\(name)")
        }
        folder.write("s", as: "\(place)/\(scans[1].sheet(.text))")
        let listing = try folders.list(held: [], recorded: [])
        #expect(Set(listing.temporaries) == Set(scans[...2].map(\.identifier)))
        for scan in scans[...1] { _ = try folders.perform(.publish(scan)) }
        _ = try folders.perform(.removeTemporary(scans[2].identifier))
        var names = scans[...1].map(\.verdict.description) + [scans[1].sheet(.text).description]
        if form == .text { names.append(scans[0].sheet(.text).description) }
        #expect(Set(folder.names(place)) == Set(names))
    }

    @Test func aWrongFormAndAJournalAreRefused() throws {
        let folder = try ServiceFolder()
        #expect(throws: SettingsFault.sheetsInJournal) {
            try folder.settings(#""sheets": "text", "journal": "/j""#)
        }
        let fault = try #require(throws: SettingsFault.self) {
            try folder.settings(#""sheets": "pdf""#)
        }
        #expect(fault.explanation.words.english.hasSuffix("sheets: must be text or html"))
    }
}
