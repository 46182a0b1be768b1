internal import ArgumentParser
internal import Console
internal import DataSources
internal import Files
internal import Issuing
internal import JSONFields
internal import Office
internal import Proofs

extension JustificatifKind: ExpressibleByArgument {}

/// Where the facts come from: claims written by hand, many of them, or a data body's answer.
struct ClaimsSource: ParsableArguments {
    @Option(help: ArgumentHelp("Claims by the names of Spec/claims.csv, or -.", valueName: "file"))
    var claims: String?

    @Option(help: ArgumentHelp("Claims, one object a line.", valueName: "file.jsonl"))
    var batch: String?

    @Option(help: ArgumentHelp("What the answer is about.", valueName: "kind"))
    var kind: JustificatifKind?

    @Option(help: ArgumentHelp("The data body's answer.", valueName: "file"))
    var answer: String?

    @Option(help: ArgumentHelp("The FranceConnect identity of the citizen.", valueName: "file"))
    var identity: String?

    @Option(
        help: ArgumentHelp(
            "{\"answer\": ..., \"identity\": ...} in one file, or -, instead of the two.",
            valueName: "file"))
    var input: String?

    @Option(
        help: ArgumentHelp(
            "When the answer was received; now if not given. After 15 minutes it is refused.",
            valueName: "instant"))
    var fetchedAt: String?

    @Option(
        help: ArgumentHelp(
            "What to show of the answer: label[=bound],... by the names of Spec/claims.csv.",
            valueName: "labels"))
    var disclose: String?

    @Option(
        help: ArgumentHelp("The published scale that bounds are taken from.", valueName: "file"))
    var scale: String?

    func validate() throws {
        let given = [claims, batch, answer ?? identity ?? input].compactMap { $0 }.count
        guard given == 1 else {
            throw ValidationError(
                "Give one of --claims, --batch, or --kind with --answer and --identity.")
        }
        guard claims == nil && batch == nil || kind == nil && disclose == nil && scale == nil else {
            throw ValidationError("--kind, --disclose and --scale go with --answer.")
        }
        guard claims != nil || batch != nil || kind != nil else {
            throw ValidationError("--answer needs --kind.")
        }
        guard (answer == nil) == (identity == nil), answer == nil || input == nil else {
            throw ValidationError("Give --answer and --identity together, or --input alone.")
        }
    }

    func request(_ terms: Terms, now: Instant) throws -> IssueRequest {
        if let claims {
            let place = claims == "-" ? "standard input" : claims
            return try ClaimsSource.request(ofClaims: json(claims), at: place, terms, now: now)
        }
        let evidence = try evidence(terms, now: now)
        return IssueRequest(
            claims: evidence.claims, issued: now.day,
            lastDay: try terms.lastDay { try evidence.usualLastDay(issued: now.day) })
    }

    /// The request of claims written by hand; `place` is what an error calls them.
    static func request(
        ofClaims json: JSONValue, at place: String, _ terms: Terms, now: Instant
    ) throws -> IssueRequest {
        var claims = try Claims(json: json, at: place)
        if let recipient = try terms.recipientClaim() { claims[.recipient] = .recipient(recipient) }
        return IssueRequest(
            claims: claims, issued: now.day,
            lastDay: try terms.lastDay { try claims.usualLastDay(issued: now.day) })
    }

    private func evidence(_ terms: Terms, now: Instant) throws -> Evidence {
        guard let kind else { throw Failure(.refused, "--answer needs --kind") }
        let (answerJSON, identityJSON) = try evidenceInput()
        let scale = try scale.map { try Scale(json: json($0), at: $0) }
        let disclosure = try disclose.map { try Disclosure(parsing: $0, for: kind) }
        return try Evidence(
            answer: Answer(json: answerJSON, kind: kind, at: answer ?? "answer"),
            identity: PivotIdentity(json: identityJSON, at: identity ?? "identity"),
            disclosure: disclosure ?? Disclosure(for: kind), scale: scale,
            recipient: terms.recipientClaim(),
            fetchedAt: fetchedAt.map { try Moment.parse($0, option: "--fetched-at") } ?? now,
            now: now)
    }

    private func evidenceInput() throws -> (answer: JSONValue, identity: JSONValue) {
        if let answer, let identity { return (try json(answer), try json(identity)) }
        let both = try EvidenceInput(json: json(input ?? "-"), at: input ?? "-")
        return (both.answer, both.identity)
    }

    private func json(_ path: String) throws -> JSONValue {
        let bytes = try FileReading.bytes(ofInput: path, limit: JSONValue.byteLimit)
        return try JSONValue(parsing: bytes, from: path == "-" ? "standard input" : path)
    }
}
