import Explaining
import JSONFields
import Lists
import Office
import Proofs
import Register
import TestSupport
import Testing

/// What operators read of a register and of a list.
@Suite final class RegisterStatisticsTests {
    private let folder = TemporaryFolder()

    @Test func countsByDayAndNamesNothing() throws {
        let register = try ProofRegister.openOrCreate(folder.file("register.db")).register
        #expect(try RegisterStatistics(register).lines(.english).last == "published: never")
        let rows = (UInt8(1)...3).map { byte in
            RegisterRow(
                identifier: Sample.identifier(byte),
                fingerprint: RevocationBuilder.fingerprint(Int(byte)),
                reference: Reference(to: Sample.identifier(byte), Practice.crypto),
                issued: Sample.today)
        }
        try register.add(rows, today: Sample.today)
        _ = try register.revoke(Sample.identifier(1), on: Sample.today, .misuse)
        _ = try register.beginPublication(of: "caf", epoch: 4, sequence: nil, at: Sample.now)
        let statistics = try RegisterStatistics(register)
        #expect(
            statistics.lines(.english) == [
                "day         issued  revoked  published",
                "2026-11-02       3        1          1",
                "total            3        1          1",
                "published: caf, epoch 4, sequence 1, as of 2026-11-02T09:30:00Z "
                    + "(begun and not finished: publish again)",
                "closed through: 2026-11-01",
            ])
        #expect(
            statistics.lines(.french).suffix(2) == [
                "publié : caf, époque 4, numéro 1, au 2026-11-02T09:30:00Z "
                    + "(commencé et non fini : publiez de nouveau)",
                "jours clos jusqu’au : 2026-11-01",
            ])
        let line = statistics.json.line()
        #expect(line.contains(#""issued":3"#) && line.contains(#""released":false"#))
        #expect(line.contains(#""format":"justificatif-register-stats/1""#))
    }

    @Test func aListIsDescribedDayByDay() throws {
        let list = RevocationBuilder.with {
            $0.closed = [
                Sample.today: (
                    issued: [RevocationBuilder.fingerprint(1), RevocationBuilder.fingerprint(2)],
                    revoked: [RevocationBuilder.fingerprint(1)]
                )
            ]
            $0.open = [RevocationBuilder.fingerprint(3)]
        }
        let lines = ListDescription.lines(try list.list().content, byteCount: 99, .english)
        #expect(lines.first == "list: caf")
        #expect(lines.contains { $0.hasPrefix("2026-11-02: 1 revoked, ") })
        #expect(lines.suffix(2).first == "later days: 1 revoked, 16 bytes")
        #expect(lines.last == "total: 2 revoked, 99 bytes")
    }
}
