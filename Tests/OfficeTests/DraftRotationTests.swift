import JSONFields
import Lists
import Office
import Proofs
import TestSupport
import Testing
import Wire

/// The next draft of a trust list, in which one key follows another (Spec/lists.md 7.6).
@Suite final class DraftRotationTests {
    private let folder = TemporaryFolder()
    private static let december = Sample.day(2026, 12, 1)

    /// An entry of a draft, of which `more` is the rest.
    private static func entry(
        _ key: PracticeKey, until: String = "2027-12-31", _ more: String = ""
    ) -> String {
        """
        {"key": "\(Hexadecimal.encode(key.publicKey.bytes))", "name": "Caisse d’exemple",
         "blocks": ["quotient-familial"], "sign_from": "2026-01-01", "sign_until": "\(until)"\(more)}
        """
    }

    private func draft(_ entries: [String], _ more: String = "") -> String {
        let key = Hexadecimal.encode(Practice.revoker.publicKey.bytes)
        let text = """
            {"format": "justificatif-trust-draft/1", "sequence": 8, \(more)
             "revocation_lists": [{"id": "caf", "keys": ["\(key)"], "epoch": 3}],
             "issuers": [\(entries.joined(separator: ","))]}
            """
        return folder.write(Array(text.utf8), as: "trust.json")
    }

    /// The draft in which `new` follows the issuer's key.
    private func rotation(
        of draft: String, by new: PracticeKey = Practice.otherIssuer, from: Day = december,
        until: Day? = nil, _ end: DraftRotation.End = .planned, at now: Instant = Sample.now
    ) throws -> DraftRotation {
        try DraftRotation(
            of: draft, replacing: Practice.issuer.publicKey, by: new.publicKey,
            DraftRotation.Term(from: from, until: until), end, out: folder.file("next.json"),
            now: now, Practice.crypto)
    }

    /// The entries of the key that ends and of the one that follows.
    private static func entries(_ rotation: DraftRotation) throws -> (old: Issuer, next: Issuer) {
        let entry = { (key: PracticeKey) in
            try #require(rotation.content.issuers.first { $0.key == key.publicKey })
        }
        return (try entry(Practice.issuer), try entry(Practice.otherIssuer))
    }

    @Test func theNextKeySaysWhatTheOldOneSays() throws {
        folder.write(Sample.logoFile, as: "logo.png")
        let more = #"""
            , "notice": "Une mention", "contact": "03 00 00 00 00", "revocation_list": "caf",
            "address": "1 rue du Port", "logo": "logo.png"
            """#
        let rotation = try rotation(of: draft([Self.entry(Practice.issuer, more)]))
        #expect(rotation.content.sequence == 9)
        #expect(rotation.content.revocationSources == [RevocationBuilder.source("caf", epoch: 3)])
        let (old, next) = try Self.entries(rotation)
        for issuer in [old, next] {
            #expect(issuer.name == "Caisse d’exemple" && issuer.notice == "Une mention")
            #expect(issuer.contact == "03 00 00 00 00" && issuer.revocationList == "caf")
            #expect(issuer.blocks == [ClaimBlock.quotientFamilial.rawValue])
            #expect(issuer.letterhead == Letterhead(address: "1 rue du Port", logo: Sample.logo))
        }
    }

    @Test func oneKeySignsUntilTheDayBeforeAndTheOtherForAMonth() throws {
        let draft = draft([Self.entry(Practice.issuer)])
        let (old, next) = try Self.entries(rotation(of: draft))
        #expect(old.signUntil == Sample.day(2026, 11, 30) && old.state == .active)
        #expect(next.signFrom == Self.december)
        #expect(next.signUntil == Sample.day(2026, 12, 31))
        let last = Sample.day(2027, 3, 15)
        #expect(try Self.entries(rotation(of: draft, until: last)).next.signUntil == last)
    }

    @Test func aKeyWhoseDaysWereOverBeforeGetsNoneBack() throws {
        let draft = draft([Self.entry(Practice.issuer, until: "2026-10-31")])
        let (old, _) = try Self.entries(rotation(of: draft))
        #expect(old.signUntil == Sample.day(2026, 10, 31))
    }

    @Test func aStolenKeyIsCompromisedAndKeepsItsDays() throws {
        let (old, next) = try Self.entries(
            rotation(of: draft([Self.entry(Practice.issuer)]), .stolen))
        #expect(old.state == .compromised && old.signUntil == Sample.day(2027, 12, 31))
        #expect(next.state == .active)
    }

    @Test func aKeyThatFollowsACompromisedOneIsGood() throws {
        let entry = Self.entry(Practice.issuer, #", "state": "compromised""#)
        let (old, next) = try Self.entries(rotation(of: draft([entry])))
        #expect(old.state == .compromised && next.state == .active)
    }

    @Test func leavesTheInstantsToWhoeverSigns() throws {
        let draft = draft(
            [Self.entry(Practice.issuer)],
            """
            "issued": "2026-10-01T00:00:00Z", "warn_after": "2026-10-02T00:00:00Z",
            "refuse_after": "2026-10-03T00:00:00Z",
            """)
        let next = try rotation(of: draft)
        #expect(next.content.issued == Sample.now)
        for name in ["\"issued\"", "warn_after", "refuse_after"] {
            #expect(!next.text.contains(name))
        }
    }

    @Test func isItselfADraftThatIsSignedAndRotatedAgain() throws {
        let first = try rotation(of: draft([Self.entry(Practice.issuer)]))
        let path = folder.write(Array(first.text.utf8), as: "next.json")
        #expect(try TrustDraft.read(path, now: Sample.now, Practice.crypto) == first.content)
        let second = try DraftRotation(
            of: path, replacing: Practice.otherIssuer.publicKey, by: Practice.stranger.publicKey,
            DraftRotation.Term(from: Sample.day(2027, 1, 1), until: nil), .planned,
            out: folder.file("third.json"), now: Sample.now, Practice.crypto)
        #expect(second.content.sequence == 10)
        #expect(second.content.issuers.map(\.signUntil).max() == Sample.day(2027, 1, 31))
        #expect(second.content.issuers.count == 3 && second.leftOut == 0)
    }

    /// Three months and a day after its last day nothing of a key can be good (Spec/lists.md 7.5);
    /// that it was stolen is still worth telling.
    @Test(arguments: [(Sample.day(2026, 5, 1), 0), (Sample.day(2026, 5, 2), 1)])
    func leavesOutWhatIsOver(today: Day, leftOut: Int) throws {
        let draft = draft([
            Self.entry(Practice.stranger, until: "2026-01-31"),
            Self.entry(PracticeKey(3), until: "2026-01-31", #", "state": "compromised""#),
            Self.entry(Practice.issuer),
        ])
        let next = try rotation(of: draft, at: today.start)
        #expect(next.leftOut == leftOut)
        let keys = next.content.issuers.map(\.key)
        #expect(keys.contains(Practice.stranger.publicKey) == (leftOut == 0))
        #expect(keys.contains(PracticeKey(3).publicKey))
        #expect(keys.count == 4 - leftOut)
    }

    /// A body that was late: its key ended long ago, and the next one is in the draft all the same.
    @Test func aKeyThatIsOverIsStillFollowed() throws {
        let draft = draft([Self.entry(Practice.issuer, until: "2026-01-31")])
        let next = try rotation(of: draft)
        #expect(next.content.issuers.map(\.key) == [Practice.otherIssuer.publicKey])
        #expect(next.leftOut == 1)
        let stolen = try rotation(of: draft, .stolen)
        #expect(try Self.entries(stolen).old.state == .compromised && stolen.leftOut == 0)
    }

    @Test func refusesAKeyThatIsThereAndOneThatIsNot() {
        let others = draft([Self.entry(Practice.stranger)])
        #expect(throws: RotationRefusal.noSuchKey(Practice.issuer.identifier)) {
            try self.rotation(of: others)
        }
        let both = draft([Self.entry(Practice.issuer), Self.entry(Practice.otherIssuer)])
        #expect(throws: RotationRefusal.keyIsThere(Practice.otherIssuer.identifier)) {
            try self.rotation(of: both)
        }
    }

    @Test func leavesTheOldKeyADayAtLeast() throws {
        let draft = draft([Self.entry(Practice.issuer)])
        let first = Sample.day(2026, 1, 1)
        #expect(throws: RotationRefusal.tooEarly(first)) {
            try self.rotation(of: draft, from: first)
        }
        let (old, _) = try Self.entries(rotation(of: draft, from: first.adding(days: 1)))
        #expect(old.signUntil == first)
    }

    /// The same rules as for a draft that a person writes.
    @Test func refusesANextDraftThatNobodyCouldSign() {
        let draft = draft([Self.entry(Practice.issuer)])
        #expect(throws: JSONFault.self) {
            try self.rotation(of: draft, until: Self.december.adding(days: -1))
        }
        #expect(throws: JSONFault.self) { try self.rotation(of: draft, by: Practice.revoker) }
    }
}
