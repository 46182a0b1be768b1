import Explaining
import Issuing
import Lists
import Office
import Proofs
import Register
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

    // Pages.

    private static func pageRefusal(
        _ desk: IssuingDesk<PracticeKey>, by verifier: Verifier<Practice.Crypto>, at now: Instant
    ) throws -> PageRefusal? {
        let signed = try desk.sign(request)
        do throws(PageRefusal) { try desk.checkForPage(signed, by: verifier, at: now) } catch {
            return error
        }
        return nil
    }

    @Test func makesAPageOfWhatACounterAccepts() throws {
        let desk = Self.desk(try register())
        #expect(try Self.pageRefusal(desk, by: Scenario().verifier(), at: Sample.now) == nil)
    }

    @Test func makesNoPageOfWhatACounterWouldRefuse() throws {
        let scenario = Scenario.with { $0.blocks = [.tax] }
        let refusal = try Self.pageRefusal(
            Self.desk(try register()), by: scenario.verifier(), at: Sample.now)
        #expect(refusal?.code == "counter-would-refuse")
        guard case .counterWouldRefuse(let verdict) = refusal else {
            Testing.Issue.record("not refused")
            return
        }
        #expect(verdict.code == .outOfScope)
    }

    @Test func makesNoPageThatPromisesWhatNoRegisterKeeps() throws {
        var trust = TrustBuilder()
        trust.sources = [RevocationBuilder.source()]
        trust.issuers = [TrustBuilder.issuer(revocationList: "caf")]
        let list = try RevocationBuilder().list()
        let verifier = Verifier(
            lists: ListsInForce(
                trust: try trust.list(), revocations: ["caf": list], observed: nil),
            crypto: Practice.crypto)
        let now = list.content.issued.adding(hours: 7)
        let unregistered = try Self.pageRefusal(Self.desk(nil), by: verifier, at: now)
        #expect(unregistered?.code == "page-without-register")
        #expect(try Self.pageRefusal(Self.desk(try register()), by: verifier, at: now) == nil)
    }
}
