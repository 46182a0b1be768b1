internal import ArgumentParser
internal import Console
internal import DataSources
internal import Explaining
internal import Issuing
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

    /// Refuses options of several sources, and of none.
    func check(isDryRun: Bool) throws(Failure) {
        guard !isDryRun || batch == nil else {
            throw Failure(
                "dry-run-or-batch", .data, "--dry-run et --batch s’excluent",
                "--dry-run and --batch exclude each other")
        }
        guard [claims, batch, answer ?? identity ?? input].compactMap(\.self).count == 1 else {
            throw Failure(
                "source", .data,
                "donnez --claims, ou --batch, ou --kind avec --answer et --identity",
                "give one of --claims, --batch, or --kind with --answer and --identity")
        }
        guard claims == nil && batch == nil || kind == nil && disclose == nil && scale == nil else {
            throw Failure(
                "answer-option", .data, "--kind, --disclose et --scale vont avec --answer",
                "--kind, --disclose and --scale go with --answer")
        }
        guard (answer == nil) == (identity == nil), answer == nil || input == nil else {
            throw Failure(
                "answer-and-identity", .data,
                "donnez ensemble --answer et --identity, ou seulement --input",
                "give --answer and --identity together, or --input alone")
        }
    }

    func request(_ terms: IssueTerms, _ lang: Language) throws -> IssueRequest {
        if let claims { return try IssueRequest(claims: JSONInput(reading: claims), terms) }
        guard let kind else {
            throw Failure("kind", .data, "--answer demande aussi --kind", "--answer needs --kind")
        }
        let (answer, identity) = try evidence()
        let request = try IssueRequest(
            EvidenceRequest(
                kind: kind, answer: answer, identity: identity, disclose: disclose,
                scale: scale.map { try JSONInput(reading: $0) },
                fetchedAt: fetchedAt.map { try Moment.parse($0, option: "--fetched-at") }),
            terms)
        if request.couldShowUsageName {
            Terminal.note(
                lang(
                    "l’identité a un nom d’usage, qui n’est pas sur ce justificatif ; s’il figure "
                        + "sur la pièce d’identité, proposez-le à la personne : "
                        + "--disclose usage_name",
                    "the identity has a usage name, which is not on this justificatif; if it is "
                        + "on the identity card, offer it to the person: --disclose usage_name"),
                lang)
        }
        return request
    }

    private func evidence() throws -> (answer: JSONInput, identity: JSONInput) {
        if let answer, let identity {
            return (try JSONInput(reading: answer), try JSONInput(reading: identity))
        }
        let both = try JSONInput(reading: input ?? "-")
        let parts = try EvidenceInput(json: both.value, at: both.place)
        return (
            JSONInput(parts.answer, at: "answer"), JSONInput(parts.identity, at: "identity")
        )
    }
}
