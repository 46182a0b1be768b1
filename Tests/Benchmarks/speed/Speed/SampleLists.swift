import Files
import Glibc
import Lists
import Proofs
import TestSupport
import Wire

/// How large a made-up register is: issued evenly over 92 days, the first of each day revoked.
struct SampleSize {
    static let days = 92

    let name: String
    let revoked: Int
    let issued: Int

    static let empty = SampleSize(name: "0", revoked: 0, issued: 0)
    /// 5e6 is about the most that the bytes of one list hold (`Limits.revocationListBytes`).
    static let all = [
        SampleSize(name: "1e3", revoked: 1_000, issued: 10_000),
        SampleSize(name: "1e4", revoked: 10_000, issued: 100_000),
        SampleSize(name: "1e5", revoked: 100_000, issued: 1_000_000),
        SampleSize(name: "1e6", revoked: 1_000_000, issued: 10_000_000),
        SampleSize(name: "5e6", revoked: 5_000_000, issued: 50_000_000),
        SampleSize(name: "national", revoked: 1_000_000, issued: 100_000_000),
    ]

    /// What a register of this size says, with the numbers 0 to `issued` - 1 as fingerprints.
    var builder: RevocationBuilder {
        var builder = RevocationBuilder()
        builder.firstDay = builder.lastClosedDay.adding(days: 1 - SampleSize.days)
        for place in 0..<SampleSize.days where revoked > 0 {
            let numbers = issued * place / SampleSize.days..<issued * (place + 1) / SampleSize.days
            let count = revoked * (place + 1) / SampleSize.days - revoked * place / SampleSize.days
            let all = numbers.map(RevocationBuilder.fingerprint)
            builder.closed[builder.lastClosedDay.adding(days: -place)] =
                (issued: all, revoked: Array(all.prefix(count)))
        }
        return builder
    }
}

/// Revocation lists of made-up registers.
///
/// Making a large one takes longer and more memory than what is measured: those that are in a folder
/// already are read from there.
struct SampleLists: Sendable {
    let folder: String?

    func bytes(_ size: SampleSize) throws -> [UInt8] {
        guard let path = path(of: size), unsafe access(path, R_OK) == 0 else {
            return try size.builder.bytes()
        }
        return try FileReading.bytes(of: path, limit: Limits.revocationListBytes)
    }

    func list(_ size: SampleSize) throws -> RevocationList {
        try RevocationList(
            authenticating: bytes(size), for: RevocationBuilder.source(), Practice.crypto)
    }

    /// Puts a list into the folder.
    func make(_ name: String) throws {
        guard let size = SampleSize.all.first(where: { $0.name == name }),
            let path = path(of: size)
        else { throw WrongResult() }
        try FileWriting.write(size.builder.bytes(), to: path, existing: .refuse)
    }

    private func path(of size: SampleSize) -> String? { folder.map { "\($0)/\(size.name).cose" } }
}
