internal import Explaining

/// The fields of one JSON object, read one by one and each by its type.
///
/// Reading a field marks it as known. `finish` then refuses what nobody asked for and proposes
/// the nearest known name, so that a misspelt field is an error and not a silent default.
package struct JSONFields {
    /// The place of the object, as an error names it: `trust.json: issuers[2]`.
    package let place: String
    private let values: JSONObject
    private var known: [String] = []

    /// Takes the fields of an object; `place` begins every message.
    ///
    /// Throws `JSONFault` if the value is not an object.
    package init(_ value: JSONValue, at place: String) throws(JSONFault) {
        guard case .object(let values) = value else {
            throw JSONFault(
                place, "\(value.kind.french) au lieu d’un objet { }",
                "\(value.kind.english) where an object { } is expected")
        }
        self.values = values
        self.place = place
    }

    /// Whether the field is there and not null.
    package func has(_ name: String) -> Bool {
        if case .none = values[name] { return false }
        return values[name] != .null
    }

    /// Whether the field is written at all, even as null: "known to be nothing" is not "not told".
    package func mentions(_ name: String) -> Bool { values[name] != nil }

    /// The value as it is, nil when absent or null.
    package mutating func value(_ name: String) -> JSONValue? {
        if !known.contains(name) { known.append(name) }
        return has(name) ? values[name] : nil
    }

    /// The text of a field; throws `JSONFault` if it is missing or something else.
    package mutating func text(_ name: String) throws(JSONFault) -> String {
        try required(name, try optionalText(name))
    }

    /// The text of a field, nil if it is missing; throws `JSONFault` if it is something else.
    package mutating func optionalText(_ name: String) throws(JSONFault) -> String? {
        switch value(name) {
        case .none: return nil
        case .string(let text): return text
        case .some(let other): throw mismatch(name, other, Wording("d’un texte", "text"))
        }
    }

    /// The whole number of a field; throws `JSONFault` if it is missing or something else.
    package mutating func integer(_ name: String) throws(JSONFault) -> Int64 {
        try required(name, try optionalInteger(name))
    }

    /// The whole number of a field, nil if missing; throws `JSONFault` if it is something else.
    package mutating func optionalInteger(_ name: String) throws(JSONFault) -> Int64? {
        switch value(name) {
        case .none: return nil
        case .integer(let number): return number
        case .some(let other):
            throw mismatch(name, other, Wording("d’un nombre entier", "a whole number"))
        }
    }

    /// The `true` or `false` of a field, nil if it is missing; throws `JSONFault` if it is neither.
    package mutating func optionalBool(_ name: String) throws(JSONFault) -> Bool? {
        switch value(name) {
        case .none: return nil
        case .bool(let flag): return flag
        case .some(let other):
            throw mismatch(name, other, Wording("de true ou false", "true or false"))
        }
    }

    /// A list; empty when the field is absent.
    package mutating func list(_ name: String) throws(JSONFault) -> [JSONValue] {
        switch value(name) {
        case .none: return []
        case .array(let items): return items
        case .some(let other): throw mismatch(name, other, Wording("d’une liste [ ]", "a list [ ]"))
        }
    }

    /// The texts of a list; throws `JSONFault` if it is missing or an item is not a text.
    package mutating func texts(_ name: String) throws(JSONFault) -> [String] {
        var texts: [String] = []
        for (index, item) in try list(name).enumerated() {
            guard case .string(let text) = item else {
                throw mismatch("\(name)[\(index)]", item, Wording("d’un texte", "text"))
            }
            texts.append(text)
        }
        return texts
    }

    /// The fields of an object inside this one; nil when absent or null.
    package mutating func optionalFields(_ name: String) throws(JSONFault) -> JSONFields? {
        guard let value = value(name) else { return nil }
        return try JSONFields(value, at: "\(place): \(name)")
    }

    /// The object of a field; throws `JSONFault` if it is missing or not an object.
    package mutating func fields(_ name: String) throws(JSONFault) -> JSONFields {
        try required(name, try optionalFields(name))
    }

    /// An error about one field of this object.
    package func fault(_ name: String, _ french: String, _ english: String) -> JSONFault {
        JSONFault("\(place): \(name)", french, english)
    }

    /// Refuses a field that was never read.
    ///
    /// `others` are names that would also be allowed.
    package func finish(allowing others: [String] = []) throws(JSONFault) {
        let names = known + others
        guard let unknown = values.names.first(where: { !names.contains($0) }) else { return }
        guard let nearest = NearestName.of(unknown, among: names.sorted()) else {
            throw JSONFault(
                place, code: "unknown-field", "champ inconnu « \(unknown) »",
                "unknown field \"\(unknown)\"")
        }
        throw JSONFault(
            place, code: "unknown-field",
            "champ inconnu « \(unknown) » ; vouliez-vous dire « \(nearest) » ?",
            "unknown field \"\(unknown)\"; did you mean \"\(nearest)\"?")
    }

    private func required<Value>(_ name: String, _ value: Value?) throws(JSONFault) -> Value {
        guard let value else { throw missing(name) }
        return value
    }

    /// The error about a field that must be there.
    package func missing(_ name: String) -> JSONFault {
        JSONFault(
            place, code: "missing-field", "le champ « \(name) » manque",
            "field \"\(name)\" is missing")
    }

    private func mismatch(_ name: String, _ value: JSONValue, _ wanted: Wording) -> JSONFault {
        fault(
            name, "\(value.kind.french) au lieu \(wanted.french)",
            "\(value.kind.english) where \(wanted.english) is expected")
    }
}

/// Finds what a person meant by a misspelt name.
package enum NearestName {
    /// The known name that takes the fewest edits to reach, nil when none is near.
    package static func of(_ name: String, among names: [String]) -> String? {
        let near = names.map { (name: $0, edits: edits(name, $0)) }.min { $0.edits < $1.edits }
        guard let near, near.edits <= max(2, name.count / 3) else { return nil }
        return near.name
    }

    /// Levenshtein's distance.
    ///
    /// Only the first 64 characters count.
    private static func edits(_ first: String, _ second: String) -> Int {
        let (first, second) = (Array(first.prefix(64)), Array(second.prefix(64)))
        var row = Array(0...second.count)
        for (i, left) in first.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, right) in second.enumerated() {
                let substituted = diagonal + (left == right ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[second.count]
    }
}
