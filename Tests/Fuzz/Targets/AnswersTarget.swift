import DataSources
import Issuing
import JSONFields

/// Answers of data APIs, identities, and the object that holds both.
enum AnswersTarget: FuzzTarget {
    static let name = "answers"

    static func examine(_ input: [UInt8]) throws {
        guard let value = try? JSONValue(parsing: input, from: "answer") else { return }
        for kind in JustificatifKind.allCases {
            _ = try? Answer(json: value, kind: kind, at: "answer")
        }
        _ = try? PivotIdentity(json: value, at: "identity")
        _ = try? Scale(json: value, at: "scale")
        guard let both = try? EvidenceInput(json: value, at: "both") else { return }
        _ = try? PivotIdentity(json: both.identity, at: "identity")
    }
}
