import Proofs
import Register
import TestSupport
import Testing

struct RevokingTests {
    private let day = Fixture.today
    private let target = Fixture.row(2).identifier

    @Test(arguments: RegisterKind.all)
    func cancelsOnceAndSaysWhenItWasAlready(_ kind: RegisterKind) throws {
        let fixture = Fixture(kind)
        let register = try fixture.filled(3)
        #expect(try register.revoke(target, on: day, .holderRequest) == .cancelled)
        let again = try register.revoke(target, on: day.adding(days: 1), .misuse)
        guard case .already(let revocation) = again else {
            Issue.record("\(again)")
            return
        }
        #expect(revocation.day == day)
        #expect(revocation.reason == .holderRequest)
        #expect(!revocation.isAnnounced)
        #expect(try register.counts().map(\.revoked) == [1])
    }

    @Test(arguments: RegisterKind.all) func cancelsNothingUnknown(_ kind: RegisterKind) throws {
        let register = try Fixture(kind).filled(1)
        #expect(try register.revoke(target, on: day, .unspecified) == .unknown)
        #expect(try register.restore(target) == .unknown)
    }

    @Test(arguments: RegisterKind.all)
    func isTakenBackUntilItIsPublished(_ kind: RegisterKind) throws {
        let fixture = Fixture(kind)
        let register = try fixture.filled(3)
        #expect(try register.restore(target) == .wasNotCancelled)
        _ = try register.revoke(target, on: day, .wrongFacts)
        #expect(try register.restore(target) == .restored)
        #expect(try register.row(of: target)?.revocation == nil)
        _ = try register.revoke(target, on: day, .wrongFacts)
        // From the first step of a publication on, whether or not it is finished.
        _ = try register.beginPublication(of: "caf", epoch: nil, sequence: nil, at: day.start)
        guard case .announced(let revocation) = try register.restore(target) else {
            Issue.record("was taken back")
            return
        }
        #expect(revocation.isAnnounced)
        #expect(try register.row(of: target)?.revocation == revocation)
    }

    @Test(arguments: RegisterKind.all)
    func findsSeveralJustificatifsOfOneReference(_ kind: RegisterKind) throws {
        let fixture = Fixture(kind)
        let register = try fixture.filled(1)
        let first = Fixture.row(1)
        let other = RegisterRow(
            identifier: Fixture.row(9).identifier, fingerprint: Fixture.row(9).fingerprint,
            reference: first.reference, issued: day)
        try register.add([other], today: day)
        #expect(Set(try register.rows(of: first.reference).map(\.identifier)).count == 2)
    }
}
