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
}
