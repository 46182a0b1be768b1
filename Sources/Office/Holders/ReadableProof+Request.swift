package import Explaining
internal import Proofs
internal import Reporting
package import SigningMessages

extension ReadableProof {
    /// What anybody will read in the justificatif of a request.
    package init(_ request: IssueRequest) {
        let (french, english) = (
            ClaimWords.all(of: request.claims, .french),
            ClaimWords.all(of: request.claims, .english)
        )
        let claims = zip(french, english).map { french, english in
            ReadableRow(
                title: Wording(french.title, english.title),
                value: Wording(french.value, english.value))
        }
        let days = [
            ReadableRow(
                title: Wording("Établi le", "Issued"),
                value: ReadableProof.words(request.issued)),
            ReadableRow(
                title: Wording("Utilisable jusqu’au", "Last day of use"),
                value: ReadableProof.words(request.lastDay, inclusive: " inclus")),
        ]
        self.init(
            issued: request.issued, lastDay: request.lastDay, rows: claims + days,
            couldShowUsageName: request.couldShowUsageName)
    }

    private static func words(_ day: Day, inclusive: String = "") -> Wording {
        Wording(DateWords.day(day, .french) + inclusive, DateWords.day(day, .english))
    }
}

extension IssueRequest {
    /// What a person sees before they agree, in lines: all that anybody could read, and nothing
    /// else; throws `IssuingFault` for what would not be signed.
    package func preview(_ language: Language) throws -> [String] {
        try check()
        let rows = ReadableProof(self).rows.map {
            ClaimWords(title: $0.title(language), value: $0.value(language))
        }
        return [
            language(
                "Ce justificatif rendra lisible, et rien d’autre :",
                "This justificatif will make readable, and nothing else:")
        ] + TerminalReport.table(rows) + [
            language(
                "Ainsi que l’émetteur et un numéro tiré au hasard. Rien n’a été signé.",
                "And the issuer, and a number drawn at random. Nothing was signed.")
        ]
    }
}
