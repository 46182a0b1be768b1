internal import ArgumentParser
internal import Console
internal import Counter
internal import Explaining
internal import JSONFields
internal import ListFiles
internal import Lists
internal import Proofs
internal import Reporting
internal import Sodium

struct ListsStatus: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Says how old the lists are, what they cover and what to do.",
        discussion: """
            Exit status, for monitoring: 0 all is well; 3 a list is aging, too old or missing, or \
            the clock of this machine is wrong; 78 nothing is installed.
            """)

    @OptionGroup var place: ListsOptions
    @OptionGroup var when: InstantOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var speech: LanguageOptions

    func run() throws {
        let now = try when.instant()
        let crypto = try SodiumCrypto()
        let counter = try CounterDesk(lists: place.lists, roots: place.roots, crypto)
        let health = counter.health(at: now)
        let loaded = counter.lists
        let roots = loaded.edition.roots
        let fingerprint = roots.fingerprint(crypto)
        let digests = loaded.edition.digests(crypto)
        if output.json {
            let object = ListsHealthObject.json(
                health, roots: roots, fingerprint: fingerprint, digests: digests,
                faults: loaded.faults, lang)
            try Terminal.out(object.line())
        } else {
            try show(health, roots, fingerprint)
            if !digests.isEmpty {
                try Terminal.out(
                    lang(
                        "SHA-256, à comparer avec le témoin :",
                        "SHA-256, to compare with the witness:"))
            }
            for digest in digests { try Terminal.out(TerminalText.neutralised("\(digest)")) }
            for fault in loaded.faults { Terminal.warning(fault.line(lang), lang) }
        }
        switch health.state {
        case .ok: return
        case .aging, .stale, .clockSuspect: throw ExitStatus.notConcluded
        case .notConfigured: throw ExitStatus.configuration
        }
    }

    private func show(_ health: ListsHealth, _ roots: Roots, _ fingerprint: String) throws(Failure)
    {
        try Terminal.out(
            lang(
                "Racines version \(roots.version) : \(roots.threshold) signature(s) sur "
                    + "\(roots.keys.count) clé(s)",
                "Roots version \(roots.version): \(roots.threshold) of \(roots.keys.count) "
                    + "key(s) must sign"))
        try Terminal.out(lang("  empreinte \(fingerprint)", "  fingerprint \(fingerprint)"))
        for line in ListsHealthWords.lines(health, lang) {
            try Terminal.out(TerminalText.neutralised(line))
        }
    }
}
