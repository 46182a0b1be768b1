internal import ArgumentParser
internal import Console
internal import Lists
internal import Office
internal import Proofs
internal import Register
internal import Wire

/// What a revocation list says about itself.
struct PublicationTerms: ParsableArguments {
    @Option(
        help: ArgumentHelp("The list's id, as the trust list names it.", valueName: "id"))
    var id: String

    @Option(
        help: ArgumentHelp(
            "The epoch of the trust list for this id; that of the last publication if not given, "
                + "1 at first.", valueName: "n"))
    var epoch: UInt64?

    @Option(
        help: ArgumentHelp(
            "Go on with this sequence after a backup was restored.", valueName: "n"))
    var sequence: UInt64?

    @Option(
        help: ArgumentHelp(
            "Forget these cancellations for good, in a raised --epoch: as the refusal spells "
                + "them, such as 2026-11-02:3.", valueName: "day:count,..."))
    var forgetCancellations: String?

    @Option(
        help: ArgumentHelp(
            "The least sequence of a trust list it may be used with.", valueName: "n"))
    var trustMin: UInt64 = 0

    @Option(help: ArgumentHelp("Days until verifiers warn of its age.", valueName: "days"))
    var warnDays = 10

    @Option(help: ArgumentHelp("Days until verifiers refuse it.", valueName: "days"))
    var refuseDays = Retention.pauseDays

    @Option(
        help: ArgumentHelp(
            "Publish as of this instant or day (RFC 3339, UTC) instead of now.",
            valueName: "instant"))
    var at: String?

    func plan(at instant: Instant) -> PublicationPlan {
        PublicationPlan(
            list: id, epoch: epoch, sequence: sequence, trustMinimum: trustMin,
            warnDays: warnDays, refuseDays: refuseDays, instant: instant,
            forgotten: Set((forgetCancellations ?? "").split(separator: ",").map(String.init)))
    }

    func validate() throws {
        guard PublicationPlan.isListName(id) else {
            throw ValidationError(
                "--id: must be 1 to \(Limits.identifierBytes) of a-z, 0-9, - and ., and neither "
                    + "roots nor trust")
        }
        guard PublicationPlan.areDays(warn: warnDays, refuse: refuseDays) else {
            throw ValidationError("--warn-days and --refuse-days: give 1 to 366, in this order")
        }
        for (name, number) in [("epoch", epoch), ("sequence", sequence), ("trust-min", trustMin)] {
            guard (number ?? 0) <= PublicationPlan.largestNumber else {
                throw ValidationError("--\(name): is too large")
            }
        }
    }
}
