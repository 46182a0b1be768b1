internal import ArgumentParser
internal import Console
internal import Explaining
internal import Office
internal import Proofs

/// When it is made, until when it is good, for whom.
struct Terms: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Issue as of this instant or day (RFC 3339, UTC) instead of now.",
            valueName: "instant"))
    var at: String?

    @Option(
        help: ArgumentHelp(
            "Last day of use, included. Usual: quotient familial to the end of the month after "
                + "its own and at least 28 days, job seeker one month, health to the end of "
                + "rights, otherwise and at most three months.", valueName: "day"))
    var validUntil: String?

    @Option(help: ArgumentHelp("Who it is for, and nobody else.", valueName: "name"))
    var recipient: String?

    @Flag(help: "A quotient familial of 0 is 0 euros; otherwise it is refused as unknown.")
    var confirmZero = false

    /// The instant given or now, and what else was asked for.
    func read() throws(Failure) -> IssueTerms {
        IssueTerms(
            now: try Moment.parse(at), lastDay: try lastDay(), recipient: try recipientClaim(),
            confirmsZero: confirmZero)
    }

    private func recipientClaim() throws(Failure) -> Recipient? {
        guard let recipient else { return nil }
        do {
            return try Recipient(normalising: recipient)
        } catch {
            throw Failure(error.explanation.about("--recipient"))
        }
    }

    private func lastDay() throws(Failure) -> Day? {
        guard let validUntil else { return nil }
        guard let day = Day(validUntil) else {
            throw Failure(
                "valid-until", .data,
                "--valid-until : donnez un jour qui existe, comme 2026-12-31",
                "--valid-until: give a day that exists, such as 2026-12-31")
        }
        return day
    }
}
