internal import ArgumentParser
internal import Console
internal import Counter
internal import Explaining
internal import ListFiles
internal import Lists
internal import Proofs
internal import Reporting
internal import Sodium

struct ListsInstall: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "install",
        abstract: "Adopts newer lists, verified whole before anything is written.",
        discussion: """
            What each file is, is told from its content: a root chain, a trust list or a \
            revocation list. Says what it adopted and what it refused; what is refused changes \
            nothing and disturbs no other list.

              justificatif lists install /media/usb/listes
              tar c listes | justificatif lists install -

            With --witness, only lists whose SHA-256 is in that file are adopted. Get it from \
            another place than the lists.

            Exit status: 0 nothing was refused, 78 something was.
            """)

    @Argument(
        help: ArgumentHelp(
            "A list, a folder with *.cose files, or - for a tar stream or a list.",
            valueName: "source"))
    var source: String

    @Option(
        help: ArgumentHelp(
            "SHA-256 of the published lists, as sha256sum writes them.", valueName: "file"))
    var witness: String?

    @OptionGroup var place: ListsOptions
    @OptionGroup var when: InstantOptions
    @OptionGroup var speech: LanguageOptions

    func run() throws {
        let now = try when.instant()
        let crypto = try SodiumCrypto()
        let folder = ListsFolder(place.lists)
        let roots = try folder.roots(named: place.roots, crypto)
        let offers = try ListSource.offers(from: source)
        let witness = try witness.map { try WitnessFile.read($0) }
        try ListsOwner.become(of: place.lists, lang)
        let report = try folder.install(
            offers, roots: roots, at: now, witness: witness, crypto)
        for (name, outcome) in report.outcomes { try show(outcome, of: name) }
        for (identifier, refusal) in report.dropped {
            let why = refusal.explanation.line(lang)
            Terminal.warning(
                lang(
                    "la liste d’annulation « \(identifier) » ne compte plus : \(why)",
                    "revocation list \"\(identifier)\" no longer counts: \(why)"), lang)
        }
        let health = try CounterDesk(lists: place.lists, roots: place.roots, crypto).health(at: now)
        for list in health.revocations where list.entry == nil {
            Terminal.note(
                lang(
                    "la liste d’annulation « \(list.identifier) » manque : "
                        + "les justificatifs de ses émetteurs ne peuvent pas être contrôlés",
                    "revocation list \"\(list.identifier)\" is missing: "
                        + "justificatifs of its issuers cannot be checked"), lang)
        }
        if report.hasRefused { throw ExitStatus.configuration }
    }

    private func show(_ outcome: AdoptionReport.Outcome, of name: String) throws(Failure) {
        let name = TerminalText.neutralised(name)
        switch outcome {
        case .adopted(let numbers):
            let words = words(numbers)
            try Terminal.out(lang("adoptée : \(words) (\(name))", "adopted: \(words) (\(name))"))
        case .inForce(let numbers):
            let words = words(numbers)
            try Terminal.out(
                lang("déjà en vigueur : \(words) (\(name))", "in force already: \(words) (\(name))")
            )
        case .refused(let refusal):
            let why = refusal.explanation.line(lang)
            Terminal.error(lang("\(name) : refusée : \(why)", "\(name): refused: \(why)"), lang)
        }
    }

    private func words(_ numbers: ListNumbers) -> String {
        switch numbers {
        case .roots(let version): lang("racines \(version)", "roots \(version)")
        case .trust(let sequence, let issued):
            lang(
                "liste de confiance \(sequence) du \(issued)",
                "trust list \(sequence) of \(issued)")
        case .revocations(let identifier, let epoch, let sequence, let issued):
            lang(
                "liste d’annulation « \(identifier) » \(sequence) du \(issued), époque \(epoch)",
                "revocation list \"\(identifier)\" \(sequence) of \(issued), epoch \(epoch)")
        }
    }
}
