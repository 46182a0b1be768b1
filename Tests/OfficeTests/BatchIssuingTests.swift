import Explaining
import Issuing
import Office
import Proofs
import Register
import TestSupport
import Testing

/// Every line of a batch gets its own answer, under its own number.
@Suite final class BatchIssuingTests {
    private let folder = TemporaryFolder()
    private static let good = """
        {"family_name": "TERRASSIER", "first_given_name": "Camille", "birth_date": "1988-05-14", \
        "qf": 742, "qf_month": "2026-11", "qf_source": "CNAF", "data_as_of": "2026-11-02"}
        """

    /// What was reported, in order: `7 issued`, `8 json`, and how far reading was.
    private func run(
        _ lines: [String], today: Day = Sample.today, _ register: ProofRegister? = nil
    ) throws -> [String] {
        let desk = IssuingDesk(
            key: Practice.issuer, register: register, today: today, Practice.crypto)
        var events: [String] = []
        try BatchIssuing(desk: desk, terms: IssueTerms(now: Sample.now)).run(
            Array(lines.joined(separator: "\n").utf8), named: "batch"
        ) { event in
            switch event {
            case .issued(_, let line): events.append("\(line.name) issued")
            case .refused(let refusal, let line):
                events.append("\(line.number) \(refusal.code)")
                if line.place != "batch:\(line.number)" { events.append(line.place) }
            case .read(let lines, let all): if lines == all { events.append("\(all) read") }
            }
        }
        return events
    }

    @Test func aBadLineLeavesAGapAndNotAShift() throws {
        let register = try ProofRegister.openOrCreate(folder.file("r.db")).register
        let events = try run([Self.good, "{", "", #"{"qff": 1}"#, Self.good, "  "], register)
        #expect(
            events == [
                "2 unexpected-end", "4 unknown-field", "000001 issued", "000005 issued", "6 read",
            ])
        #expect(try register.counts().map(\.issued) == [2])
    }

    /// 32 are registered at once, and the rest with the last line.
    @Test func registersInGroupsAndReportsAllOfThem() throws {
        let register = try ProofRegister.openOrCreate(folder.file("r.db")).register
        let events = try run([String](repeating: Self.good, count: 70), register)
        #expect(events.count == 71)
        #expect(events[0] == "000001 issued" && events[69] == "000070 issued")
        #expect(try register.counts().map(\.issued) == [70])
    }

    @Test func aFactThatIsOverIsRefusedByItsLine() throws {
        let over = Self.good.replacing("2026-11\"", with: "2026-06\"")
        #expect(try run([over, Self.good]) == ["1 already-over", "000002 issued", "2 read"])
    }

    @Test func nothingIsReportedIfTheRegisterRefuses() throws {
        let register = try ProofRegister.openOrCreate(folder.file("r.db")).register
        #expect(throws: RegisterFault.self) {
            _ = try run([Self.good], today: Sample.today.adding(days: -1), register)
        }
        #expect(try register.counts().isEmpty)
    }

    @Test func stopsIfTheReportFails() throws {
        struct Stop: Error {}
        let desk = IssuingDesk(
            key: Practice.issuer, register: nil, today: Sample.today, Practice.crypto)
        #expect(throws: Stop.self) {
            try BatchIssuing(desk: desk, terms: IssueTerms(now: Sample.now)).run(
                Array("{".utf8), named: "batch"
            ) { _ in throw Stop() }
        }
    }
}
