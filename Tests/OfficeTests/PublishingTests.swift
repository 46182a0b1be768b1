import Explaining
import JSONFields
import Lists
import Office
import Proofs
import Register
import TestSupport
import Testing
import Wire

/// A published list tells every cancellation, and never goes back (Spec/register.md 3 and 4).
@Suite final class PublishingTests {
    private let folder = TemporaryFolder()
    private static let noon = Sample.today.start.adding(hours: 12)
    private static let yesterday = Sample.today.adding(days: -1)

    private static func row(_ byte: UInt8, on day: Day) -> RegisterRow {
        let identifier = Sample.identifier(byte)
        return RegisterRow(
            identifier: identifier,
            fingerprint: Fingerprint(ofSigned: [byte].span, Practice.crypto),
            reference: Reference(to: identifier, Practice.crypto), issued: day)
    }

    /// Ten issued yesterday and ten today, of which `revoked` are cancelled.
    private func register(
        _ name: String = "register.db", revoking revoked: [UInt8]
    ) throws -> ProofRegister {
        let register = try ProofRegister.openOrCreate(folder.file(name)).register
        let rows = (UInt8(1)...20).map {
            Self.row($0, on: $0 <= 10 ? Self.yesterday : Sample.today)
        }
        try register.add(rows, today: Sample.today)
        for byte in revoked { try Self.revoke(byte, in: register) }
        return register
    }

    private static func revoke(_ byte: UInt8, in register: ProofRegister) throws {
        _ = try register.revoke(Sample.identifier(byte), on: Sample.today, .holderRequest)
    }

    private static func publish(
        _ register: ProofRegister, after previous: [UInt8]..., list: String = "caf",
        epoch: UInt64? = nil, sequence: UInt64? = nil, minutes: Int64 = 0,
        coding: RevocationCoding = .values
    ) throws -> RevocationsPublisher.SignedList {
        let plan = PublicationPlan(
            list: list, epoch: epoch, sequence: sequence, trustMinimum: 3, warnDays: 10,
            refuseDays: 45, instant: noon.adding(minutes: minutes), coding: coding)
        return try RevocationsPublisher(
            register: register, plan: plan,
            previous: previous.map { try PreviousList($0, named: "last.cose") }, Practice.crypto
        ).publish(signedBy: Practice.revoker)
    }

    private static func refusal(
        _ body: () throws -> Void
    ) -> PreviousListRefusal? {
        do {
            try body()
            return nil
        } catch { return error as? PreviousListRefusal }
    }

    /// `trust.cose` and `roots.cose` are other files of the same folder (Spec/distribution.md 1).
    @Test(arguments: [
        ("caf", true), ("caf-44.2", true), ("roots-2", true), ("roots", false), ("trust", false),
        ("", false), ("CAF", false), (String(repeating: "a", count: 33), false),
    ])
    func aListTakesNoNameOfAnotherFile(name: String, isAllowed: Bool) {
        #expect(PublicationPlan.isListName(name) == isAllowed)
    }

    @Test(arguments: [RevocationCoding.values, .filters])
    func tellsEveryCancellationAndNothingElse(coding: RevocationCoding) throws {
        let list = try Self.publish(register(revoking: [2, 11]), coding: coding)
        let read = try RevocationList(
            authenticating: list.bytes, for: RevocationBuilder.source(), Practice.crypto)
        #expect(read.content == list.content)
        #expect(list.content.sequence == 1)
        #expect(list.content.trustMinimum == 3)
        #expect(list.content.lastClosedDay == Self.yesterday)
        #expect(list.content.warnAfter == Self.noon.adding(hours: 240))
        #expect(list.content.refuseAfter == Self.noon.adding(hours: 1_080))
        for byte in UInt8(1)...20 {
            let row = Self.row(byte, on: byte <= 10 ? Self.yesterday : Sample.today)
            let wanted: RevocationStatus = [2, 11].contains(byte) ? .revoked : .notRevoked
            #expect(read.status(of: row.fingerprint, issued: row.issued) == wanted, "\(byte)")
        }
    }

    @Test func theSameInstantGivesTheSameBytes() throws {
        let register = try register(revoking: [2])
        let first = try Self.publish(register)
        #expect(try Self.publish(register, after: first.bytes) == first)
        try Self.revoke(3, in: register)
        #expect(try Self.publish(register, after: first.bytes).content.sequence == 2)
    }

    @Test func anotherCodingForgetsNothing() throws {
        let register = try register(revoking: [2, 3])
        var last = try Self.publish(register)
        for (minutes, coding) in [(1, RevocationCoding.filters), (2, .filters), (3, .values)] {
            let next = try Self.publish(
                register, after: last.bytes, minutes: Int64(minutes), coding: coding)
            #expect(last.content.forgotten(by: next.content) == nil)
            last = next
        }
        #expect(last.content.sequence == 4)
    }

    @Test func otherTermsAtTheSameInstantTakeTheNextSequence() throws {
        let register = try register(revoking: [])
        _ = try Self.publish(register)
        let plan = PublicationPlan(
            list: "caf", epoch: nil, sequence: nil, trustMinimum: 4, warnDays: 10,
            refuseDays: 45, instant: Self.noon)
        let list = try RevocationsPublisher(
            register: register, plan: plan, previous: [], Practice.crypto
        ).publish(signedBy: Practice.revoker)
        #expect(list.content.sequence == 2)
    }

    /// A backup from before the first publication, restored: it knows neither its sequence nor
    /// what was cancelled since.
    @Test func aRestoredBackupGivesItselfAway() throws {
        let last = try Self.publish(register(revoking: [2, 3, 11])).bytes
        let backup = try register("backup.db", revoking: [2])
        let publish = { (sequence: UInt64?) in
            Self.refusal {
                _ = try Self.publish(backup, after: last, sequence: sequence, minutes: 1)
            }
        }
        let today = ForgottenRevocations(from: Sample.today, held: 1, found: 0)
        #expect(
            publish(2)?.problem
                == .forgets([.init(of: Self.yesterday, held: 2, found: 1), today]))
        try Self.revoke(3, in: backup)
        #expect(publish(2)?.problem == .forgets([today]))
        try Self.revoke(11, in: backup)
        #expect(publish(nil)?.problem == .laterSequence(1, known: 0))
        #expect(publish(2) == nil)
    }

    @Test func refusesOtherContentUnderTheSameSequence() throws {
        let last = try Self.publish(register(revoking: [])).bytes
        let other = try register("other.db", revoking: [2])
        _ = try Self.publish(other)
        let refusal = Self.refusal { _ = try Self.publish(other, after: last) }
        #expect(refusal?.problem == .otherContent(1))
    }

    @Test func refusesTheListOfAnotherPublisher() throws {
        let last = try Self.publish(register(revoking: [])).bytes
        let other = try register("other.db", revoking: [])
        let refusal = Self.refusal { _ = try Self.publish(other, after: last, list: "cpam") }
        #expect(refusal?.problem == .otherList("caf", wanted: "cpam"))
    }

    @Test func goesBackInTimeOnlyInAHigherEpoch() throws {
        let last = try Self.publish(register(revoking: []), minutes: 5).bytes
        let other = try register("other.db", revoking: [])
        let refusal = Self.refusal { _ = try Self.publish(other, after: last) }
        #expect(refusal?.problem == .laterInstant(Self.noon.adding(minutes: 5)))
        let higher = try Self.publish(other, after: last, epoch: 2)
        #expect(higher.content.epoch == 2)
    }

    @Test func refusesToGoBackInEpoch() throws {
        let last = try Self.publish(register(revoking: []), epoch: 2).bytes
        let other = try register("other.db", revoking: [])
        let refusal = Self.refusal { _ = try Self.publish(other, after: last) }
        #expect(refusal?.problem == .laterEpoch(2, than: 1))
    }

    @Test func aDayThatIsOverIsNotCompared() throws {
        let old = try RevocationBuilder.with {
            $0.issued = Sample.day(2026, 5, 3).start
            $0.firstDay = Sample.day(2026, 2, 3)
            $0.lastClosedDay = Sample.day(2026, 5, 2)
            $0.open = [RevocationBuilder.fingerprint(1)]
            let proofs = [RevocationBuilder.fingerprint(2)]
            $0.closed = [Sample.day(2026, 5, 1): (proofs, proofs)]
        }.bytes()
        let list = try Self.publish(register(revoking: []), after: old, sequence: 41)
        #expect(list.content.sequence == 41)
    }

    static let refusals: [(problem: PreviousListRefusal.Problem, code: String, word: String)] = [
        (.otherList("a", wanted: "b"), "previous-other-list", "\"a\" and not \"b\""),
        (.laterInstant(noon), "previous-later-instant", "raised --epoch"),
        (.laterEpoch(2, than: 1), "previous-later-epoch", "epoch 2, later than 1"),
        (.laterSequence(7, known: 3), "previous-later-sequence", "--sequence 8"),
        (
            .forgets([.init(of: yesterday, held: 2, found: 1)]), "forgets-revocations",
            "cancels 2 justificatif(s) of 2026-11-01"
        ),
        (.otherContent(7), "same-sequence-other-content", "--sequence 8"),
    ]

    @Test(arguments: refusals)
    func aRefusalHasACodeAndNamesTheFileAndWhatToDo(
        row: (problem: PreviousListRefusal.Problem, code: String, word: String)
    ) {
        let refusal = PreviousListRefusal("last.cose", row.problem)
        #expect(refusal.code == row.code)
        #expect(refusal.explanation.english.hasPrefix("last.cose: "))
        #expect(refusal.explanation.english.contains(row.word))
        #expect(refusal.explanation.english.hasSuffix("; nothing was written"))
        #expect(Self.refusals.filter { $0.code == row.code }.count == 1)
    }

    @Test func aFileThatIsNoListIsNamed() {
        let refusal = #expect(throws: ReleasedListRefusal.self) {
            _ = try PreviousList([1, 2, 3], named: "x.cose")
        }
        #expect(refusal?.explanation.english.hasPrefix("x.cose: ") == true)
    }

    // What was noted outside of the register (Spec/register.md 4.1).

    private static func publish(
        _ register: ProofRegister, after note: ReleaseNote, epoch: UInt64? = nil,
        sequence: UInt64? = nil, forgetting forgotten: Set<String> = [], minutes: Int64
    ) throws -> RevocationsPublisher.SignedList {
        let plan = PublicationPlan(
            list: "caf", epoch: epoch, sequence: sequence, trustMinimum: 3, warnDays: 10,
            refuseDays: 45, instant: noon.adding(minutes: minutes), forgotten: forgotten)
        return try RevocationsPublisher(
            register: register, plan: plan, previous: [PreviousList(note, named: "note")],
            Practice.crypto
        ).publish(signedBy: Practice.revoker)
    }

    @Test func aNoteIsReadAsItWasWritten() throws {
        let note = try Self.publish(register(revoking: [2, 3, 11])).note
        #expect(note.revoked == [Self.yesterday: 2, Sample.today: 1])
        let path = folder.file("note.json")
        #expect(try ReleaseNote.read(path) == nil)
        try note.write(to: path)
        #expect(try ReleaseNote.read(path) == note)
        let text = String(decoding: folder.contents(of: "note.json") ?? [], as: UTF8.self)
        for (old, new) in [
            ("justificatif-release/1", "justificatif-release/2"), ("2026-", "yesterday-"),
            (": 2", ": -2"),
        ] {
            let other = text.replacing(old, with: new)
            try #require(other != text)
            folder.write(Array(other.utf8), as: "note.json")
            let fault = #expect(throws: JSONFault.self) { try ReleaseNote.read(path) }
            #expect(fault?.explanation.english.contains("not the note of a publication") == true)
        }
        folder.write(Array(#"{"format": "justificatif-release/1"}"#.utf8), as: "note.json")
        #expect(throws: JSONFault.self) { try ReleaseNote.read(path) }
        #expect(try ReleaseNote.read(folder.file("nowhere.json")) == nil)
    }

    @Test func aNoteIsNoObstacleToGoingOn() throws {
        let register = try register(revoking: [2])
        let first = try Self.publish(register)
        let again = try Self.publish(register, after: first.note, minutes: 0)
        #expect(again.bytes == first.bytes)
        try Self.revoke(11, in: register)
        let next = try Self.publish(register, after: again.note, minutes: 1)
        #expect(next.content.sequence == 2)
    }

    @Test func aRestoredRegisterIsGivenAwayByTheNoteAlone() throws {
        let note = try Self.publish(register(revoking: [2, 3, 11]), minutes: 0).note
        let restored = try register("restored.db", revoking: [2])
        let refusal = Self.refusal { _ = try Self.publish(restored, after: note, minutes: 1) }
        #expect(refusal?.code == "forgets-revocations")
        let days = "\(Self.yesterday):1,\(Sample.today):1"
        #expect(
            refusal?.explanation.english.contains("--forget-cancellations \(days)") == true)
        #expect(try restored.lastPublication() == nil, "nothing was begun")
        // Cancelled again, only the number is wanting.
        for byte in [3, 11] as [UInt8] { try Self.revoke(byte, in: restored) }
        let again = try Self.publish(restored, after: note, sequence: 2, minutes: 1)
        #expect(again.note.revoked == note.revoked)
    }

    @Test func forgettingTakesTheDaysTheCountsAndARaisedEpoch() throws {
        let note = try Self.publish(register(revoking: [2, 3, 11])).note
        let restored = try register("restored.db", revoking: [2])
        let days: Set = ["\(Self.yesterday):1", "\(Sample.today):1"]
        let code = { (epoch: UInt64?, days: Set<String>) in
            Self.refusal {
                _ = try Self.publish(
                    restored, after: note, epoch: epoch, forgetting: days, minutes: 1)
            }?.code
        }
        #expect(code(nil, days) == "epoch-not-raised")
        #expect(code(2, []) == "forgets-revocations")
        #expect(code(2, ["\(Self.yesterday):2", "\(Sample.today):1"]) == "forgets-revocations")
        #expect(code(2, days) == nil)
    }

    // Issuing from a register that was restored.

    @Test func aRegisterThatKnowsItsReleaseMayIssue() throws {
        let register = try register(revoking: [2])
        let note = try Self.publish(register).note
        try note.check(register)
        // Begun and not finished: nothing of it has left.
        _ = try register.beginPublication(
            of: "caf", epoch: nil, sequence: nil, at: Self.noon.adding(minutes: 1))
        try note.check(register)
    }

    @Test func aRegisterThatIsBehindIssuesNothing() throws {
        let register = try register(revoking: [2])
        _ = try Self.publish(register)
        let note = try Self.publish(register, minutes: 1).note
        #expect(note.sequence == 2)
        let never = try self.register("never.db", revoking: [])
        #expect(
            throws: RegisterBehindRefusal(list: "caf", released: 2, known: nil)
        ) { try note.check(never) }
        let behind = try self.register("behind.db", revoking: [2])
        _ = try Self.publish(behind)
        #expect(throws: RegisterBehindRefusal(list: "caf", released: 2, known: 1)) {
            try note.check(behind)
        }
        // The same number for another content: a backup that was published from.
        _ = try Self.publish(behind, minutes: 5)
        #expect(throws: RegisterBehindRefusal(list: "caf", released: 2, known: 2)) {
            try note.check(behind)
        }
    }
}
