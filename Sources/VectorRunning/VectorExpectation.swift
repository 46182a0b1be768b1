package import Explaining
package import JSONFields
internal import Verification

/// What every verifier answers to a vector, and how an answer differs from it.
package struct VectorExpectation {
    /// One thing that an answer says otherwise.
    package struct Difference: Equatable, Sendable {
        /// Which part of the answer: `verdict`, `steps[1].state`.
        package let what: String
        package let expected: Wording
        package let answered: Wording
    }

    /// How closely an answer is looked at.
    package struct Strictness: Sendable {
        /// Reasons too: a verifier may find another fault first.
        package var reasons: Bool
        /// Nothing that may be left out is left out.
        package var complete: Bool

        package init(reasons: Bool, complete: Bool) {
            self.reasons = reasons
            self.complete = complete
        }
    }

    /// Header key and field of an answer.
    static let intermediates = [
        "token", "to-be-signed", "fingerprint", "reference", "issuer", "issued", "last-day",
        "claims",
    ].map { (header: $0, field: $0.replacing("-", with: "_")) }

    /// Fields of an answer that show what was stated: where the file has none of them, Spec has
    /// nothing shown beside the verdict (Spec/verdicts.md 1).
    private static let statements: Set = ["reference", "issuer", "issued", "last_day", "claims"]

    private let file: VectorFile
    private let strictness: Strictness
    private var differences: [Difference] = []

    /// Everything in which `answer`, to the question of `file`, is not as expected.
    ///
    /// Throws `VectorFault` when the vector itself cannot be compared with anything.
    package static func differences(
        of answer: JSONValue, from file: VectorFile, _ strictness: Strictness
    ) throws -> [Difference] {
        guard case .object(let fields) = answer else {
            let expected = Wording("un objet", "an object")
            return [Difference(what: "answer", expected: expected, answered: shown(answer))]
        }
        var expectation = VectorExpectation(file: file, strictness: strictness)
        switch file.kind {
        case .verdict: try expectation.compareVerdict(fields)
        case .adoption: try expectation.compareSteps(fields)
        case .base32, .folding, .reference, .roots, .signature, .coding, .hashing:
            try expectation.compareSmall(fields)
        }
        return expectation.differences
    }

    private init(file: VectorFile, strictness: Strictness) {
        self.file = file
        self.strictness = strictness
    }

    private mutating func compareVerdict(_ fields: JSONObject) throws {
        let verdict = try file.only("expect")
        compare("verdict", .string(verdict), fields["verdict"])
        let reason = word(fields["reason"])
        let expected = file.optional("reason").map { JSONValue.string($0) }
        // Where Spec leaves open which of several faults is met first, so does the vector.
        let open = [VerdictCode.malformed, .unreadable].map(\.rawValue)
        let isOpen = open.contains(verdict) && expected == nil
        if strictness.reasons, !isOpen, reason != nil || strictness.complete {
            compare("reason", expected, reason)
        }
        for (header, field) in VectorExpectation.intermediates {
            guard let text = file.optional(header) else {
                let mayShow = !VectorExpectation.statements.contains(field)
                if !mayShow { compare(field, nil, fields[field]) }
                continue
            }
            let value = header == "claims" ? try parsed(text) : .string(text)
            compareOptional(field, value, fields[field])
        }
    }

    /// `key-order@87` is `key-order`: where a fault is, verifiers may tell differently.
    private func word(_ reason: JSONValue?) -> JSONValue? {
        guard case .string(let text) = reason else { return reason }
        return .string(String(text.prefix { $0 != "@" }))
    }

    private mutating func compareSteps(_ fields: JSONObject) throws {
        let answers = file.all("answers")
        let states = file.all("state")
        guard answers.count == file.all("step").count, states.count == answers.count + 1 else {
            throw VectorFault(
                file.name, "étapes, réponses et états ne vont pas ensemble",
                "steps, answers and states do not go together")
        }
        guard case .array(let steps) = fields["steps"], steps.count == answers.count else {
            compare("steps", .string("\(answers.count) steps"), fields["steps"])
            return
        }
        for (index, step) in steps.enumerated() {
            guard case .object(let step) = step else {
                compare("steps[\(index)]", .string("an object"), step)
                continue
            }
            let words = answers[index].split(separator: " ").map { JSONValue.string(String($0)) }
            compare("steps[\(index)].answers", .array(words), step["answers"])
            compareOptional("steps[\(index)].state", try parsed(states[index + 1]), step["state"])
        }
    }

    private mutating func compareSmall(_ fields: JSONObject) throws {
        let expected = try file.only("expect")
        compare("answer", .string(expected), fields["answer"])
        guard expected == "valid" else { return }
        switch file.kind {
        case .base32: compare("bytes", .string(try file.only("bytes")), fields["bytes"])
        case .folding: compare("folded", .string(try file.only("folded")), fields["folded"])
        case .reference:
            compare("reference", .string(try file.only("reference")), fields["reference"])
        case .roots:
            compare("fingerprint", .string(try file.only("fingerprint")), fields["fingerprint"])
        case .coding:
            compare("values", .array(try numbers(try file.only("values"))), fields["values"])
        case .hashing:
            compare("value", try numbers(try file.only("value")).first, fields["value"])
        case .verdict, .adoption, .signature: break
        }
    }

    private func numbers(_ line: String) throws(VectorFault) -> [JSONValue] {
        var numbers: [JSONValue] = []
        for word in line.split(separator: " ") {
            guard let number = Int64(word) else {
                throw VectorFault(
                    file.name, "« \(word) » n’est pas un nombre",
                    "\"\(word)\" is no number")
            }
            numbers.append(.integer(number))
        }
        return numbers
    }

    private func parsed(_ text: String) throws -> JSONValue {
        try JSONValue(parsing: Array(text.utf8), from: file.name)
    }

    private mutating func compareOptional(
        _ what: String, _ expected: JSONValue, _ answered: JSONValue?
    ) {
        if answered != nil || strictness.complete { compare(what, expected, answered) }
    }

    private mutating func compare(
        _ what: String, _ expected: JSONValue?, _ answered: JSONValue?
    ) {
        // By bytes: `==` of texts takes another form of the same letters for the same.
        let (wanted, found) = (VectorExpectation.line(expected), VectorExpectation.line(answered))
        guard !wanted.elementsEqual(found) else { return }
        differences.append(
            Difference(
                what: what, expected: VectorExpectation.shown(expected),
                answered: VectorExpectation.shown(answered)))
    }

    private static func line(_ value: JSONValue?) -> String.UTF8View {
        (value?.line() ?? "").utf8
    }

    private static func shown(_ value: JSONValue?) -> Wording {
        switch value {
        case .none: Wording("rien", "nothing")
        case .string(let text): Wording(text, text)
        case .some(let other): Wording(other.line(), other.line())
        }
    }
}
