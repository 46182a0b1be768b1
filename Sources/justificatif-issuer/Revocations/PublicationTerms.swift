internal import ArgumentParser
internal import Console
internal import Explaining
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

    @Option(
        help: ArgumentHelp(
            "How closed days are coded: 1, or 2, about half as large. Give 2 only when every "
                + "counter reads it: one that does not refuses the list (Spec/lists.md 4.8).",
            valueName: "version"))
    var coding = RevocationCoding.values.rawValue

    /// What is to be published; refuses what no list may say.
    func plan(at instant: Instant) throws(Failure) -> PublicationPlan {
        try check()
        return PublicationPlan(
            list: id, epoch: epoch, sequence: sequence, trustMinimum: trustMin,
            warnDays: warnDays, refuseDays: refuseDays, instant: instant,
            forgotten: Set((forgetCancellations ?? "").split(separator: ",").map(String.init)),
            coding: RevocationCoding(rawValue: coding) ?? .values)
    }

    private func check() throws(Failure) {
        guard PublicationPlan.isListName(id) else {
            throw Failure(
                "list-id", .data,
                "--id : doit avoir 1 à \(Limits.identifierBytes) caractères a-z, 0-9, - et ., et "
                    + "n’être ni roots ni trust",
                "--id: must be 1 to \(Limits.identifierBytes) of a-z, 0-9, - and ., and neither "
                    + "roots nor trust")
        }
        guard PublicationPlan.areDays(warn: warnDays, refuse: refuseDays) else {
            throw Failure(
                "list-days", .data,
                "--warn-days et --refuse-days : donnez 1 à 366, dans cet ordre",
                "--warn-days and --refuse-days: give 1 to 366, in this order")
        }
        try Failure.check("--coding", coding, 1...2)
        let numbers = 0...PublicationPlan.largestNumber
        try Failure.check("--epoch", epoch, numbers)
        try Failure.check("--sequence", sequence, numbers)
        try Failure.check("--trust-min", trustMin, numbers)
    }
}
