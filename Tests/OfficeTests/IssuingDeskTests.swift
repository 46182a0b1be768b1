import Counter
import Explaining
import Issuing
import ListFiles
import Lists
import Office
import Proofs
import Register
import Siblings
import TestSupport
import Testing
import Verification

/// Nothing leaves the desk that is not signed, checked and registered.
@Suite final class IssuingDeskTests {
    private let folder = TemporaryFolder()
    private static let request = IssueRequest(
        claims: Sample.claims, issued: Sample.today, lastDay: Sample.lastDay)

    private func register() throws -> ProofRegister {
        try ProofRegister.openOrCreate(folder.file("register.db")).register
    }

    private static func desk(
        _ register: ProofRegister?, today: Day = Sample.today
    ) -> IssuingDesk<PracticeKey> {
        IssuingDesk(key: Practice.issuer, register: register, today: today, Practice.crypto)
    }

    @Test func whatLeavesIsValidAndHasItsRow() throws {
        let register = try register()
        let desk = Self.desk(register)
        #expect(desk.isRegistering)
        let signed = try desk.sign(Self.request)
        #expect(try register.counts().isEmpty)
        let proofs = try desk.register([signed, try desk.sign(Self.request)])
        #expect(Set(proofs.map(\.reference)).count == 2)
        #expect(try register.counts().map(\.issued) == [2])
        for proof in proofs {
            #expect(try Scenario().verdict(on: [proof.text]).code == .valid)
            let row = try register.row(of: proof.justificatif.identifier)
            #expect(row?.fingerprint == proof.fingerprint)
        }
    }

    @Test func keepsNoTraceWithoutARegister() throws {
        let desk = Self.desk(nil)
        #expect(!desk.isRegistering)
        #expect(try desk.register([desk.sign(Self.request)]).count == 1)
    }

    @Test func releasesNothingOnADayToCome() throws {
        let desk = Self.desk(try register(), today: Sample.today.adding(days: -1))
        let signed = try desk.sign(Self.request)
        #expect(throws: RegisterFault.self) { try desk.register([signed]) }
    }

    @Test func signsNothingWithoutAFact() throws {
        let request = IssueRequest(
            claims: Sample.identity, issued: Sample.today, lastDay: Sample.lastDay)
        #expect(throws: IssuingFault.noFact) { try Self.desk(nil).sign(request) }
    }

    // With the lists that counters have.

    /// A counter that has these lists.
    private func counter(_ trust: TrustBuilder?, _ revocations: [UInt8]? = nil) throws
        -> CounterDesk
    {
        let lists = ListsFolder(folder.file("lists"))
        let roots = TrustBuilder().roots
        try lists.pin(roots, Practice.crypto)
        let offers = [("trust.cose", trust?.bytes()), ("caf.cose", revocations)]
            .compactMap { name, bytes in bytes.map { ListOffer(name: name, bytes: $0) } }
        if !offers.isEmpty {
            let report = try lists.install(offers, roots: roots, at: Sample.now, Practice.crypto)
            #expect(report.hasAdopted)
        }
        return try CounterDesk(lists: lists.path, Practice.crypto)
    }

    private static func desk(
        _ register: ProofRegister?, heldAgainst counter: CounterDesk, at now: Instant = Sample.now,
        key: PracticeKey = Practice.issuer
    ) -> IssuingDesk<PracticeKey> {
        IssuingDesk(
            key: key, register: register, today: Sample.today,
            counter: CounterCheck(counter, lists: "listes", at: now), Practice.crypto)
    }

    private static func refusal(_ body: () throws -> Void) -> DeskRefusal? {
        do { try body() } catch { return error as? DeskRefusal }
        return nil
    }

    @Test(
        arguments: [
            (Scenario.with { $0.blocks = [.tax] }, "out-of-scope"),
            (Scenario.with { $0.state = .compromised }, "key-withdrawn"),
            (Scenario.with { $0.signUntil = Sample.day(2026, 10, 1) }, "key-withdrawn"),
        ])
    func whatEveryCounterWouldRefuseIsNotIssued(scenario: Scenario, code: String) throws {
        let desk = Self.desk(try register(), heldAgainst: try counter(scenario.listed))
        let refusal = Self.refusal { _ = try desk.sign(Self.request) }
        #expect(refusal?.code == "counter-would-refuse")
        #expect(refusal?.explanation.english.contains("listes would say \(code)") == true)
    }

    /// Whose key no list names yet, nobody accepts.
    @Test func aKeyThatNoListNamesIssuesNothing() throws {
        let stranger = Self.desk(
            nil, heldAgainst: try counter(Scenario().listed), key: Practice.stranger)
        #expect(Self.refusal { _ = try stranger.sign(Self.request) } != nil)
    }

    @Test func listsThatAreOldSayNothingOfTheProof() throws {
        let desk = Self.desk(nil, heldAgainst: try counter(nil))
        let signed = try desk.sign(Self.request)
        #expect(Self.refusal { try desk.checkForPage(signed) }?.code == "counter-would-refuse")
    }

    @Test func makesAPageOfWhatACounterAccepts() throws {
        let desk = Self.desk(try register(), heldAgainst: try counter(Scenario().listed))
        try desk.checkForPage(desk.sign(Self.request))
    }

    /// A printer without lists makes no page: nothing is left in the register of such a line.
    @Test func registersNoLineOfABatchThatCannotBeDrawn() throws {
        let register = try register()
        let batch = BatchIssuing(
            desk: Self.desk(register, heldAgainst: try counter(Scenario().listed)),
            terms: IssueTerms(now: Sample.now),
            folder: try BatchFolder(folder.file("out"), pages: [.html], printer: ProofPrinter()),
            Practice.crypto)
        let line = """
            {"family_name": "TERRASSIER", "first_given_name": "Camille", "birth_date": \
            "1988-05-14", "qf": 742, "qf_month": "2026-11", "qf_source": "CNAF", \
            "data_as_of": "2026-11-02"}
            """
        var codes: [String] = []
        _ = try batch.run(Array(line.utf8), named: "batch") { event in
            if case .refused(let refusal, _) = event { codes.append(refusal.code) }
        }
        #expect(codes == ["page-without-lists"])
        #expect(try register.counts().isEmpty)
    }

    @Test func makesNoPageWithoutLists() throws {
        let desk = Self.desk(nil)
        let signed = try desk.sign(Self.request)
        #expect(Self.refusal { try desk.checkForPage(signed) }?.code == "page-without-lists")
    }

    @Test func makesNoPageThatPromisesWhatNoRegisterKeeps() throws {
        var trust = TrustBuilder()
        trust.sources = [RevocationBuilder.source()]
        trust.issuers = [TrustBuilder.issuer(revocationList: "caf")]
        let list = RevocationBuilder()
        let counter = try counter(trust, list.bytes())
        let now = list.issued.adding(hours: 7)
        let request = IssueRequest(
            claims: Sample.claims, issued: Sample.today.adding(days: 1), lastDay: Sample.lastDay)
        for (register, code) in [(nil, "page-without-register"), (try register(), nil)] {
            let desk = Self.desk(register, heldAgainst: counter, at: now)
            let signed = try desk.sign(request)
            #expect(Self.refusal { try desk.checkForPage(signed) }?.code == code)
        }
    }

    /// Nobody has to decode the text again (Spec/decisions/0007-page-program.md).
    @Test func aProofHoldsTheTokenOfItsText() throws {
        let signed = try Self.desk(nil).register([Self.desk(nil).sign(Self.request)])
        #expect(try signed[0].token.bytes == UnverifiedToken(text: signed[0].text).bytes)
    }
}
