import Confinement
import QRImage
import TestSupport
import Testing

@testable import Siblings

/// The true reader on kernels that refuse it something, which `strace` plays.
@Suite(.enabled(if: Tool.isInstalled("strace"), "strace is not installed"))
struct ReaderConfinementTests {
    private let reader: String
    private let picture: [UInt8]

    init() throws {
        reader = try #require(Programs.realReader())
        picture = try QRCode(alphanumeric: "JF1:A").png()
    }

    /// What it exits with and writes when a system call fails.
    private func run(_ options: String) -> (status: Int32, answer: [UInt8]) {
        let file = ScratchFile(picture)
        let output = Tool.output(
            of: """
                SWIFT_BACKTRACE=enable=no \
                strace -qq -o /dev/null \(options) \(reader) < \(file.path); printf '\\n%s' $?
                """)
        let end = output.lastIndex(of: 0x0A) ?? output.startIndex
        let status = Int32(String(decoding: output[end...].dropFirst(), as: UTF8.self)) ?? -1
        return (status, Array(output[..<end]))
    }

    private static let answer: [UInt8] = [0, 1, 0, 5] + Array("JF1:A".utf8)

    @Test(arguments: ["ENOSYS", "EOPNOTSUPP", "EPERM"])
    func readsWhereTheKernelHasNoLandlock(error: String) {
        let outcome = run("-e inject=landlock_create_ruleset:error=\(error)")
        #expect(outcome.status == 0)
        #expect(outcome.answer == Self.answer)
    }

    @Test(arguments: [
        "prlimit64:error=EPERM", "prctl:error=EINVAL:when=1", "prctl:error=EINVAL:when=2",
        "prctl:error=EINVAL:when=3", "prctl:error=EINVAL:when=4",
        "landlock_create_ruleset:error=EINVAL:when=2", "landlock_restrict_self:error=EPERM",
    ])
    func readsNothingWhenItCannotConfineItself(fault: String) {
        let outcome = run("-e inject=\(fault)")
        #expect(outcome.status == 71)
        #expect(outcome.answer == [])
    }

    /// The second belt alone: the fourth prctl, which would install the filter, only says it did.
    @Test(.enabled(if: Confinement.landlockVersion > 0, "this kernel has no Landlock"))
    func opensNothingByLandlockAloneEither() throws {
        let hostile = try HostileReader()
        let answer = hostile.obey(
            "openFile", under: "strace -o /dev/null -e inject=prctl:retval=0:when=4")
        // EACCES.
        #expect(answer == "came back with -13")
    }

    @Test func isConfinedBeforeItReadsTheFirstByte() {
        let file = ScratchFile(picture)
        let trace = ScratchFile([])
        _ = Tool.output(of: "strace -o \(trace.path) \(reader) < \(file.path)")
        let calls = String(decoding: Tool.output(of: "cat \(trace.path)"), as: UTF8.self)
            .split(separator: "\n")
        let confined = calls.lastIndex { $0.hasPrefix("prctl(PR_SET_SECCOMP") }
        let read = calls.firstIndex { $0.hasPrefix("read(0,") }
        guard let confined, let read else {
            Issue.record("neither found")
            return
        }
        #expect(confined < read)
        let names = Set(calls[(confined + 1)...].compactMap { $0.split(separator: "(").first })
        #expect(names.contains("read") && names.contains("write"))
        #expect(names.isDisjoint(with: ["openat", "open", "socket", "clone", "close", "fstat"]))
    }
}
