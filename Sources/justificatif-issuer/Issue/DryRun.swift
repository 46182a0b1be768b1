internal import Console
internal import Explaining
internal import Issuing
internal import Office
internal import Proofs
internal import Reporting
internal import Sodium

/// What a person sees before they agree: everything that anybody could read, and nothing else.
enum DryRun {
    static func show(_ request: IssueRequest, _ crypto: SodiumCrypto) throws {
        guard let nobody = ProofIdentifier([UInt8](repeating: 0, count: 16)) else { return }
        let justificatif = Justificatif(
            identifier: nobody, issued: request.issued,
            expires: request.lastDay.adding(days: 1), claims: request.claims)
        _ = try justificatif.checkedPayload()
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
