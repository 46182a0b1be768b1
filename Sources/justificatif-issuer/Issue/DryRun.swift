internal import Console
internal import Explaining
internal import Office
internal import Reporting
internal import SigningMessages

/// What a person sees before they agree: everything that anybody could read, and nothing else.
enum DryRun {
    static func show(_ request: IssueRequest, _ language: Language) throws {
        try request.check()
        try Terminal.out(
            language(
                "Ce justificatif rendra lisible, et rien d’autre :",
                "This justificatif will make readable, and nothing else:"))
        let rows = ReadableProof(request).rows.map {
            ClaimWords(title: $0.title(language), value: $0.value(language))
        }
        for line in TerminalReport.table(rows) { try Terminal.out(line) }
        try Terminal.out(
            language(
                "Ainsi que l’émetteur et un numéro tiré au hasard. Rien n’a été signé.",
                "And the issuer, and a number drawn at random. Nothing was signed."))
    }
}
