import Glibc
import Spooling
import TestSupport
import Testing

@testable import SpoolFiles

/// Lines of a journal that were kept too long (Spec/spool.md 5, 10).
final class JournalRedactionTests {
    private static let due: Int64 = 1_700_000_000_000
    private let temporary = TemporaryFolder()
    private var path: String { temporary.file("journal") }

    /// A line as the daemon writes it, of `arrival` milliseconds after the last instant that is due.
    private func line(_ arrival: Int, isRedacted: Bool = false) -> String {
        let id = "\(JournalRedactionTests.due + Int64(arrival) - 1)-0000"
        return isRedacted
            ? "{\"arrival\":\"\(id)\",\"input\":\"a\",\"redacted\":true}\n"
            : "{\"advice\":\"x\",\"arrival\":\"\(id)\",\"input\":\"a\",\"issuer\":\"DUPONT\"}\n"
    }

    private func write(_ lines: [String]) {
        temporary.write(Array(lines.joined().utf8), as: "journal")
    }

    private func redaction() throws -> JournalRedaction {
        try #require(try JournalRedaction(path, before: JournalRedactionTests.due))
    }

    private func contents() -> String {
        String(decoding: temporary.contents(of: "journal") ?? [], as: UTF8.self)
    }

    @Test func redactsWhatIsDueAndNothingElse() throws {
        write([line(-2, isRedacted: true), line(-1), line(0), line(1), line(2)])
        let redaction = try redaction()
        try redaction.step()
        #expect(redaction.isOver && redaction.hasTakenTheName)
        #expect(redaction.count == 2)
        let expected = [
            line(-2, isRedacted: true), line(-1, isRedacted: true), line(0, isRedacted: true),
            line(1), line(2),
        ]
        #expect(contents() == expected.joined())
        #expect(temporary.contents(of: "journal.new") == nil)
    }

    @Test func leavesAFileAloneInWhichNothingIsDue() throws {
        write([line(-1, isRedacted: true), line(1)])
        let redaction = try redaction()
        try redaction.step()
        #expect(redaction.isOver && !redaction.hasTakenTheName)
        #expect(temporary.contents(of: "journal.new") == nil)
    }

    @Test func goesThroughALargeFileInSmallStepsAndCopiesWhatIsAppendedMeanwhile() throws {
        let many = JournalRedaction.linesAtOnce * 2 + 1
        write((0..<many).map { line($0 - many) })
        let journal = try Journal(path)
        let redaction = try redaction()
        var appended: [String] = []
        while !redaction.isOver {
            let before = redaction.count
            try redaction.step()
            #expect(redaction.count - before <= JournalRedaction.linesAtOnce)
            if redaction.isOver { break }
            appended.append(line(1 + appended.count))
            try journal.append(Array((appended.last ?? "").utf8))
        }
        #expect(appended.count >= 2)
        #expect(redaction.count == many)
        let expected = (0..<many).map { line($0 - many, isRedacted: true) } + appended
        #expect(contents() == expected.joined())
    }

    @Test func aStepReadsOnlySoMuch() throws {
        let size = line(1).utf8.count
        let others = JournalRedaction.bytesAtOnce * 3 / size
        write([line(0)] + [String](repeating: line(1), count: others))
        let redaction = try redaction()
        var steps = 0
        while !redaction.isOver {
            try redaction.step()
            steps += 1
        }
        #expect(steps >= 3)
        let first = line(0, isRedacted: true)
        #expect(temporary.contents(of: "journal")?.count == first.utf8.count + others * size)
    }

    @Test func aFileThatWasCollectedDoesNotComeBack() throws {
        write((0...JournalRedaction.linesAtOnce).map { line($0 - 100_000) })
        let redaction = try redaction()
        try redaction.step()
        unsafe _ = rename(path, temporary.file("collected"))
        while !redaction.isOver { try redaction.step() }
        #expect(!redaction.hasTakenTheName)
        #expect(temporary.contents(of: "journal") == nil)
        #expect(temporary.contents(of: "journal.new") == nil)
    }

    @Test func aNewFileOfTheSameNameIsLeftAlone() throws {
        write((0...JournalRedaction.linesAtOnce).map { line($0 - 100_000) })
        let redaction = try redaction()
        try redaction.step()
        unsafe _ = rename(path, temporary.file("collected"))
        write([line(5)])
        while !redaction.isOver { try redaction.step() }
        #expect(!redaction.hasTakenTheName)
        #expect(contents() == line(5))
    }
}
