import Proofs
import Register
import TestSupport
import Testing

struct MigratingTests {
    private static let ways: [(RegisterKind, RegisterKind)] = RegisterKind.all.flatMap { from in
        RegisterKind.all.map { (from, $0) }
    }

    /// Rows of two days, good, cancelled and published ones, and a publication.
    private func source(_ fixture: Fixture) throws -> ProofRegister {
        let register = try fixture.filled(1_100)
        let yesterday = Fixture.today.adding(days: -1)
        try register.add(
            (1...3).map { Fixture.row($0, on: yesterday) }, today: Fixture.today)
        _ = try register.revoke(Fixture.row(2).identifier, on: Fixture.today, .misuse)
        let begun = try register.beginPublication(
            of: "caf", epoch: 4, sequence: nil, at: Fixture.today.start)
        _ = try register.confirm(begun, digest: [UInt8](repeating: 9, count: 32))
        _ = try register.revoke(Fixture.row(3).identifier, on: Fixture.today, .holderRequest)
        return register
    }

    @Test(arguments: ways)
    func copiesAllOfItOnceAndReadsItBack(_ from: RegisterKind, _ to: RegisterKind) throws {
        let (old, new) = (Fixture(from), Fixture(to))
        let (source, target) = (try source(old), try new.open())
        let copy = try RegisterCopy(of: source, into: target)
        #expect(!copy.wasThere)
        #expect((copy.summary.rows, copy.summary.cancelled) == (1_103, 2))
        #expect(try target.lastPublication() == source.lastPublication())
        #expect(try target.counts() == source.counts())
        for number in 1...5 {
            let name = Fixture.row(number).identifier
            #expect(try target.row(of: name) == source.row(of: name))
        }
        #expect(try RegisterCopy(of: source, into: target).wasThere)
        // And the rules go on there.
        #expect(throws: RegisterFault.self) {
            try target.add(
                [Fixture.row(9, on: Fixture.today.adding(days: -1))], today: Fixture.today)
        }
    }

    @Test(arguments: ways)
    func leavesATargetThatKnowsSomethingElse(_ from: RegisterKind, _ to: RegisterKind) throws {
        let (old, new) = (Fixture(from), Fixture(to))
        let source = try source(old)
        let target = try new.filled(1)
        #expect(throws: RegisterFault.otherContent(path: target.path)) {
            try RegisterCopy(of: source, into: target)
        }
        #expect(try target.counts().map(\.issued) == [1])
        // The same but for one cancellation.
        let twin = Fixture(to)
        let copied = try twin.open()
        _ = try RegisterCopy(of: source, into: copied)
        _ = try copied.revoke(Fixture.row(4).identifier, on: Fixture.today, .misuse)
        _ = try source.revoke(Fixture.row(5).identifier, on: Fixture.today, .misuse)
        #expect(throws: RegisterFault.otherContent(path: copied.path)) {
            try RegisterCopy(of: source, into: copied)
        }
    }
}
