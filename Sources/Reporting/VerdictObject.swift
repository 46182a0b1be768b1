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
        var fields: JSONObject = [
            "format": .string(format),
            "input": .string(input),
            "verdict": .string(verdict.code.rawValue),
            "family": .string(verdict.code.family.rawValue),
            "headline": .string(words.headline),
            "advice": .string(words.advice),
            "checked_at": .string(verdict.checkedAt.description),
        ]
        fields["reason"] = verdict.reason.map { .string($0) }
        fields["simulated"] = simulated ? .bool(true) : nil
        fields["lists"] = verdict.lists.map(listsObject)
        if let proof = verdict.proof {
            fields["issuer"] = .string(proof.issuer.name)
            fields["issued"] = .string(proof.justificatif.issued.description)
            fields["expires"] = .string(proof.justificatif.expires.description)
            fields["last_day"] = .string(proof.justificatif.lastDay.description)
            fields["claims"] = ClaimsObject.json(proof.justificatif.claims)
            fields["reference"] = .string(proof.reference.description)
        }
        return .object(fields)
    }

    private static func listsObject(_ lists: ListsUsed) -> JSONValue {
        var fields: JSONObject = [
            "trust_sequence": .integer(Int64(clamping: lists.trustSequence)),
            "issued": .string(lists.oldest.description),
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
