import Counter
import Explaining
import Files
import ListFiles
import Lists
import Office
import Proofs
import Register
import TestSupport
import Testing
import Wire

/// What was published, and what may follow it (Spec/register.md 4).
@Suite final class ReleasedListTests {
    private let folder = TemporaryFolder()
    private static let noon = Sample.today.start.adding(hours: 12)

    private func register(_ name: String = "register.db") throws -> ProofRegister {
        try ProofRegister.openOrCreate(folder.file(name)).register
    }

    private func place(_ out: String = "caf.cose", previous: String? = nil) -> ReleasePlace {
        ReleasePlace(
            out: folder.file(out), previous: previous.map { folder.file($0) },
            key: folder.file("rev.key"), register: folder.file("register.db"), list: "caf")
    }

    private func publish(
        _ register: ProofRegister, to place: ReleasePlace, minutes: Int64 = 0
    ) throws -> RevocationsPublisher.SignedList {
        let plan = PublicationPlan(
            list: "caf", epoch: nil, sequence: nil, trustMinimum: 0, warnDays: 10, refuseDays: 45,
            instant: Self.noon.adding(minutes: minutes))
        let list = try RevocationsPublisher(
            register: register, plan: plan, previous: place.previous(), Practice.crypto
        ).publish(signedBy: Practice.revoker)
        try place.release(list)
        return list
    }

    private func publicKey(_ key: PracticeKey, _ role: KeyRole, _ name: String) -> String {
        let file = PublicKeyFile(role: role, key: key.publicKey)
        return folder.write(Array(file.text(Practice.crypto).utf8), as: name)
    }

    @Test func aListLeavesWithANoteBesideKeyAndRegister() throws {
        let place = place()
        let list = try publish(register(), to: place)
        #expect(folder.contents(of: "caf.cose") == list.bytes)
        #expect(folder.names.filter { $0.hasSuffix(".released.json") }.count == 2)
        #expect(list.lines("caf.cose", .english)[0].hasPrefix("caf.cose: caf, epoch 1, sequence 1"))
        #expect(try place.previous().count == 3)
        #expect(try self.place("other.cose").previous().count == 2)
        #expect(try self.place("other.cose", previous: "caf.cose").previous().count == 3)
    }

    @Test func showsAListAndWhoSignedIt() throws {
        _ = try publish(register(), to: place())
        let list = try ReleasedList(reading: folder.file("caf.cose"))
        #expect(list.lines(.english).contains("list: caf"))
        #expect(list.lines(.english).last == "signed by: \(Practice.revoker.identifier)")
        let key = publicKey(Practice.revoker, .revocations, "rev.pub")
        try list.checkSignature(byKeyIn: key, Practice.crypto)
        let other = publicKey(Practice.otherIssuer, .revocations, "other.pub")
        #expect(throws: ReleasedListRefusal.notSignedBy(other, folder.file("caf.cose"))) {
            try list.checkSignature(byKeyIn: other, Practice.crypto)
        }
        let issuer = publicKey(Practice.revoker, .issuer, "issuer.pub")
        #expect(throws: OfficeKeyFault.role(issuer, .issuer, wanted: .revocations)) {
            try list.checkSignature(byKeyIn: issuer, Practice.crypto)
        }
        let refusal = #expect(throws: ReleasedListRefusal.self) {
            try ReleasedList(reading: key)
        }
        guard case .notAList(key, _) = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
    }

    /// The lists of counters tell what was released, even without a note.
    @Test func opensNoRegisterBehindTheListOfCounters() throws {
        let released = try publish(register(), to: place(), minutes: 5)
        var trust = TrustBuilder()
        trust.sources = [RevocationBuilder.source("caf")]
        trust.issuers = [TrustBuilder.issuer(revocationList: "caf")]
        let lists = ListsFolder(folder.file("lists"))
        try lists.pin(trust.roots, Practice.crypto)
        _ = try lists.install(
            [
                ListOffer(name: "trust.cose", bytes: trust.bytes()),
                ListOffer(name: "caf.cose", bytes: released.bytes),
            ], roots: trust.roots, at: Self.noon.adding(hours: 1), Practice.crypto)
        let counter = CounterCheck(
            try CounterDesk(lists: lists.path, Practice.crypto), lists: "lists", at: Self.noon)
        let open = { (name: String, key: PracticeKey) in
            try ProofRegister.openForIssuing(
                self.folder.file(name), under: key.publicKey, counter: counter
            ).isNew
        }
        #expect(try !open("register.db", Practice.issuer))
        let refusal = #expect(throws: RegisterBehindRefusal.self) {
            try open("restored.db", Practice.issuer)
        }
        #expect(refusal == RegisterBehindRefusal(list: "caf", released: 1, known: nil))
        // Whatever another key signed is in other lists.
        #expect(try open("other.db", Practice.otherIssuer))
    }
}
