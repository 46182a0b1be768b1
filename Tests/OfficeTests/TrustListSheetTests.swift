import Explaining
import ListFiles
import Lists
import Office
import Proofs
import TestSupport
import Testing
import Wire

/// What root holders see is what they sign (Spec/lists.md 3.7).
@Suite struct TrustListSheetTests {
    private static func builder(
        _ change: (inout TrustBuilder) -> Void = { _ in }
    ) -> TrustBuilder {
        var builder = TrustBuilder()
        builder.sources = [RevocationBuilder.source("caf")]
        builder.issuers = [issuer()]
        change(&builder)
        return builder
    }

    private static func issuer(
        name: String = "Caisse d’exemple", notice: String = "Première ligne\n\nTroisième",
        contact: String = "01 00 00 00 00", blocks: Set<ClaimBlock> = [.tax],
        until: Day = Sample.day(2026, 12, 31), state: Issuer.State = .active,
        list: String? = "caf", letterhead: Letterhead = Letterhead()
    ) -> Issuer {
        Issuer(
            key: Practice.issuer.publicKey, name: name, notice: notice, contact: contact,
            blocks: blocks, signFrom: Sample.day(2026, 1, 1), signUntil: until, state: state,
            revocationList: list, letterhead: letterhead)
    }

    private static func sheet(
        _ change: (inout TrustBuilder) -> Void = { _ in }
    ) -> TrustListSheet {
        TrustListSheet(of: TrustProposal(builder(change).content), Practice.crypto, .english)
    }

    private static func sheet(with issuer: Issuer) -> TrustListSheet {
        sheet { $0.issuers = [issuer] }
    }

    @Test func showsEveryLineOfANotice() {
        let lines = Self.sheet().lines
        #expect(lines.contains("  notice: Première ligne"))
        #expect(lines.contains("  notice: "))
        #expect(lines.contains("  notice: Troisième"))
        #expect(lines.contains("  contact: 01 00 00 00 00"))
        let key = Hexadecimal.encode(Practice.issuer.publicKey.bytes)
        #expect(lines.contains("  key: \(key)"))
        #expect(lines.last?.hasPrefix("digest: ") == true)
    }

    /// Whatever is signed otherwise is told, and changes the digest.
    @Test func tellsEveryFieldThatDiffers() {
        let before = Self.sheet()
        #expect(before.differences(from: Self.sheet()).isEmpty)
        let others: [TrustListSheet] = [
            Self.sheet { $0.sequence = 8 },
            Self.sheet { $0.issued = $0.issued.adding(hours: 1) },
            Self.sheet { $0.warnAfter = $0.warnAfter.adding(hours: 1) },
            Self.sheet { $0.refuseAfter = $0.refuseAfter.adding(hours: 1) },
            Self.sheet {
                $0.sources = [RevocationBuilder.source("caf", [Practice.otherIssuer])]
            },
            Self.sheet(with: Self.issuer(name: "Caisse")),
            Self.sheet(with: Self.issuer(notice: "Troisième\n\nPremière ligne")),
            Self.sheet(with: Self.issuer(notice: "Première ligne\nTroisième")),
            Self.sheet(with: Self.issuer(notice: "")),
            Self.sheet(with: Self.issuer(contact: "")),
            Self.sheet(with: Self.issuer(blocks: [.tax, .health])),
            Self.sheet(with: Self.issuer(until: Sample.day(2027, 1, 1))),
            Self.sheet(with: Self.issuer(state: .compromised)),
            Self.sheet(with: Self.issuer(list: nil)),
            Self.sheet(with: Self.issuer(letterhead: Letterhead(address: "1 rue du Port"))),
            Self.sheet(with: Self.issuer(letterhead: Letterhead(logo: Sample.logo))),
            Self.sheet { $0.issuers = [] },
        ]
        for other in others {
            #expect(!other.differences(from: before).isEmpty)
            #expect(!before.differences(from: other).isEmpty)
        }
        #expect(Set(others.map(\.digest.description)).count == others.count)
    }

    @Test func saysUnderItsNameWhatGoesAndWhatComes() {
        let stolen = Self.sheet(with: Self.issuer(state: .compromised))
        #expect(
            stolen.differences(from: Self.sheet()) == [
                "issuer \(Practice.issuer.identifier):", "-   state: active",
                "+   state: COMPROMISED",
            ])
    }

    @Test func namesTheKeysOfARevocationList() {
        let key = Practice.revoker
        let lines = Self.sheet().lines
        #expect(lines.contains("revocation list: caf, epoch 1, keys \(key.identifier)"))
        #expect(lines.contains("  key: \(Hexadecimal.encode(key.publicKey.bytes))"))
    }

    /// A block that this version has no name for is shown by its number.
    @Test func namesABlockOfALaterVersion() throws {
        var payload = Self.builder { $0.issuers = [Self.issuer(blocks: [.student])] }
            .content.payload
        // Key 5, an array of one, block 128, key 6.
        let place = try #require(payload.firstRange(of: [0x05, 0x81, 0x18, 0x80, 0x06]))
        payload[place.lowerBound + 3] = 240
        let list = try TrustProposal(
            reading: TrustBuilder.signed(payload), at: "later.cose", Practice.crypto)
        let sheet = TrustListSheet(of: list, Practice.crypto, .english)
        #expect(sheet.lines.contains("  signs: block 240 of a later version"))
    }

    /// Members of a later version are signed with the rest.
    @Test func warnsOfWhatItCannotShow() throws {
        let payload = Self.builder().content.payload
        #expect(payload.first == 0xA6)
        let later = [0xA7] + payload.dropFirst() + [0x18, 0x40, 0x00]
        let list = try TrustProposal(
            reading: TrustBuilder.signed(later), at: "later.cose", Practice.crypto)
        let sheet = TrustListSheet(of: list, Practice.crypto, .english)
        #expect(sheet.lines.contains { $0.hasPrefix("OF A LATER VERSION") })
        #expect(sheet.differences(from: Self.sheet()).first == "later version:")
        #expect(Self.sheet().lines.allSatisfy { !$0.hasPrefix("OF A LATER") })
    }

    /// The example of FIPS 180-4: SHA-256 of "abc" begins with ba7816bf 8f01cfea.
    @Test func theDigestIsTheBeginningOfTheHashInTheDigitsOfAReference() {
        let digest = ListDigest(of: Array("abc".utf8), Practice.crypto)
        #expect(digest.description == "Q9W1-DFWF-077Y-MGA1-83F5-VBH2-4ER0-6RD3")
    }

    @Test func saysWhetherEnoughRootsSigned() throws {
        var builder = Self.builder()
        builder.roots = TrustBuilder.roots(Practice.root, Practice.secondRoot, threshold: 2)
        let line = { (keys: [PracticeKey]) in
            let list = try TrustProposal(
                reading: builder.bytes(signedBy: keys), at: "trust.cose", Practice.crypto)
            return ListDescription.signatures(list, of: builder.roots, Practice.crypto, .english)
        }
        #expect(try line([Practice.root]) == "signatures: 1 good, 2 needed: NOT ENOUGH")
        #expect(
            try line([Practice.root, Practice.secondRoot])
                == "signatures: 2 good, 2 needed: enough")
    }

    /// In a lists folder, the list in force is meant.
    @Test func comparesWithAFileOrWithWhatIsInForce() throws {
        let folder = TemporaryFolder()
        let bytes = Self.builder().bytes()
        let file = folder.write(bytes, as: "trust.cose")
        let lists = ListsFolder(folder.file("lists"))
        try lists.pin(Self.builder().roots, Practice.crypto)
        #expect(throws: TrustProposalRefusal.noneInForce(lists.path)) {
            try TrustProposal(known: lists.path, Practice.crypto)
        }
        _ = try lists.install(
            [ListOffer(name: "trust.cose", bytes: bytes)], roots: Self.builder().roots,
            at: Sample.now, Practice.crypto)
        let next = TrustProposal(Self.builder { $0.sequence = 8 }.content)
        for path in [file, lists.path] {
            let known = try TrustProposal(known: path, Practice.crypto)
            let lines = { (list: TrustProposal) in
                ListDescription.differences(
                    list, from: known, named: "last", Practice.crypto, .english)
            }
            #expect(lines(known) == ["against last: says the same"])
            #expect(
                lines(next) == [
                    "against last: what changes", "  list:", "  - sequence: 7",
                    "  + sequence: 8",
                ])
        }
    }
}
