import Glibc
import JSONFields
import Siblings
import TestSupport
import Testing
import VectorRunning

/// Our verifier against every vector of the checkout, and the harness against verifiers that are
/// wrong.
@Suite struct VectorsTests {
    private let folder = VectorFolder("\(Checkout.root)/Vectors")

    /// As all our programs do: a command that ends must not end who asks it.
    init() { signal(SIGPIPE, SIG_IGN) }

    @Test(arguments: VectorLayer.allCases)
    func givesTheExpectedAnswers(layer: VectorLayer) throws {
        let names = try folder.names(of: [layer])
        let reader = try #require(BuiltProgram.path(of: "justificatif-reader"))
        var verifier = try OwnVerifier(reader: PictureReader(path: reader))
        let run = VectorRun(of: folder, .init(reasons: true, complete: true))
        for result in try run.results(of: names, by: &verifier) {
            #expect(result.outcome == .agrees, "\(result.name)")
        }
    }

    @Test func tellsWhatAWrongVerifierAnswered() throws {
        let names = try Array(folder.names(of: [.cose]).prefix(3))
        var liar = try CommandVerifier(
            "while read -r line; do echo '{\"verdict\":\"valid\",\"answer\":\"valid\"}'; done")
        let run = VectorRun(of: folder, .init(reasons: false, complete: false))
        let results = try run.results(of: names, by: &liar)
        #expect(results.contains { if case .differs = $0.outcome { true } else { false } })
    }

    /// Code, list and all are right, and yet it says too much.
    @Test func tellsWhatIsShownBesideAVerdictThatShowsNothing() throws {
        var talker = try CommandVerifier(
            "while read -r line; do echo '{\"verdict\":\"revoked\",\"issuer\":\"X\"}'; done")
        let run = VectorRun(of: folder, .init(reasons: false, complete: false))
        let results = try run.results(of: ["revocation_closed-revoked"], by: &talker)
        guard case .differs(let differences) = results.first?.outcome else {
            Issue.record("it may not say who the issuer is")
            return
        }
        #expect(differences.map(\.what) == ["issuer"])
    }

    /// Texts of Swift are the same then; a verifier that compares bytes would not find them so.
    @Test func tellsAnotherFormOfTheSameLetters() throws {
        var verifier = try CommandVerifier(
            #"""
            while read -r line; do echo '{"answer":"valid","folded":"\u212aELLER"}'; done
            """#)
        let run = VectorRun(of: folder, .init(reasons: false, complete: false))
        let results = try run.results(of: ["claims_folding-kelvin"], by: &verifier)
        guard case .differs(let differences) = results.first?.outcome else {
            Issue.record("U+212A is not K")
            return
        }
        #expect(differences.map(\.what) == ["folded"])
    }

    @Test(arguments: [
        "exit 0", "echo nonsense", "while read -r line; do echo '{}'; echo '{}'; done",
        "cat > /dev/null",
    ])
    func endsTheRunOfACommandThatDoesNotSpeakTheProtocol(command: String) throws {
        let names = try Array(folder.names(of: [.cose]).prefix(3))
        let run = VectorRun(of: folder, .init(reasons: false, complete: false))
        #expect(throws: VectorFault.self) {
            var verifier = try CommandVerifier(command, seconds: 2)
            _ = try run.results(of: names, by: &verifier)
            try verifier.finish()
        }
    }

    @Test func aListThatIsNotAdoptedMakesOneVectorWrongAndNotTheRun() throws {
        let file = try folder.file("text_good")
        guard case .object(var fields) = try VectorQuestion.json(file, folder.material) else {
            Issue.record("a question is an object")
            return
        }
        fields["lists"] = .array([.string("00")])
        let answer = try OwnVerifier(reader: nil).answer(.object(fields))
        #expect(answer == VectorAnswer.listsNotAdopted)
        let differences = try VectorExpectation.differences(
            of: answer, from: file, .init(reasons: false, complete: false))
        #expect(differences.map(\.what) == ["verdict"])
    }

    @Test func countsApartWhatACommandDoesNotSupport() throws {
        let names = try Array(folder.names(of: [.cose]).prefix(2))
        let run = VectorRun(of: folder, .init(reasons: false, complete: false))
        var verifier = try CommandVerifier(
            "while read -r line; do echo '{\"answer\":\"unsupported\"}'; done")
        let results = try run.results(of: names, by: &verifier)
        #expect(results.allSatisfy { $0.outcome == .unsupported })
        let report = JUnitReport.text(results)
        #expect(report.contains("tests=\"2\" failures=\"0\" skipped=\"2\""))
        try verifier.finish()
    }

    @Test(arguments: ["cat > /dev/null; exit 3", "sleep 60"])
    func refusesACommandThatDoesNotEndWell(command: String) throws {
        #expect(throws: VectorFault.self) {
            try CommandVerifier(command, seconds: 2).finish()
        }
    }
}
