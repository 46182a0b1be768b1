internal import ArgumentParser
internal import Console
internal import Counter
internal import Explaining
internal import ListFiles
internal import Lists
internal import Proofs
internal import Sodium

struct ListsClock: SpeakingCommand {
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
    @OptionGroup var speech: LanguageOptions

    @Flag(help: "Believe this machine's clock from now on.")
    var acceptNow = false

    func run() throws {
        let now = Moment.now()
        var counter = try CounterDesk(lists: place.lists, roots: place.roots, SodiumCrypto())
        if acceptNow {
            guard let signed = counter.health(at: now).signedFloor else {
                throw Failure(
                    "no-lists", .configuration,
                    "\(place.lists) : aucune liste n’est encore installée",
                    "\(place.lists): no lists are installed yet")
            }
            try ListsOwner.become(of: place.lists, lang)
            try ListsFolder(place.lists).acceptNow(now, signedFloor: signed)
            Terminal.note(
                lang(
                    "noté dans \(place.lists)/clock.log", "noted in \(place.lists)/clock.log"),
                lang)
            _ = counter.reload()
        }
        let health = counter.health(at: now)
        try Terminal.out(lang("ce poste : \(now)", "this machine: \(now)"))
        let signed = health.signedFloor?.description ?? lang("aucune", "none")
        try Terminal.out(
            lang("liste signée la plus récente : \(signed)", "newest signed list: \(signed)"))
        let observed = health.observed?.description ?? lang("aucune", "none")
        try Terminal.out(
            lang(
                "heure la plus tardive vue ici : \(observed)",
                "latest time seen here: \(observed)"))
        guard health.isClockSuspect else { return }
        Terminal.warning(
            lang(
                "l’horloge de ce poste retarde sur ce qui est déjà connu",
                "the clock of this machine is earlier than what is known already"), lang)
        throw ExitStatus.notConcluded
    }
}
