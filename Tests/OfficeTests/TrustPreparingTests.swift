import Explaining
import JSONFields
import ListFiles
import Lists
import Office
import Proofs
import TestSupport
import Testing
import Wire

/// Drafts, signatures and roots, as their publishers prepare them (Spec/lists.md 2 and 3).
@Suite final class TrustPreparingTests {
    private let folder = TemporaryFolder()

    private func publicKey(_ key: PracticeKey, _ role: KeyRole, _ name: String) -> String {
        let file = PublicKeyFile(role: role, key: key.publicKey)
        return folder.write(Array(file.text(Practice.crypto).utf8), as: name)
    }

    /// Reads a draft of one issuer with more members, of which `replacing` are written otherwise.
    private func draft(
        _ issuer: String = "", _ more: String = "", replacing: (String, String)? = nil
    ) throws -> TrustListContent {
        _ = publicKey(Practice.issuer, .issuer, "caf.pub")
        var text = """
            {"format": "justificatif-trust-draft/1", "sequence": 8, "issuers": [
              {"key": "caf.pub", "name": "Caisse d’exemple", "blocks": ["quotient-familial"],
               "sign_from": "2026-01-01", "sign_until": "2030-12-31"\(issuer)}]\(more)}
            """
        if let (old, new) = replacing {
            try #require(text.contains(old))
            text.replace(old, with: new)
        }
        let path = folder.write(Array(text.utf8), as: "trust.json")
        return try TrustDraft.read(path, now: Sample.now, Practice.crypto)
    }

    private static let issuerKey = Hexadecimal.encode(Practice.issuer.publicKey.bytes)
    private static let revokerKey = Hexadecimal.encode(Practice.revoker.publicKey.bytes)

    private static func revocationLists(_ members: String) -> String {
        #", "revocation_lists": [{\#(members)}]"#
    }

    @Test func aDraftGetsTheUsualDates() throws {
        let content = try draft()
        #expect(content.sequence == 8 && content.issued == Sample.now)
        #expect(content.warnAfter == Sample.day(2027, 8, 2).start.adding(hours: 9, minutes: 30))
        #expect(content.refuseAfter == Sample.day(2028, 2, 2).start.adding(hours: 9, minutes: 30))
        #expect(content.issuers[0].key == Practice.issuer.publicKey)
        #expect(content.issuers[0].state == .active)
    }

    @Test func aDraftNamesItsRevocationListsAndTheirKeys() throws {
        let key = Hexadecimal.encode(Practice.revoker.publicKey.bytes)
        let content = try draft(
            #", "revocation_list": "caf", "state": "compromised""#,
            Self.revocationLists(#""id": "caf", "keys": ["\#(key)"], "epoch": 3"#))
        #expect(content.revocationSources == [RevocationBuilder.source("caf", epoch: 3)])
        #expect(content.issuers[0].revocationList == "caf")
        #expect(content.issuers[0].state == .compromised)
    }

    @Test(
        arguments: [
            (#", "state": "gone""#, "", "state"), (#", "address": "a\tb""#, "", "address"),
            (#", "contact": "a\u0001""#, "", "contact"),
            (#", "revocation_list": "caf""#, "", "not in revocation_lists"),
            ("", #", "issued": "yesterday""#, "issued"), ("", #", "extra": 1"#, "extra"),
            (
                "", #", "warn_after": "2026-01-01T00:00:00Z""#,
                "issued, warn_after and refuse_after must follow each other"
            ),
            (
                "", revocationLists(#""id": "caf", "keys": ["\#(issuerKey)"]"#),
                "a key is there twice, or in two roles"
            ),
            (
                "", revocationLists(#""id": "C.A.F", "keys": ["\#(revokerKey)"]"#),
                "id: must be 1 to 32 of a-z"
            ),
            (
                "", revocationLists(#""id": "trust", "keys": ["\#(revokerKey)"]"#),
                "and neither roots nor trust"
            ),
            (
                "", revocationLists(#""id": "caf", "keys": ["\#(revokerKey)"], "epoch": -1"#),
                "epoch: must not be negative"
            ),
            ("", revocationLists(#""id": "caf", "keys": []"#), "1 to "),
            (
                "",
                revocationLists(#""id": "caf", "keys": ["\#(String(repeating: "0", count: 64))"]"#),
                "prime order"
            ),
        ])
    func aDraftSaysWhatIsWrong(issuer: String, more: String, words: String) throws {
        let fault = #expect(throws: JSONFault.self) { try self.draft(issuer, more) }
        #expect(
            fault?.explanation.english.contains(words) == true,
            "\(fault?.explanation.english ?? "")")
    }

    @Test func aDraftNamesKeysOfTheirRole() {
        let more = Self.revocationLists(#""id": "caf", "keys": ["caf.pub"]"#)
        let path = folder.file("caf.pub")
        #expect(throws: OfficeKeyFault.role(path, .issuer, wanted: .revocations)) {
            try self.draft("", more)
        }
    }

    /// What only a page shows; the file counts from the folder of the draft.
    @Test func aDraftMayHaveAnAddressAndALogo() throws {
        let file = folder.write(Sample.logoFile, as: "logo.png")
        let members = #", "address": "1 rue du Port\n59000 Lille", "logo": "logo.png""#
        let letterhead = Letterhead(address: "1 rue du Port\n59000 Lille", logo: Sample.logo)
        #expect(try draft(members).issuers[0].letterhead == letterhead)
        #expect(try draft(#", "logo": "\#(file)""#).issuers[0].letterhead.logo == Sample.logo)
    }

    @Test func aLogoThatIsNoSmallPNGIsRefused() throws {
        _ = folder.write(Array("GIF89a".utf8), as: "logo.gif")
        let fault = #expect(throws: JSONFault.self) {
            try self.draft(#", "logo": "logo.gif""#)
        }
        #expect(fault?.explanation.english.contains("logo: ") == true)
        #expect(fault?.explanation.english.contains("must be a PNG of at most 600 by 200") == true)
    }

    @Test(arguments: [
        (
            "justificatif-trust-draft/1", "justificatif-trust/1",
            "format: is not justificatif-trust-draft/1"
        ),
        ("\"sequence\": 8", "\"sequence\": 0", "sequence: must be 1 or more"),
        ("[\"quotient-familial\"]", "[\"loisirs\"]", "blocks: must be among revenu-fiscal-"),
        ("2030-12-31", "2025-12-31", "sign_until: is before sign_from"),
        ("2026-01-01", "2026-02-30", "sign_from: must be a day that exists"),
    ])
    func aDraftSaysWhichMemberIsWrong(old: String, new: String, words: String) {
        let fault = #expect(throws: JSONFault.self) { try self.draft(replacing: (old, new)) }
        #expect(
            fault?.explanation.english.contains(words) == true,
            "\(fault?.explanation.english ?? "")")
    }

    @Test func aDraftMaySayWhenItIsIssued() throws {
        let content = try draft("", #", "issued": "2026-11-05T08:00:00Z""#)
        #expect(content.issued == Sample.day(2026, 11, 5).start.adding(hours: 8))
    }

    @Test func holdersAddTheirSignaturesOneAfterTheOther() throws {
        var first = TrustProposal(try draft())
        try first.sign(by: Practice.root, Practice.crypto)
        var second = try TrustProposal(
            reading: first.message.encoded, at: "trust.cose", Practice.crypto)
        #expect(second == first)
        try second.sign(by: Practice.secondRoot, Practice.crypto)
        let roots = TrustBuilder.roots(
            Practice.root, Practice.secondRoot, Practice.thirdRoot, threshold: 2)
        #expect(first.count(of: roots, Practice.crypto) == 1)
        #expect(second.count(of: roots, Practice.crypto) == 2)
        let list = try TrustList(
            authenticating: second.message.encoded, against: roots, Practice.crypto)
        #expect(list.content == second.content)
        let lines = ListDescription.lines(second, Practice.crypto, .english)
        #expect(lines.contains("issuer: Caisse d’exemple"))
        #expect(lines.contains("  signs: quotient-familial"))
        #expect(
            lines.suffix(2)
                == [Practice.root, Practice.secondRoot].map {
                    "signed by: \($0.identifier)"
                }.sorted() || lines.count { $0.hasPrefix("signed by: ") } == 2)
    }

    @Test func aRootThatIsAlsoAnIssuerSignsNothing() throws {
        var list = TrustProposal(try draft())
        let refusal = #expect(throws: TrustProposalRefusal.self) {
            try list.sign(by: Practice.issuer, Practice.crypto)
        }
        #expect(refusal?.explanation.english.contains("no verifier would load") == true)
    }

    @Test func otherBytesAreNoTrustList() throws {
        let refusal = #expect(throws: TrustProposalRefusal.self) {
            try TrustProposal(reading: [0x80], at: "x.cose", Practice.crypto)
        }
        #expect(refusal?.explanation.english.hasPrefix("x.cose: the trust list is damaged") == true)
    }

    // Roots.

    private var rootFiles: [String] {
        [
            publicKey(Practice.root, .root, "a.pub"),
            publicKey(Practice.secondRoot, .root, "b.pub"),
        ]
    }

    @Test func rootsNeedAThresholdThatCanBeMet() throws {
        let files = rootFiles
        let make = { (threshold: Int?, files: [String]) in
            try RootKeys.roots(version: 1, threshold: threshold, files, Practice.crypto)
        }
        #expect(try make(nil, [files[0]]).threshold == 1)
        #expect(try make(2, files).keys.count == 2)
        #expect(throws: RootsRefusal.thresholdMissing(keys: 2)) { try make(nil, files) }
        #expect(throws: RootsRefusal.threshold(3, keys: 2)) { try make(3, files) }
        #expect(throws: RootsRefusal.threshold(2, keys: 2)) { try make(2, [files[0], files[0]]) }
        let issuer = publicKey(Practice.issuer, .issuer, "caf.pub")
        #expect(throws: OfficeKeyFault.role(issuer, .issuer, wanted: .root)) {
            try make(1, [issuer])
        }
    }

    @Test func newRootsNeedTheOldHoldersAndTheirOwn() throws {
        let old = TrustBuilder.roots(Practice.root)
        let files = rootFiles
        var rotation = try RootRotation(from: old, nil, Practice.crypto) { version in
            try RootKeys.roots(version: version, threshold: 1, [files[1]], Practice.crypto)
        }
        #expect(throws: RootsRefusal.foreignSigner) {
            try rotation.sign(by: Practice.stranger, Practice.crypto)
        }
        try rotation.sign(by: Practice.root, Practice.crypto)
        #expect(throws: RootChainRefusal.self) {
            try rotation.chain.walk(from: old, Practice.crypto)
        }
        var signing = try RootRotation(signing: rotation.chain, from: old)
        try signing.sign(by: Practice.secondRoot, Practice.crypto)
        let newest = try signing.chain.walk(from: old, Practice.crypto)
        #expect(newest.version == 2 && newest.keys == [Practice.secondRoot.publicKey])
        #expect(signing.before == old)
        #expect(
            ListDescription.lines(newest, Practice.crypto, .english).first
                == "roots 2: 1 of 1 must sign")
        // A second rotation goes on top of the first.
        let second = try RootRotation(from: old, signing.chain, Practice.crypto) { version in
            try RootKeys.roots(version: version, threshold: 1, [files[0]], Practice.crypto)
        }
        #expect(second.chain.documents.map(\.roots.version) == [2, 3])
    }

    @Test func aChainThatBeginsLaterCannotBeSigned() throws {
        let roots = Roots(version: 3, threshold: 1, keys: [Practice.root.publicKey])
        let chain = RootChain(RootDocument(try #require(roots)))
        #expect(throws: RootsRefusal.predecessorUnknown(version: 2)) {
            try RootRotation(signing: chain, from: TrustBuilder.roots(Practice.root))
        }
    }

    @Test func aRotationByFilesSaysWhoseSignaturesAreWanting() throws {
        let files = rootFiles
        let roots = folder.write(
            Array(RootsFile.text(TrustBuilder.roots(Practice.root)).utf8), as: "roots.pub")
        let rotation = { (chain: String?, keys: [String], adds: Bool) in
            try RootRotation(
                roots: roots, chain: chain, keys: keys, threshold: 1, addsSignature: adds,
                Practice.crypto)
        }
        var first = try rotation(nil, [files[1]], false)
        try first.sign(by: Practice.root, Practice.crypto)
        #expect(
            first.lines("roots.cose", Practice.crypto, .english) == [
                "roots.cose: roots 2",
                "fingerprint: \(first.document.roots.fingerprint(Practice.crypto))",
                "signed by roots 1: 1 of 1 needed", "signed by roots 2: 0 of 1 needed",
            ])
        let chain = folder.write(first.chain.encoded, as: "roots.cose")
        var second = try rotation(chain, [], true)
        try second.sign(by: Practice.secondRoot, Practice.crypto)
        #expect(
            second.lines("roots.cose", Practice.crypto, .french).last
                == "signé par les racines 2 : 1 sur 1 qu’il faut")
        #expect(throws: RootsRefusal.noKeys) { try rotation(nil, [], false) }
        #expect(throws: RootsRefusal.nothingToSign) { try rotation(nil, [], true) }
        #expect(throws: RootsRefusal.nothingToSign) { try rotation(chain, [files[1]], true) }
        let junk = folder.write([0x80], as: "junk.cose")
        let refusal = #expect(throws: RootsRefusal.self) { try rotation(junk, [], true) }
        #expect(
            refusal?.explanation.english.hasPrefix("\(junk): the root chain is damaged") == true)
    }
}
