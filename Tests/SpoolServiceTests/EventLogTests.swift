import Files
import Glibc
import Spooling
import TestSupport
import Testing
import Verification

@testable import SpoolService

/// Every event is one line with a stable name and the time (Spec/spool.md 8).
@Suite struct EventLogTests {
    @Test(
        arguments: [
            (
                .recovered(published: 1, removed: 2, again: 3, suspects: 4),
                #""again":3,"event":"recovered","published":1,"removed":2,"suspects":4"#
            ),
            (
                .fault(step: "commit", error: "EIO", waitMilliseconds: 100),
                #""error":"EIO","event":"spool-fault","step":"commit","wait_ms":100"#
            ),
            (
                .inputFault(error: "EIO", tries: 2),
                #""error":"EIO","event":"input-fault","tries":2"#
            ),
            (.claimRefused(error: "EACCES"), #""error":"EACCES","event":"claim-refused""#),
            (.commitRefused(error: "EACCES"), #""error":"EACCES","event":"commit-refused""#),
            (
                .eraseRefused(.done, error: "EACCES"),
                #""error":"EACCES","event":"erase-refused","folder":"done""#
            ),
            (.slotFault(error: "ENOSPC"), #""error":"ENOSPC","event":"slot-fault""#),
            (.quarantined(reason: .notAFile), #""event":"quarantined","reason":"not-a-file""#),
            (.full(freeBytes: 3 << 20), #""event":"spool-full","free_mib":3"#),
            (.roomAgain(freeBytes: 99 << 20), #""event":"spool-resumed","free_mib":99"#),
            (.overflow, #""event":"overflow""#),
            (.erased(.done, 5), #""event":"erased","inputs":5"#),
            (.erased(.quarantine, 5), #""event":"erased","quarantine":5"#),
            (.redacted(6), #""event":"redacted","verdicts":6"#),
            (.stopping(left: 7), #""event":"stopping","left":7"#),
        ] as [(SpoolNotice, String)])
    func tellsANotice(notice: SpoolNotice, fields: String) throws {
        let folder = try ServiceFolder()
        folder.context().log.write(notice)
        let at = "\"at\":\"\(Sample.now)\","
        #expect(folder.log.map { $0.replacing(at, with: "") } == ["{\(fields)}\n"])
        #expect(folder.log[0].contains(at))
    }

    @Test func tellsABatchInOneLine() throws {
        let folder = try ServiceFolder()
        var batch = PublishedBatch()
        batch.add(.valid, 12)
        batch.add(.valid, 5)
        folder.context().log.write(batch)
        #expect(folder.log.count == 1)
        #expect(
            folder.log[0].hasSuffix(
                #""codes":{"valid":2},"count":2,"event":"verdicts","slowest_ms":12}"# + "\n"))
    }

    /// In the form of systemd's "Native Journal Protocol": name, length in 64 bits, value.
    @Test func theJournalOfSystemdIsGivenFields() throws {
        let folder = try ServiceFolder()
        let listener = try NotifyListener(folder.path("journal"))
        let output = folder.write("", as: "output")
        let file = try Descriptor(reading: output)
        var status = stat()
        #expect(unsafe fstat(file.number, &status) == 0)
        let log = { (stream: String?) in
            folder.eventLog(
                SystemJournal(
                    stream: stream, output: file.number, address: folder.path("journal")))
        }
        let own = "\(status.st_dev):\(status.st_ino)"
        log(own).write(.fault(step: "commit", error: "EIO", waitMilliseconds: 100))
        #expect(folder.log == [])
        let fields = EventLogTests.fields(listener.messages.joined())
        #expect(fields["JUSTIFICATIF_EVENT"] == "spool-fault")
        #expect(fields["JUSTIFICATIF_STEP"] == "commit")
        #expect(fields["JUSTIFICATIF_WAIT_MS"] == "100")
        #expect(fields["PRIORITY"] == "4" && fields["SYSLOG_IDENTIFIER"] == "justificatifd")
        #expect(fields["MESSAGE"]?.contains(#""event":"spool-fault","step":"commit""#) == true)
        log(own).write(.overflow)
        #expect(EventLogTests.fields(listener.messages.joined())["PRIORITY"] == "6")
        // Standard error is something else, or nobody takes the datagrams.
        for stream in [nil, "", "1:1"] { log(stream).write(.overflow) }
        #expect(folder.log.count == 3 && listener.messages == [])
    }

    /// The fields of one message; every value here is of ASCII.
    private static func fields(_ message: String) -> [String: String] {
        var fields: [String: String] = [:]
        var rest = Array(message.utf8)[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            let name = String(decoding: rest[..<end], as: UTF8.self)
            let size = rest[(end + 1)...].prefix(8)
            let length = size.reversed().reduce(0) { $0 << 8 | Int($1) }
            let value = rest[(end + 9)...].prefix(length)
            fields[name] = String(decoding: value, as: UTF8.self)
            rest = rest[(end + 9 + length + 1)...]
        }
        return fields
    }
}
