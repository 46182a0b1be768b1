import DataSources
import Explaining
import FoundationEssentials
import Issuing
import JSONFields
import Proofs
import Testing

/// Files the tests read: this project's own samples, and the shared test data where it is there.
enum Sample {
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let shared = tests.deletingLastPathComponent()
        .appending(path: "../shared/data", directoryHint: .isDirectory)

    static let now = Instant(seconds: 1_793_611_800)  // 2026-11-02T09:30:00Z

    static func json(_ name: String) throws -> JSONValue {
        try parse(Data(contentsOf: tests.appending(path: "Samples/\(name).json")), name)
    }

    static func text(_ name: String) throws -> String {
        String(
            decoding: try Data(contentsOf: tests.appending(path: "Samples/\(name)")), as: UTF8.self)
    }

    static var hasShared: Bool {
        (try? Data(contentsOf: shared.appending(path: "pivot-identities.csv"))) != nil
    }

    static func sharedAnswer(_ name: String) throws -> JSONValue {
        try parse(Data(contentsOf: shared.appending(path: "answers/\(name).json")), name)
    }

    static func sharedText(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: shared.appending(path: name)), as: UTF8.self)
    }

    static func parse(_ text: String) throws -> JSONValue {
        try JSONValue(parsing: Array(text.utf8), from: "test")
    }

    private static func parse(_ data: Data, _ name: String) throws -> JSONValue {
        try JSONValue(parsing: Array(data), from: name)
    }

    /// `{"name": value, ...}` with some members replaced, added, or (nil) removed.
    static func changing(
        _ value: JSONValue, _ changes: [String: JSONValue?]
    ) throws -> JSONValue {
        guard case .object(var members) = value else {
            throw JSONFault("sample", "pas un objet", "not an object")
        }
        for (name, change) in changes { members[name] = change }
        return .object(members)
    }

    static func evidence(
        _ answer: JSONValue, _ kind: JustificatifKind, identity: JSONValue? = nil,
        disclose: String? = nil, at now: Instant = now
    ) throws -> Evidence {
        try Evidence(
            answer: Answer(json: answer, kind: kind, at: "answer.json"),
            identity: PivotIdentity(json: identity ?? json("identity"), at: "identity.json"),
            disclosure: try disclose.map { try Disclosure(parsing: $0, for: kind) }
                ?? Disclosure(for: kind),
            scale: Scale(json: json("scale"), at: "scale.json"), recipient: nil, fetchedAt: now,
            now: now)
    }
}
