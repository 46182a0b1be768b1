import Explaining
import JSONFields
import Office
import Proofs
import Register
import TestSupport
import Testing

/// What a register is after its backup was restored, and what has to follow (Spec/register.md 5).
@Suite final class RegisterRestorationTests {
    private let folder = TemporaryFolder()
    private static let noon = Sample.today.start.adding(hours: 12)

    private var path: String { folder.file("register.db") }
    private var note: String { "\(path).released.json" }

    private func register() throws -> ProofRegister {
        try ProofRegister.openOrCreate(path).register
    }

    /// One row that was cancelled, and a list with it that was released.
    private func publish(minutes: Int64 = 0) throws {
        let place = ReleasePlace(
            out: folder.file("caf.cose"), previous: nil, key: folder.file("rev.key"),
            register: path, list: "caf")
        let plan = PublicationPlan(
            list: "caf", epoch: nil, sequence: nil, trustMinimum: 0, warnDays: 10, refuseDays: 45,
            instant: Self.noon.adding(minutes: minutes))
        try place.release(
            RevocationsPublisher(
                register: register(), plan: plan, previous: place.previous(), Practice.crypto
            ).publish(signedBy: Practice.revoker))
    }

    private func fill() throws {
        let identifier = Sample.identifier(7)
        try register().add(
            [
                RegisterRow(
                    identifier: identifier, fingerprint: .init(ofSigned: [7].span, Practice.crypto),
                    reference: Reference(to: identifier, Practice.crypto), issued: Sample.today)
            ], today: Sample.today)
        _ = try register().revoke(identifier, on: Sample.today, .misuse)
    }

    private func backup() throws -> RegisterBackup {
        let place = folder.file("backup.db")
        try register().backUp(to: place)
        return try RegisterBackup(opening: place)
    }

    /// The machine loses its register; what is beside it is left.
    private func lose() {
        let kept = "register.db.released.json"
        for name in folder.names where name.hasPrefix("register.db") && name != kept {
            #expect(Tool.run("rm '\(folder.file(name))'").status == 0)
        }
    }

    @Test func knowsWhatTheBackupKnows() throws {
        try fill()
        try publish()
        let backup = try backup()
        lose()
        let restoration = try RegisterRestoration(of: backup, into: path)
        #expect(restoration.standing == .knowsLastRelease)
        #expect(restoration.summary == backup.summary)
        #expect(restoration.summary.rows == 1 && restoration.summary.cancelled == 1)
        #expect(try register().lastPublication()?.sequence == 1)
        #expect(restoration.advice.french.contains("faites un autre secret pour « serve »"))
        #expect(restoration.advice.english.contains("cancel again what was cancelled since"))
    }

    @Test func saysWhichReleaseItDoesNotKnow() throws {
        try fill()
        try publish()
        let backup = try backup()
        try publish(minutes: 5)
        lose()
        let restoration = try RegisterRestoration(of: backup, into: path)
        let refusal = RegisterBehindRefusal(list: "caf", released: 2, known: 1)
        #expect(restoration.standing == .behind(refusal))
        #expect(restoration.advice.french.hasSuffix(refusal.explanation.french))
        #expect(restoration.advice.english.hasSuffix(refusal.explanation.english))
    }

    @Test func saysThatNothingWillNoticeWithoutANote() throws {
        try fill()
        let backup = try backup()
        lose()
        let restoration = try RegisterRestoration(of: backup, into: path)
        #expect(restoration.standing == .unknown(note: note))
        #expect(restoration.advice.french.contains("\(note) : absent"))
        #expect(restoration.advice.english.contains("\(note): missing"))
    }

    @Test(arguments: ["{}", "not JSON"])
    func makesNoRegisterBesideANoteThatCannotBeRead(text: String) throws {
        try fill()
        let backup = try backup()
        lose()
        folder.write(Array(text.utf8), as: "register.db.released.json")
        #expect(throws: JSONFault.self) { try RegisterRestoration(of: backup, into: self.path) }
        #expect(!folder.names.contains("register.db"))
    }

    @Test func isNothingForARegisterOnAServer() throws {
        try fill()
        let backup = try backup()
        let server = "postgresql://localhost/register"
        #expect(throws: RegisterFault.onServer(path: server)) {
            try RegisterRestoration(of: backup, into: server)
        }
    }

    @Test func tellsHowMuchIsInABackup() throws {
        try fill()
        let none = try backup().summary
        #expect(
            RegisterDescription.line(none, .english)
                == "justificatifs: 1, cancelled: 1, no publication")
        #expect(Tool.run("rm '\(folder.file("backup.db"))'").status == 0)
        try publish()
        let one = try backup().summary
        #expect(
            RegisterDescription.line(one, .french)
                == "justificatifs : 1, annulés : 1, dernière publication n° 1 du \(Self.noon)")
        #expect(
            RegisterDescription.line(one, .english)
                .hasSuffix("last publication no. 1 of \(Self.noon)"))
    }
}
