import Foundation
import TestSupport
import Testing

/// What a counter may be handed: each a clear line or the right verdict, and its exit status.
struct BadInputTests {
    @Test(
        arguments: [
            ([], "unreadable"), (Array("  \n".utf8), "unreadable"),
            ([0x00, 0xFF, 0x13, 0x37, 0x80], "unreadable"),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00], "unreadable"),
            ([0xFF, 0xD8, 0xFF, 0xE0, 0x00], "unreadable"),
            (Array("HC1:6BFOXN%TSMAHN-HPU".utf8), "foreign-code"),
            (Array("DC04FR000001".utf8), "foreign-code"),
            (Array("WIFI:T:WPA;S:Mairie;P:secret;;".utf8), "foreign-code"),
            (Array("https://exemple.fr/JF1:ABC".utf8), "foreign-code"),
            (Array("JF2:ABCDEFGH".utf8), "version-unknown"),
            (Array("JF0:ABCDEFGH".utf8), "foreign-code"), (Array("JF1:".utf8), "malformed"),
            (Array("JF1:ABCDEFG1".utf8), "malformed"),
        ] as [([UInt8], String)])
    func filesThatAreNoProof(_ content: [UInt8], _ verdict: String) throws {
        let desk = try Desk()
        let outcome = try desk.verify(desk.write(content, as: "input"))
        #expect(outcome.verdicts == [verdict])
        #expect(outcome.status == 4)
    }

    @Test func lowerCaseIsDamagedAndSurroundingSpaceIsNot() throws {
        let desk = try Desk()
        try desk.issue()
        let lower = desk.write(Array(desk.text().lowercased().utf8), as: "lower")
        #expect(try desk.verify(lower).verdicts == ["malformed"])
        let spaced = desk.write(Array("\r\n  \(desk.text())\t\n\n".utf8), as: "spaced")
        #expect(try desk.verify(spaced).verdicts == ["valid"])
        let inside = desk.text().replacingOccurrences(of: "JF1:Q", with: "JF1: Q")
        let split = desk.write(Array(inside.utf8), as: "split")
        #expect(try desk.verify(split).verdicts != ["valid"])
    }

    @Test func namesCannotDriveTheTerminal() throws {
        let desk = try Desk()
        let path = "\u{1B}]0;owned\u{07}\u{202E}"
        let outcome = try desk.verify(path, options: [])
        #expect(outcome.status == 74)
        #expect(!outcome.errors.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }

    @Test func aNameOf257BytesIsRefusedAnd256AreNot() throws {
        let desk = try Desk()
        let claims = { (count: Int) in
            Desk.claims.replacingOccurrences(
                of: "LEFÈVRE-DUPRÉ", with: String(repeating: "A", count: count))
        }
        #expect(try desk.issue(claims(256), as: "long").status == 0)
        let refused = try desk.issue(claims(257), as: "longer")
        #expect(refused.status == 64)
        #expect(refused.errors.contains("256 octets"))
        #expect(!refused.errors.contains("AAA"))
    }

    @Test func decomposedNamesAreComposedByTheIssuer() throws {
        let desk = try Desk()
        try desk.issue()
        try desk.issue(Desk.claims.decomposedStringWithCanonicalMapping, as: "nfd")
        let objects = try desk.verify(desk.file("proof.txt"), desk.file("nfd.txt")).objects
        let names = objects.map { ($0["claims"] as? [String: Any])?["family_name"] as? String }
        #expect(names.count == 2)
        #expect(names[0].map { Array($0.utf8) } == names[1].map { Array($0.utf8) })
    }

    @Test func anOverlongProofNamesWhatToLeaveOut() throws {
        let desk = try Desk()
        let long = String(repeating: "É", count: 128)
        let claims = """
            {"family_name": "\(long)", "first_given_name": "\(long)", "birth_date": "1987-03-09",
             "qf": 1, "qf_month": "2026-10", "qf_source": "MSA", "data_as_of": "2026-11-02"}
            """
        let outcome = try desk.issue(claims)
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("too-large"))
        #expect(outcome.errors.contains("family_name (260)"))
    }
}
