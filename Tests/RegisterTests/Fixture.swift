import Proofs
import Register
import TestSupport

/// What holds a register: every rule is tried with each (Spec/register.md 7).
enum RegisterKind: CaseIterable {
    case file
    case server

    /// Without Debian's `postgresql` there is no server to try.
    static let all = PracticeServer.isRunning ? allCases : [.file]
}

/// A register in a folder or a database of its own.
final class Fixture {
    let folder = TemporaryFolder()
    /// What `--register` would name.
    let path: String
    static let today = Sample.day(2026, 11, 21)

    init(_ kind: RegisterKind = .file) {
        switch kind {
        case .file: path = folder.file("register.db")
        case .server:
            guard let address = PracticeServer.emptyDatabase() else {
                preconditionFailure("the server of this test run did not start")
            }
            path = address
        }
    }

    var contents: [UInt8]? { folder.contents(of: "register.db") }

    func open() throws -> ProofRegister {
        try ProofRegister.openOrCreate(path).register
    }

    /// A register that holds rows 1 to `count`, issued on one day.
    func filled(_ count: Int, on day: Day = Fixture.today) throws -> ProofRegister {
        let register = try open()
        try register.add((0..<count).map { Fixture.row($0 + 1, on: day) }, today: Fixture.today)
        return register
    }

    /// A row that no other number or day has.
    static func row(_ number: Int, on day: Day = Fixture.today) -> RegisterRow {
        var generator = SplitMix64(seed: UInt64(number) << 20 | UInt64(day.number))
        let bytes = (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let signed = Array("signed \(number) \(day)".utf8)
        guard let identifier = ProofIdentifier(bytes) else { preconditionFailure("16 bytes") }
        return RegisterRow(
            identifier: identifier,
            fingerprint: Fingerprint(ofSigned: signed.span, Practice.crypto),
            reference: Reference(to: identifier, Practice.crypto), issued: day)
    }
}
