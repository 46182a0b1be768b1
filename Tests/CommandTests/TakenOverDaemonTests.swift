import Foundation
import Testing

/// A daemon whose readers are taken over by some of the pictures (Spec/reader.md 5).
struct TakenOverDaemonTests {
    /// A folder of programs in which the reader is the hostile one.
    private func programs(_ desk: Desk) throws -> String {
        let folder = desk.file("programs")
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: false)
        for (program, name) in [
            ("justificatifd", "justificatifd"), ("HostileReader", "justificatif-reader"),
        ] {
            try FileManager.default.copyItem(
                atPath: Command.path(of: program), toPath: "\(folder)/\(name)")
        }
        return folder
    }

    private func attack(_ order: String) -> [UInt8] {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array("attack \(order)\n".utf8)
    }

    private static let attacks = [
        "internet": "internal-error reader-forbidden-call",
        "openFile": "internal-error reader-forbidden-call",
        "execute": "internal-error reader-forbidden-call",
        "trace": "internal-error reader-forbidden-call",
        "ring": "internal-error reader-forbidden-call",
        "fork": "internal-error reader-forbidden-call",
        "signalOther": "internal-error reader-forbidden-call",
        "sleep": "internal-error reader-forbidden-call",
        "trap": "internal-error reader-crashed",
        "writeWithoutEnd": "internal-error reader-bad-answer",
        "announceMore": "internal-error reader-bad-answer",
        // It may name a text, as any picture may; nothing makes that text a justificatif.
        "forge JF1:AAAA": "malformed",
        "forge https://exemple.fr/": "foreign-code",
    ]

    @Test func anAttackCostsItsOwnPictureAVerdictAndNothingElse() throws {
        let desk = try Desk()
        try desk.issue()
        let daemon = try RunningDaemon(desk, programs: programs(desk))
        let picture = desk.contents(of: "proof.png") ?? []
        let orders = Self.attacks.keys.sorted()
        for (index, order) in orders.enumerated() {
            try daemon.drop(attack(order), as: "attack\(index).png")
            try daemon.drop(picture, as: "good\(index).png")
        }
        let verdicts = daemon.verdicts(2 * orders.count)
        #expect(verdicts.count == 2 * orders.count)
        for (index, order) in orders.enumerated() {
            let expected = Self.attacks[order] ?? ""
            let found = verdicts["attack\(index).png"] ?? ""
            #expect(found.hasPrefix(expected), "\(order): \(found)")
            let good = verdicts["good\(index).png"] ?? ""
            #expect(["valid", "expired"].contains(good), "\(order): \(good)")
        }
        #expect(daemon.stop() == 0)
    }
}
