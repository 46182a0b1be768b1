import Issuing
import Proofs
import SigningMessages
import Sodium
import TestSupport
import Testing
import Wire

@testable import Office

/// Spec/signing.md 4, byte for byte.
@Suite struct HolderIdentifiersTests {
    static let holder = "5f1c0a3be2d94c7788aa90d3c1f0e4b7a6d2c8e913f5047b8c6d1e2f3a4b5c6dv1"

    /// The secret of the bytes 0 to 31.
    static func secret() throws -> KeyedSecret {
        let folder = TemporaryFolder()
        let line = Array("justificatif-office-secret/1\n".utf8)
        let path = folder.write(line + Array(0..<32), as: "office.secret")
        return try KeyedSecret(reading: path, .office, Practice.crypto)
    }

    private static func identifier(
        of holder: String = holder, _ kind: JustificatifKind = .quotientFamilial,
        issued: Day = Sample.day(2026, 11, 2), lastDay: Day = Sample.day(2026, 12, 31),
        counter: UInt8 = 0
    ) throws -> String {
        let identifiers = HolderIdentifiers(of: try #require(Holder(holder)), try secret())
        let slot = HolderIdentifiers.Slot(kind: kind, issued: issued, lastDay: lastDay)
        return Hexadecimal.encode(identifiers.identifier(of: slot, counter: counter).bytes)
    }

    /// Computed with Python's `hmac`.
    @Test(arguments: [
        (UInt8(0), "57c6e2a84afc7779f0e1bbc5f3d2717d"), (1, "80480947494fd0bcd2ac0f78f2cd7022"),
        (15, "ac3da80c776bfe9b1366d24e9452cc7f"),
    ])
    func isTheVectorOfSpec(counter: UInt8, cti: String) throws {
        #expect(try Self.identifier(counter: counter) == cti)
        #expect(Checkout.text("Spec/signing.md")?.contains("| \(counter) | `\(cti)` |") == true)
    }

    @Test func everyPartOfTheMessageCounts() throws {
        let all = try [
            Self.identifier(), Self.identifier(of: "5f1c"), Self.identifier(.taxIncome),
            Self.identifier(issued: Sample.day(2026, 11, 3)),
            Self.identifier(lastDay: Sample.day(2026, 12, 30)), Self.identifier(counter: 1),
        ]
        #expect(Set(all).count == all.count)
    }

    /// Lengths keep a holder that ends like a kind apart from one that does not.
    @Test func noHolderRunsIntoTheKind() throws {
        let tail = "\u{12}statut-etudiant"
        #expect(Holder("a\(tail)") == nil, "a length of a kind is no visible character")
        #expect(
            try Self.identifier(of: "astatut-etudiant", .student)
                != Self.identifier(of: "a", .student))
    }

    @Test func looksAtEveryDayThatIsNotOver() {
        let slots = HolderIdentifiers.slots(at: Sample.now)
        let today = slots.filter { $0.kind == .student && $0.issued == Sample.today }
        // 2 November to 1 February.
        #expect(today.map(\.lastDay).min() == Sample.today)
        #expect(today.map(\.lastDay).max() == Sample.day(2027, 2, 1))
        #expect(today.count == 92)
        // Twelve hours of grace: at 9:30 the first of November is not over yet.
        let before = slots.filter { $0.kind == .student && $0.issued == Sample.day(2026, 10, 5) }
        #expect(before.map(\.lastDay).min() == Sample.day(2026, 11, 1))
        #expect(slots.map(\.issued).min() == Sample.day(2026, 8, 2))
        #expect(Set(slots.map(\.kind)).count == JustificatifKind.allCases.count)
        #expect(Set(slots).count == slots.count)
        #expect((20_000...30_000).contains(slots.count), "\(slots.count)")
    }
}
