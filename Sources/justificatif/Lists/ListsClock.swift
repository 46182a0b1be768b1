internal import ArgumentParser
internal import Console
internal import ListFiles
internal import Lists
internal import Proofs
internal import Sodium

struct ListsClock: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clock",
        abstract: "Shows what is known of the time; believes this machine's clock again.",
        discussion: """
            A machine whose clock once ran ahead answers clock-suspect after it was put right. \
            Check its date, then run this with --accept-now. Signed lists still set the earliest \
            date; what is done is noted in clock.log beside the lists.

            Exit status: 0 the clock is believed, 3 it is not.
            """)

    @OptionGroup var place: ListsOptions

    @Flag(help: "Believe this machine's clock from now on.")
    var acceptNow = false

    func run() throws {
        let now = Instant(seconds: SystemClock.seconds())
        let crypto = try SodiumCrypto()
        let folder = ListsFolder(place.lists)
        let roots = try folder.roots(named: place.roots, crypto)
        if acceptNow { try accept(now, folder, roots, crypto) }
        let health = ListsHealth(try folder.load(roots: roots, crypto), at: now)
        try Terminal.out("this machine: \(now)")
        try Terminal.out("newest signed list: \(health.signedFloor?.description ?? "none")")
        try Terminal.out("latest time seen here: \(health.observed?.description ?? "none")")
        guard health.isClockSuspect else { return }
        Terminal.warning("the clock of this machine is earlier than what is known already")
        throw ExitStatus.notConcluded
    }

    private func accept(
        _ now: Instant, _ folder: ListsFolder, _ roots: Roots, _ crypto: SodiumCrypto
    ) throws {
        let health = ListsHealth(try folder.load(roots: roots, crypto), at: now)
        guard let signed = health.signedFloor else {
            throw Failure(.configuration, "\(place.lists): no lists are installed yet")
        }
        try folder.acceptNow(now, signedFloor: signed)
        Terminal.note("noted in \(place.lists)/clock.log")
    }
}
