internal import ArgumentParser
internal import Console
internal import Counter
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
        let now = Moment.now()
        var counter = try CounterDesk(lists: place.lists, roots: place.roots, SodiumCrypto())
        if acceptNow {
            guard let signed = counter.health(at: now).signedFloor else {
                throw Failure(.configuration, "\(place.lists): no lists are installed yet")
            }
            try ListsFolder(place.lists).acceptNow(now, signedFloor: signed)
            Terminal.note("noted in \(place.lists)/clock.log")
            _ = counter.reload()
        }
        let health = counter.health(at: now)
        try Terminal.out("this machine: \(now)")
        try Terminal.out("newest signed list: \(health.signedFloor?.description ?? "none")")
        try Terminal.out("latest time seen here: \(health.observed?.description ?? "none")")
        guard health.isClockSuspect else { return }
        Terminal.warning("the clock of this machine is earlier than what is known already")
        throw ExitStatus.notConcluded
    }
}
