import Explaining
import Office
import Proofs
import Register
import TestSupport
import Testing

/// What people read of a register.
@Suite final class RegisterDescriptionTests {
    private let folder = TemporaryFolder()
    private let identifier = Sample.identifier(7)

    private func register() throws -> ProofRegister {
        let register = try ProofRegister.openOrCreate(folder.file("register.db")).register
        try register.add(
            [
                RegisterRow(
                    identifier: identifier, fingerprint: .init(ofSigned: [7].span, Practice.crypto),
                    reference: Reference(to: identifier, Practice.crypto), issued: Sample.today)
            ], today: Sample.today)
        return register
    }

    private func line(
        _ register: ProofRegister, _ language: Language = .english
    ) throws -> String? {
        try register.row(of: identifier).map { RegisterDescription.line($0, language) }
    }

    @Test func tellsTheStateOfARow() throws {
        let register = try register()
        let start = "\(Reference(to: identifier, Practice.crypto)): issued on 2 November 2026, "
        #expect(try line(register) == start + "not cancelled")
        _ = try register.revoke(identifier, on: Sample.today, .misuse)
        let cancelled = start + "cancelled on 2 November 2026 (misuse), "
        #expect(try line(register) == cancelled + "not published yet")
        _ = try register.beginPublication(of: "caf", epoch: nil, sequence: nil, at: Sample.now)
        #expect(try line(register) == cancelled + "published")
        let french = try line(register, .french)
        #expect(french?.hasSuffix("annulé le 2 novembre 2026 (usage abusif), publié") == true)
    }

    @Test func findsTheRowsOfAReferenceAsItIsReadOut() throws {
        let register = try register()
        let reference = Reference(to: identifier, Practice.crypto)
        let spoken = "\(reference)".lowercased().replacing("-", with: " ")
        #expect(try RegisterLookup.rows(of: spoken, in: register).map(\.identifier) == [identifier])
    }

    @Test func saysWhyItShowsNothing() throws {
        let register = try register()
        let other = Reference(to: Sample.identifier(8), Practice.crypto)
        #expect(throws: RegisterLookupRefusal.notRegistered(other)) {
            try RegisterLookup.rows(of: "\(other)", in: register)
        }
        #expect(throws: RegisterLookupRefusal.notAReference("4HZ", .length(3))) {
            try RegisterLookup.rows(of: "4HZ", in: register)
        }
    }

    @Test func tellsWhatAPurgeRemovedAndWhyNotMore() throws {
        let empty = try ProofRegister.openOrCreate(folder.file("empty.db")).register
        let nothing = try empty.purge(clock: Sample.now)
        #expect(
            RegisterDescription.line(nothing, .english)
                == "removed: 0 (nothing was ever registered)")
        let register = try register()
        let whole = try register.purge(clock: Sample.now)
        #expect(
            RegisterDescription.line(whole, .english) == "removed: 0 (issued before 2026-08-02)")
        #expect(RegisterDescription.warning(whole, clock: Sample.now, .english) == nil)
        let clock = Sample.now.adding(hours: 24 * 400)
        let held = try register.purge(clock: clock)
        #expect(try line(register) != nil)
        let warning = RegisterDescription.warning(held, clock: clock, .english)
        #expect(warning?.contains("the clock of this machine says 2027-12-07") == true)
        let french = RegisterDescription.warning(held, clock: clock, .french)
        let day = try #require(held).horizon.day
        #expect(french?.hasSuffix("les lignes ont été jugées au \(day)") == true)
    }
}
