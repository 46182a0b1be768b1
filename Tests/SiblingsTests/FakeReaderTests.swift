import Glibc
import TestSupport
import Testing

@testable import Siblings

/// What the client does when the reader is not itself.
@Suite(.serialized) struct FakeReaderTests {
    private func read(
        _ script: borrowing Script, deadlineSeconds: Int = 20
    ) throws -> PictureAnswer {
        try withOpenFile("/dev/null") { picture in
            try PictureReader(path: script.path)
                .read(descriptor: picture, deadlineSeconds: deadlineSeconds)
        }
    }

    @Test func readsAnAnswerInPieces() throws {
        let script = Script(#"printf '\000\001\000'; sleep 0.1; printf '\003ABC'"#)
        #expect(try read(script) == .texts(["ABC"]))
    }

    @Test func killsAReaderThatHangs() {
        let script = Script("exec sleep 60")
        let seconds = ContinuousClock().measure {
            #expect(throws: SiblingFault.timedOut) { try read(script, deadlineSeconds: 1) }
        }
        #expect(seconds < .seconds(10))
    }

    @Test func killsAReaderThatAnswersAndLivesOn() {
        let script = Script(#"printf '\000\000'; exec sleep 60 >&-"#)
        #expect(throws: SiblingFault.timedOut) { try read(script, deadlineSeconds: 1) }
    }

    @Test func killsAReaderThatWritesWithoutEnd() {
        let script = Script("exec cat /dev/zero")
        #expect(throws: SiblingFault.badAnswer) { try read(script) }
    }

    @Test func killsAReaderThatDrips() {
        let script = Script(#"while :; do printf '\000'; sleep 0.1; done"#)
        #expect(throws: SiblingFault.timedOut) { try read(script, deadlineSeconds: 1) }
    }

    @Test(arguments: [SIGKILL, SIGSEGV, SIGSYS])
    func tellsTheSignalThatEndedIt(signal: Int32) {
        let script = Script(#"printf '\000\000'; kill -\#(signal) $$"#)
        #expect(throws: SiblingFault.ended(.signal(number: signal))) { try read(script) }
    }

    @Test(arguments: [Int32(1), 71, 255])
    func distrustsAnAnswerBeforeABadExit(code: Int32) {
        let script = Script(#"printf '\000\000'; exit \#(code)"#)
        #expect(throws: SiblingFault.ended(.exit(code: code))) { try read(script) }
    }

    @Test(arguments: ["", #"printf '\000'"#, #"printf '\000\001\000\005AB'"#])
    func refusesAShortAnswer(body: String) {
        let script = Script(body)
        #expect(throws: SiblingFault.badAnswer) { try read(script) }
    }

    @Test func givesThePictureAsStandardInput() throws {
        let script = Script(#"printf '\000\001\000\005'; cat"#)
        let picture = ScratchFile(Array("ABCDE".utf8))
        let answer = try withOpenFile(picture.path) { descriptor in
            try PictureReader(path: script.path).read(descriptor: descriptor)
        }
        #expect(answer == .texts(["ABCDE"]))
    }

    @Test func givesNothingElse() throws {
        // Descriptors, environment and arguments, told through an answer of one text.
        let script = Script(
            #"""
            text="$(cd /proc/self/fd; echo *) $# $(tr '\000' ' ' </proc/$$/environ)"
            printf '\000\001\000'
            printf "$(printf '\\%03o' "${#text}")"
            printf '%s' "$text"
            """#)
        let leaked = dup2(STDIN_FILENO, 90)
        defer { close(leaked) }
        guard case .texts(let texts) = try read(script), let text = texts.first else {
            Issue.record("no text")
            return
        }
        #expect(!text.contains("90"))
        #expect(text.hasSuffix(" 0 SWIFT_BACKTRACE=enable=no "))
    }

    @Test func resetsTheSignalOfABrokenPipe() throws {
        let script = Script(
            #"grep -q '^SigIgn:.*[13579bdf]...$' /proc/self/status; printf '\000\001\000\001'$?"#)
        let before = signal(SIGPIPE, SIG_IGN)
        defer { _ = signal(SIGPIPE, before) }
        // SIGPIPE is bit 12, the lowest of the fourth digit from the right: absent.
        #expect(try read(script) == .texts(["1"]))
    }

    @Test func tellsAMissingProgram() {
        let path = "/nonexistent/justificatif-reader"
        #expect(throws: SiblingFault.notFound(path: path)) {
            try PictureReader(path: path).read(descriptor: STDIN_FILENO)
        }
    }

    @Test func tellsAProgramThatCannotStart() {
        let file = ScratchFile([0])
        #expect(throws: SiblingFault.couldNotStart(errno: EACCES)) {
            try withOpenFile("/dev/null") {
                try PictureReader(path: file.path).read(descriptor: $0)
            }
        }
    }

    @Test func tellsAClosedPicture() {
        #expect(throws: SiblingFault.couldNotStart(errno: EBADF)) {
            try PictureReader(path: "/bin/true").read(descriptor: -1)
        }
    }

    @Test func leavesNoChildAndNoDescriptor() throws {
        let hanging = Script("exec sleep 60")
        let good = Script(#"printf '\000\000'"#)
        let before = Tool.openDescriptors()
        for _ in 0..<25 {
            _ = try? read(hanging, deadlineSeconds: 0)
            _ = try read(good)
        }
        // Other tests open files meanwhile, never as many as one leak a reading would.
        #expect(Tool.openDescriptors() < before + 25)
        #expect(Tool.sleepingChildren() == 0)
    }
}

extension Tool {
    static func openDescriptors() -> Int {
        output(of: "ls /proc/\(getpid())/fd | wc -l").reduce(0) {
            $1 >= 48 && $1 <= 57 ? $0 * 10 + Int($1) - 48 : $0
        }
    }

    /// Children of this process that run sleep or are what is left of it, as hanging readers do.
    static func sleepingChildren() -> Int {
        let names = output(of: "ps -o comm= --ppid \(getpid())")
        return String(decoding: names, as: UTF8.self).split(separator: "\n")
            .count { $0.hasPrefix("sleep") }
    }
}
