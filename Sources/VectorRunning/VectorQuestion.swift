package import JSONFields
internal import Wire

/// What a verifier is asked: one line of the protocol (Vectors/README.md 3).
package enum VectorQuestion {
    /// `material` gives the bytes of a file of `Vectors/material/`.
    package static func json(
        _ file: VectorFile, _ material: (String) throws -> [UInt8]
    ) throws -> JSONValue {
        var fields: JSONObject = [
            "case": .string(file.name), "kind": .string(file.kind.rawValue),
        ]
        switch file.kind {
        case .verdict: try addVerdict(to: &fields, file, material)
        case .adoption: try addSteps(to: &fields, file, material)
        case .base32, .folding, .reference, .roots:
            fields["payload"] = hexadecimal(file.payload)
        case .signature: try addTexts(["key", "message", "signature"], to: &fields, file)
        case .coding:
            try addTexts(["bits"], to: &fields, file)
            try addNumbers(["width", "count", "parameter"], to: &fields, file)
        case .hashing:
            try addTexts(["fingerprint"], to: &fields, file)
            try addNumbers(["day", "seed", "width"], to: &fields, file)
        }
        return .object(fields)
    }

    private static func addVerdict(
        to fields: inout JSONObject, _ file: VectorFile,
        _ material: (String) throws -> [UInt8]
    ) throws {
        try addTexts(["input", "installed", "now"], to: &fields, file)
        if let observed = file.optional("observed") { fields["observed"] = .string(observed) }
        let names = try file.only("lists")
        fields["lists"] = .array(
            try names == "none"
                ? [] : names.split(separator: " ").map { hexadecimal(try material(String($0))) })
        fields["roots"] = hexadecimal(try material(try file.only("roots")))
        fields["recipients"] = .array(file.all("recipient").map { .string($0) })
        fields["payload"] = hexadecimal(file.payload)
    }

    private static func addSteps(
        to fields: inout JSONObject, _ file: VectorFile,
        _ material: (String) throws -> [UInt8]
    ) throws {
        fields["roots"] = hexadecimal(try material(try file.only("roots")))
        fields["steps"] = .array(
            try file.all("step").map { line in
                let words = line.split(separator: " ").map(String.init)
                guard words.count >= 2 else {
                    throw VectorFault(
                        file.name, "step : « \(line) » n’a pas d’instant",
                        "step: \"\(line)\" has no instant")
                }
                let files = try words[2...].map {
                    hexadecimal(try $0 == "payload" ? file.payload : material($0))
                }
                var step: JSONObject = ["do": .string(words[0]), "at": .string(words[1])]
                switch (words[0], files.count) {
                case ("install", 1...): step["files"] = .array(files)
                case ("judge", 1): step["text"] = files[0]
                case ("clock", 0), ("accept", 0): break
                default:
                    throw VectorFault(
                        file.name, "step : « \(line) » est inconnu",
                        "step: \"\(line)\" is unknown")
                }
                return .object(step)
            })
    }

    private static func addTexts(
        _ keys: [String], to fields: inout JSONObject, _ file: VectorFile
    ) throws {
        for key in keys { fields[key] = .string(try file.only(key)) }
    }

    private static func addNumbers(
        _ keys: [String], to fields: inout JSONObject, _ file: VectorFile
    ) throws {
        for key in keys {
            guard let number = Int64(try file.only(key)) else {
                throw VectorFault(
                    file.name, "« \(key) » n’est pas un nombre", "\"\(key)\" is no number")
            }
            fields[key] = .integer(number)
        }
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> JSONValue {
        .string(Hexadecimal.encode(bytes))
    }
}
