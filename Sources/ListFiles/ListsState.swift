internal import JSONFields
internal import Lists
internal import Wire

/// `state.json`: which files of the folder are in force, and the marks behind which nothing goes
/// (Spec/lists.md 6.2).
///
/// Renaming a new one over it is what makes new lists count, all at once.
struct ListsState: Equatable {
    static let format = "justificatif-lists/1"

    var chain: String?
    var trust: String?
    /// By the id of the list.
    var revocations: [String: String] = [:]
    var marks = HighWaterMarks()

    /// Every file it names.
    var files: Set<String> {
        Set([chain, trust].compactMap { $0 }).union(revocations.values)
    }

    /// Reads the text of the file; `place` is what an error calls it.
    init(reading bytes: [UInt8], from place: String) throws(JSONFault) {
        var fields = try JSONFields(JSONValue(parsing: bytes, from: place), at: place)
        guard try fields.text("format") == ListsState.format else {
            throw fields.fault(
                "format", "n’est pas \(ListsState.format)", "is not \(ListsState.format)")
        }
        chain = try ListsState.name("roots", &fields)
        if var entry = try fields.optionalFields("trust") {
            trust = try ListsState.name("file", &entry)
            marks.trust = try ListsState.mark(&entry, epoch: false)
            try entry.finish()
        }
        for (index, item) in try fields.list("revocations").enumerated() {
            var entry = try JSONFields(item, at: "\(place): revocations[\(index)]")
            let identifier = try entry.text("id")
            revocations[identifier] = try ListsState.name("file", &entry)
            marks.revocations[identifier] = try ListsState.mark(&entry, epoch: true)
            try entry.finish()
        }
        try fields.finish()
    }

    init() {}

    /// The text of the file.
    func text() -> String {
        var fields: JSONObject = ["format": .string(ListsState.format)]
        fields["roots"] = chain.map { .string($0) }
        fields["trust"] = marks.trust.map {
            .object(ListsState.entry($0, file: trust, epoch: false))
        }
        let entries = marks.revocations.sorted { $0.key < $1.key }.map { identifier, mark in
            var entry = ListsState.entry(mark, file: revocations[identifier], epoch: true)
            entry["id"] = .string(identifier)
            return JSONValue.object(entry)
        }
        fields["revocations"] = .array(entries)
        return JSONValue.object(fields).page()
    }

    /// Numbers are texts: they go beyond what every JSON reader takes.
    private static func entry(
        _ mark: HighWaterMarks.Mark, file: String?, epoch: Bool
    ) -> JSONObject {
        var entry: JSONObject = [
            "sequence": .string(String(mark.sequence)),
            "content": .string(Hexadecimal.encode(mark.content.bytes)),
        ]
        entry["epoch"] = epoch ? .string(String(mark.epoch)) : nil
        entry["file"] = file.map { .string($0) }
        return entry
    }

    private static func mark(
        _ fields: inout JSONFields, epoch: Bool
    ) throws(JSONFault) -> HighWaterMarks.Mark {
        guard let sequence = UInt64(try fields.text("sequence")) else {
            throw fields.fault("sequence", "n’est pas un nombre", "is not a number")
        }
        guard let number = UInt64(epoch ? try fields.text("epoch") : "0") else {
            throw fields.fault("epoch", "n’est pas un nombre", "is not a number")
        }
        guard let bytes = Hexadecimal.decode(try fields.text("content")),
            let content = Digest(bytes)
        else {
            throw fields.fault(
                "content", "n’a pas 64 chiffres hexadécimaux", "is not 64 hexadecimal digits")
        }
        return HighWaterMarks.Mark(epoch: number, sequence: sequence, content: content)
    }

    /// A name this program gives: never one that leads out of the folder.
    private static func name(
        _ field: String, _ fields: inout JSONFields
    ) throws(JSONFault) -> String? {
        guard let name = try fields.optionalText(field) else { return nil }
        guard ListFileName.isOurs(name) else {
            throw fields.fault(
                field, "n’est pas un nom que donne « lists install »",
                "is not a name that \"lists install\" gives")
        }
        return name
    }
}
