import Proofs
import SigningMessages
import Sodium
import Space
import TestSupport
import Testing

/// A space in a folder of its own, under the secret of the bytes 0 to 31.
final class SpaceFixture {
    let folder = TemporaryFolder()

    var path: String { folder.file("space.db") }

    func space(_ secret: KeyedSecret? = nil) throws -> SealedSpace {
        try SealedSpace(at: path, secret ?? SpaceFixture.secret(), Practice.crypto)
    }

    static func secret() throws -> KeyedSecret {
        let folder = TemporaryFolder()
        let line = Array("justificatif-space-secret/1\n".utf8)
        let path = folder.write(line + Array(0..<32), as: "space.secret")
        return try KeyedSecret(reading: path, .space, Practice.crypto)
    }

    static func holder(_ text: String = "5f1c0a3bv1") throws -> Holder {
        try #require(Holder(text))
    }

    /// Every byte of the file and of what SQLite has beside it.
    var rawBytes: [UInt8] {
        folder.names.filter { $0.hasPrefix("space.db") }
            .flatMap { folder.contents(of: $0) ?? [] }
    }

    func holds(_ needle: [UInt8]) -> Bool {
        let bytes = rawBytes
        var place = 0
        while place + needle.count <= bytes.count {
            if bytes[place] == needle[0], bytes[place...].starts(with: needle) { return true }
            place += 1
        }
        return false
    }

    /// What Python's own SQLite prints for a query, a line a row.
    func query(_ sql: String) -> [String] {
        let output = Tool.output(
            of: "/usr/bin/python3 -c \"import sqlite3; c = sqlite3.connect('\(path)'); "
                + "[print(*[v.hex() if isinstance(v, bytes) else v for v in r]) "
                + "for r in c.execute('''\(sql)''')]; c.commit()\"")
        return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
