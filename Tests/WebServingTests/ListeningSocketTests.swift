import Glibc
import Testing
import WebServing

@Suite struct ListeningSocketTests {
    @Test func namesAPortThatIsTaken() throws {
        let first = try ListeningSocket(port: 0)
        #expect(first.port > 0)
        // A port that nobody listens on yet is taken by the program that is bound to it.
        #expect(throws: ListeningFault.portTaken(first.port)) {
            try ListeningSocket(port: first.port)
        }
    }

    @Test func refusesAPortThatIsNone() {
        #expect(throws: ListeningFault.refused(errno: EINVAL)) { try ListeningSocket(port: 70_000) }
    }

    @Test(arguments: [(nil, nil), ("1", "1"), ("x", "1"), (nil, "1")])
    func isHandedNothingThatIsNotForThisProcess(process: String?, count: String?) throws {
        #expect(try ListeningSocket(handedTo: process, count: count) == nil)
        #expect(try ListeningSocket(handedTo: "\(getpid())", count: "2") == nil)
    }
}
