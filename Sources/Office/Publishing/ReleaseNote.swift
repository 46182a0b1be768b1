package import Explaining
internal import Files
internal import JSONFields
package import Proofs
package import Register
internal import Wire

/// What was last released from a register, kept outside of it (Spec/register.md 4.1).
///
/// It says nothing of a person: numbers, and how many were cancelled of each day of issue.
package struct ReleaseNote: Equatable, Sendable {
    private static let format = "justificatif-release/1"
    /// 93 days take some 3 kB.
    private static let byteLimit = 65_536

    package let list: String
    package let epoch: UInt64
    package let sequence: UInt64
    package let issued: Instant
    /// SHA-256 of the payload.
    package let digest: [UInt8]
    /// How many it cancels, by day of issue.
    package let revoked: [Day: Int]

    package init(
        list: String, epoch: UInt64, sequence: UInt64, issued: Instant, digest: [UInt8],
        revoked: [Day: Int]
    ) {
        self.list = list
        self.epoch = epoch
        self.sequence = sequence
        self.issued = issued
        self.digest = digest
        self.revoked = revoked
    }

    /// Where the note is, beside a register; nil for one on a server, beside which nothing is.
    package static func path(besideRegister path: String) -> String? {
        ProofRegister.isOnServer(path) ? nil : "\(path).released.json"
    }

    /// Where the note is, beside a key, which may sign several lists.
    package static func path(besideKey path: String, list: String) -> String {
        "\(path).\(list).released.json"
    }

    /// The note at `path`; nil if there is none.
    ///
    /// Throws `FileFault` or `JSONFault` if it cannot be read.
    package static func read(_ path: String) throws -> ReleaseNote? {
        guard Folders.exists(path) else { return nil }
        let bytes = try FileReading.bytes(of: path, limit: byteLimit)
        return try ReleaseNote(json: JSONValue(parsing: bytes, from: path), at: path)
    }

    /// Writes the note, whole or not at all.
    package func write(to path: String) throws {
        try FileWriting.write(
            Array(JSONValue.object(object).page().utf8), to: path, mode: 0o600,
            existing: .replace)
    }

    private var object: JSONObject {
        [
            "format": .string(ReleaseNote.format), "list": .string(list),
            "epoch": .integer(Int64(clamping: epoch)),
            "sequence": .integer(Int64(clamping: sequence)), "issued": .string("\(issued)"),
            "payload_sha256": .string(Hexadecimal.encode(digest)),
            "revoked": .object(
                JSONObject(
                    revoked.map { (key: "\($0.key)", value: .integer(Int64($0.value))) })),
        ]
    }

    private init(json value: JSONValue, at place: String) throws(JSONFault) {
        var fields = try JSONFields(value, at: place)
        let format = try fields.text("format")
        list = try fields.text("list")
        let epoch = UInt64(exactly: try fields.integer("epoch"))
        let sequence = UInt64(exactly: try fields.integer("sequence"))
        let issued = Instant(try fields.text("issued"))
        let digest = Hexadecimal.decode(try fields.text("payload_sha256"))
        let counts = ReleaseNote.counts(fields.value("revoked"))
        try fields.finish()
        guard format == ReleaseNote.format, let epoch, let sequence, let issued, let digest,
            let counts
        else {
            throw JSONFault(
                place, "n’est pas la note d’une publication ; remettez celle d’origine",
                "is not the note of a publication; put the original back")
        }
        (self.epoch, self.sequence, self.issued) = (epoch, sequence, issued)
        (self.digest, revoked) = (digest, counts)
    }

    private static func counts(_ value: JSONValue?) -> [Day: Int]? {
        guard case .object(let members) = value else { return nil }
        var counts: [Day: Int] = [:]
        for (name, value) in members {
            guard let day = Day(name), case .integer(let number) = value,
                let count = Int(exactly: number), count >= 0
            else { return nil }
            counts[day] = count
        }
        return counts
    }

    /// Refuses to issue from a register that is behind this release: a backup was restored.
    package func check(_ register: ProofRegister) throws {
        try register.checkKnows(list, epoch: epoch, sequence: sequence, digest: digest)
    }
}

extension ProofRegister {
    /// Refuses a register that does not know a release of its list, whose payload has this digest.
    func checkKnows(_ list: String, epoch: UInt64, sequence: UInt64, digest: [UInt8]) throws {
        let last = try lastPublication()
        guard let last, last.list == list,
            (last.epoch, last.sequence) >= (epoch, sequence),
            (last.epoch, last.sequence) > (epoch, sequence) || last.digest == digest
        else {
            throw RegisterBehindRefusal(list: list, released: sequence, known: last?.sequence)
        }
    }
}

/// A register that knows less than what was published from it; nothing was issued.
package struct RegisterBehindRefusal: Explained, Equatable {
    package let list: String
    /// The sequence that was released.
    package let released: UInt64
    /// The newest sequence that the register knows; nil if it knows none.
    package let known: UInt64?

    package init(list: String, released: UInt64, known: UInt64?) {
        self.list = list
        self.released = released
        self.known = known
    }

    package var explanation: Explanation {
        let state = known.map {
            Wording("en est à la publication \($0)", "is at sequence \($0)")
        }
        return Explanation(
            "register-behind", .data,
            "la liste « \(list) » a été publiée sous le numéro \(released) et le registre "
                + "\(state?.french ?? "n’en connaît aucune publication") : une sauvegarde a été "
                + "restaurée ; annulez de nouveau ce qu’elle a perdu, puis publiez avec "
                + "--sequence \(released + 1) (Spec/register.md 5) ; rien n’a été établi",
            "the list \"\(list)\" was published with sequence \(released) and the register "
                + "\(state?.english ?? "knows no publication of it"): a backup was restored; "
                + "cancel again what it lost, then publish with --sequence \(released + 1) "
                + "(Spec/register.md 5); nothing was issued")
    }
}
