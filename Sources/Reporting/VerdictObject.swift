package import Explaining
package import JSONFields
internal import Lists
internal import Proofs
package import Verification

/// The one JSON object of a verdict (Spec/verdict.schema.json): the command line, the daemon and
/// whatever comes later print this and nothing else.
package enum VerdictObject {
    package static let format = "justificatif-verdict/1"

    /// `input` is what the caller calls the input; `simulated` says that `--at` set the instant.
    package static func json(
        _ verdict: Verdict, input: String, simulated: Bool, _ language: Language
    ) -> JSONValue {
        let words = VerdictWords(verdict, language)
        let proof = verdict.proof
        // In the order in which they are written, so that nothing has to be sorted.
        let members: [(key: String, value: JSONValue?)] = [
            ("advice", .string(words.advice)),
            ("checked_at", .string(verdict.checkedAt.description)),
            ("claims", proof.map { ClaimsObject.json($0.justificatif.claims) }),
            ("expires", proof.map { .string($0.justificatif.expires.description) }),
            ("family", .string(verdict.code.family.rawValue)),
            ("format", .string(format)),
            ("headline", .string(words.headline)),
            ("input", .string(input)),
            ("issued", proof.map { .string($0.justificatif.issued.description) }),
            ("issuer", proof.map { .string($0.issuer.name) }),
            ("last_day", proof.map { .string($0.justificatif.lastDay.description) }),
            ("lists", verdict.lists.map(listsObject)),
            ("reason", verdict.reason.map { .string($0) }),
            ("reference", proof.map { .string($0.reference.description) }),
            ("simulated", simulated ? .bool(true) : nil),
            ("verdict", .string(verdict.code.rawValue)),
        ]
        return .object(
            JSONObject(
                members.lazy.compactMap { key, value in value.map { (key: key, value: $0) } }))
    }

    private static func listsObject(_ lists: ListsUsed) -> JSONValue {
        var fields: JSONObject = [
            "issued": .string(lists.oldest.description),
            "trust_sequence": .integer(Int64(clamping: lists.trustSequence)),
        ]
        if let sequence = lists.revocationSequence, let issued = lists.revocationIssued {
            fields["trust_issued"] = .string(lists.trustIssued.description)
            fields["revocation_sequence"] = .integer(Int64(clamping: sequence))
            fields["revocation_issued"] = .string(issued.description)
        }
        return .object(fields)
    }

    /// The object of an input that could not be opened: an error and no verdict.
    package static func json(input: String, errorCode: String, message: String) -> JSONValue {
        .object([
            "format": .string(format),
            "input": .string(input),
            "error": .object(["code": .string(errorCode), "message": .string(message)]),
        ])
    }
}

extension VerdictObject {
    /// The object of an input with the objects of its justificatifs in `codes`, each with the page
    /// it is on, in order (Spec/verdicts.md 3); without `codes` the object of a single verdict.
    package static func json(
        _ verdict: Verdict, codes: [(page: Int, verdict: Verdict)]?, input: String, simulated: Bool,
        _ language: Language
    ) -> JSONValue {
        let whole = json(verdict, input: input, simulated: simulated, language)
        guard let codes, case .object(var fields) = whole else { return whole }
        fields["codes"] = .array(
            codes.map { code in
                let one = json(code.verdict, input: input, simulated: simulated, language)
                guard case .object(var fields) = one else { return one }
                fields["page"] = .integer(Int64(code.page))
                return .object(fields)
            })
        return .object(fields)
    }
}

/// How the name of an input is written in a verdict (Spec/verdicts.md 3).
package enum InputName {
    /// The name of a file, which is bytes: those that are not UTF-8 are percent-encoded.
    package static func text(_ name: [UInt8]) -> String {
        var text = ""
        var rest = name[...]
        while !rest.isEmpty {
            let valid = longestText(rest)
            text += String(decoding: rest.prefix(valid), as: UTF8.self)
            rest = rest.dropFirst(valid)
            guard let byte = rest.popFirst() else { break }
            let digits = String(byte, radix: 16, uppercase: true)
            text += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
        }
        return text
    }

    /// How many bytes at the beginning are UTF-8.
    private static func longestText(_ bytes: ArraySlice<UInt8>) -> Int {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var count = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            count += UTF8.width(scalar)
        }
        return count
    }
}
