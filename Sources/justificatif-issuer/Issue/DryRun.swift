internal import Console
internal import Explaining
internal import Office
internal import Proofs
internal import Reporting

/// What a person sees before they agree: everything that anybody could read, and nothing else.
enum DryRun {
    static func show(_ request: IssueRequest) throws {
        try request.check()
        try Terminal.out("Ce justificatif rendra lisible, et rien d’autre :")
        let days = [
            ClaimWords(title: "Établi le", value: DateWords.day(request.issued, .french)),
            ClaimWords(
                title: "Utilisable jusqu’au",
                value: DateWords.day(request.lastDay, .french) + " inclus"),
        ]
        let rows = ClaimWords.all(of: request.claims, .french) + days
        for line in TerminalReport.table(rows) { try Terminal.out(line) }
        try Terminal.out("Ainsi que l’émetteur et un numéro tiré au hasard. Rien n’a été signé.")
    }
}
