import Testing

/// A rule of the house, and what to do instead of what it forbids.
struct HouseRule: CustomTestStringConvertible, Sendable {
    let name: String
    let advice: String
    /// Places in a file that break it, counted from 0.
    let offences: @Sendable (SwiftSource) -> [Int]

    var testDescription: String { name }

    /// A rule about single lines; only those with one of the `signs` are looked at closely.
    init(
        _ name: String, _ advice: String, in part: Part = .code, signs: [String],
        _ isOffence: @escaping @Sendable (String) -> Bool = { _ in true }
    ) {
        self.name = name
        self.advice = advice
        offences = { source in
            let lines =
                switch part {
                case .code: source.code
                case .comments: source.comments
                case .everything: source.lines
                }
            return lines.indices.filter { index in
                signs.contains { lines[index].contains($0) } && isOffence(lines[index])
            }
        }
    }

    init(
        _ name: String, _ advice: String, offences: @escaping @Sendable (SwiftSource) -> [Int]
    ) {
        self.name = name
        self.advice = advice
        self.offences = offences
    }

    enum Part: Sendable { case code, comments, everything }

    static let columnLimit = 100
    static let fileLimit = 300
    static let functionLimit = 60

    static let everywhere: [HouseRule] = [
        HouseRule("try!", "throw, or answer with a value", signs: ["try!"]),
        HouseRule("as!", "use `as?` and say what is wrong", signs: [" as!"]),
        HouseRule(
            "fatalError", "throw, or preconditionFailure for what cannot happen",
            signs: ["fatalError("]),
        HouseRule(
            "wrong usage", "throw a Failure from `run`: it has a code, and the person's language",
            signs: ["ValidationError("]),
        HouseRule("force unwrap", "use `guard let` or `??`", signs: ["!"]) {
            $0.replacing(/\b(try|as)!/, with: "").contains(/[A-Za-z0-9_)\]}"]!(?!=)/)
        },
        HouseRule(
            "unfinished", "do it, or leave it out", in: .everything,
            signs: ["TODO", "FIXME", "XXX", "HACK"]
        ) { $0.contains(/\b(TODO|FIXME|XXX|HACK)\b/) },
        HouseRule("code in a comment", "delete it; history keeps it", in: .comments, signs: ["//"])
        {
            $0.contains(/^\s*\/\/(?!\/)/)
                && $0.contains(/\/\/ *(let|var|func|import|guard|return|try|if) .*[={(]|[;{}]\s*$/)
        },
        HouseRule(
            "C module", "write `internal import`: only this room knows the C library",
            signs: ["import"]
        ) {
            $0.contains(/\bimport +(\w+ +)?C[A-Z]\w*/) && !$0.contains(/^\s*internal\s+import\b/)
        },
        HouseRule(
            "width", "break the line before column \(columnLimit)",
            offences: { source in
                source.lines.indices.filter { source.lines[$0].count > columnLimit }
            }),
        HouseRule(
            "file length", "split the file by its ideas; \(fileLimit) lines at most",
            offences: { $0.lines.count > fileLimit ? [fileLimit] : [] }),
        HouseRule(
            "default over an enum", "list the other cases, so that the compiler asks for a new one",
            offences: { OpenSwitch.defaults(in: $0) }),
        HouseRule(
            "function length", "name a part of it; \(functionLimit) lines at most",
            offences: { FunctionLength.tooLong($0, limit: functionLimit) }),
        HouseRule(
            "file name", "name the file for a type in it, an extension Type+Topic",
            offences: FileName.offences),
        HouseRule(
            "documentation", "say above it what it is or returns, in units, and what it throws",
            offences: Documentation.missing),
    ]
}
