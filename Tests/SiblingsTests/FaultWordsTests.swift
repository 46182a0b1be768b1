import Explaining
import Glibc
import Siblings
import Testing

/// The stable words of Spec/reader.md 5, and what a person is told.
@Suite struct FaultWordsTests {
    @Test(arguments: [
        (SiblingFault.notFound(path: "/x"), "reader-missing"),
        (.couldNotStart(errno: EAGAIN), "reader-not-started"),
        (.timedOut, "reader-timed-out"),
        (.badAnswer, "reader-bad-answer"),
        (.ended(.exit(code: 71)), "reader-not-confined"),
        (.ended(.exit(code: 127)), "reader-library-missing"),
        (.ended(.exit(code: 1)), "reader-crashed"),
        (.ended(.signal(number: SIGSYS)), "reader-forbidden-call"),
        (.ended(.signal(number: SIGXCPU)), "reader-timed-out"),
        (.ended(.signal(number: SIGSEGV)), "reader-crashed"),
    ])
    func hasAStableWord(fault: SiblingFault, word: String) {
        #expect(fault.code(of: .reader) == word)
    }

    @Test func namesTheProgramToThePerson() {
        let fault = SiblingFault.ended(.exit(code: 127))
        #expect(fault.explanation(of: .page).english.hasPrefix("justificatif-page "))
    }

    /// A page that is refused ends its caller as the verdict of the page program says.
    @Test func endsAsThePageProgramDid() {
        func cause(_ fault: SiblingFault) -> Cause { fault.explanation(of: .page).cause }
        #expect(cause(.ended(.exit(code: 3))) == .ended(status: 3))
        #expect(cause(.ended(.signal(number: SIGKILL))) == .program)
        #expect(cause(.notFound(path: "/x")) == .configuration)
    }
}
