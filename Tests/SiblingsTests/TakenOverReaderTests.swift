import Glibc
import Testing

@testable import Siblings

/// A reader that somebody's picture has taken over, as its client sees it (Spec/reader.md 3).
@Suite struct TakenOverReaderTests {
    private let reader: HostileReader

    init() throws { reader = try HostileReader() }

    @Test(arguments: [
        "openFile", "openFileBeneath", "readOther", "writeOther", "mapFile",
        "internet", "localStream", "socketPair", "ring",
        "execute", "fork", "vfork", "newProcess", "newThread",
        "trace", "signalOther", "readOtherMemory",
        "runnableMemory", "makeRunnable",
        "handleSignal", "closeOutput", "becomeDumpable",
        "sleep", "abort", "oldTable", "x32",
    ])
    func isKilledWhenItTriesAnythingElse(attack: String) {
        #expect(throws: SiblingFault.ended(.signal(number: SIGSYS))) { try reader.obey(attack) }
    }

    /// Otherwise the test above would prove nothing.
    @Test(arguments: [
        "openFile", "openFileBeneath", "internet", "localStream", "socketPair", "runnableMemory",
        "trace", "handleSignal", "becomeDumpable", "sleep",
    ])
    func wouldSucceedIfNothingConfinedIt(attack: String) {
        let result = reader.obeyFreely(attack)
        #expect(result.hasPrefix("came back with "))
        #expect(!result.contains("-"), "\(result)")
    }

    /// Every number of the table of calls, and some beyond: only the documented ones are left.
    ///
    /// All arguments are -1, so a read or write, which must be of standard input or output, is
    /// killed too.
    @Test func hasNoOtherCallLeft() throws {
        // mprotect (of which -1 is runnable) and mmap are killed as well; brk, munmap, mremap,
        // madvise, gettid, futex, clock_gettime, getrandom, poll and ppoll come back.
        let left: Set = [7, 11, 12, 25, 28, 186, 202, 228, 271, 318]
        // exit and exit_group; and uretprobe and uprobe, which the kernel's own breakpoints make
        // and newer kernels keep from every filter: outside of a breakpoint they do nothing.
        let others: Set = [60, 231, 335, 336]
        for number in Array(0..<480) + [4096, 0x3fff_ffff] where !others.contains(number) {
            let comesBack: Bool
            do throws(SiblingFault) {
                comesBack = try reader.obeyCall(number)
            } catch {
                #expect(error == .ended(.signal(number: SIGSYS)), "call \(number)")
                comesBack = false
            }
            #expect(comesBack == left.contains(number), "call \(number)")
        }
    }

    @Test(arguments: [60, 231])
    func mayEnd(number: Int) {
        // exit(-1).
        #expect(throws: SiblingFault.ended(.exit(code: 255))) {
            try reader.obey("call \(number)")
        }
    }

    @Test func isKilledWhenItWritesWithoutEnd() {
        #expect(throws: SiblingFault.badAnswer) { try reader.obey("writeWithoutEnd") }
    }

    @Test(arguments: ["waitForEver", "spin"])
    func isKilledWhenItNeverAnswers(attack: String) {
        #expect(throws: SiblingFault.timedOut) { try reader.obey(attack, deadlineSeconds: 1) }
    }

    @Test(arguments: ["addTrailingByte", "announceMore"])
    func isNotBelievedWhenItsAnswerIsNone(attack: String) {
        #expect(throws: SiblingFault.badAnswer) { try reader.obey(attack) }
    }

    /// It may always answer a text of its choice: a person could have printed it.
    @Test func mayInventATextOfItsOwnPicture() throws {
        #expect(try reader.obey("forge JF1:MINE") == .texts(["JF1:MINE"]))
    }

    @Test func getsNoMoreMemoryThanItsLimit() throws {
        guard case .texts(let texts) = try reader.obey("eatMemory") else {
            Issue.record("no answer")
            return
        }
        let megabytes = try #require(texts.first.flatMap { Int($0) })
        #expect((100...768).contains(megabytes))
    }

    @Test func endsByASignalWhenItTraps() {
        #expect(throws: SiblingFault.ended(.signal(number: SIGILL))) { try reader.obey("trap") }
        #expect(throws: SiblingFault.ended(.signal(number: SIGSEGV))) {
            try reader.obey("overflowStack")
        }
    }
}

extension HostileReader {
    /// Whether a call of this number comes back.
    fileprivate func obeyCall(_ number: Int) throws(SiblingFault) -> Bool {
        do {
            return try obey("call \(number)") != .texts([])
        } catch let failure as SiblingFault {
            throw failure
        } catch { return false }
    }
}
