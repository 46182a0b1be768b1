internal import ArgumentParser
internal import Console
internal import Explaining
internal import Office
internal import Register

struct RegisterMigrate: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Copies a register to another place: from a file to a server, or back.",
        discussion: """
            Copies every row and the last publication in one transaction, and reads them back. A \
            target that has another content is not touched; one that is the same already stays \
            as it is, so running it again is safe.

              justificatif-issuer register migrate caf.db postgresql://caf@db.example/caf

            Stop "serve" and the daily publication before, give them the new register, and move \
            the old one away: what is issued or published from it later is not in the new one.
            """)

    @Argument(help: ArgumentHelp("The register that there is.", valueName: "from"))
    var source: String

    @Argument(help: ArgumentHelp("The register to be made.", valueName: "to"))
    var target: String

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        let old = try ProofRegister(opening: source)
        let new = try ProofRegister.openOrCreate(target).register
        let copy = try RegisterCopy(of: old, into: new)
        if copy.wasThere {
            try say("déjà là, et inchangé", "there already, and unchanged", new.path)
        } else {
            try say("registre copié et relu", "register copied, read back", new.path)
        }
        try Terminal.out(RegisterDescription.line(copy.summary, lang))
        Terminal.warning(
            lang(
                "\(old.path) ne doit plus servir : déplacez-le, et donnez le nouveau registre à "
                    + "issue, serve, revoke et revocations publish",
                "\(old.path) must not be used any more: move it away, and give the new register "
                    + "to issue, serve, revoke and revocations publish"), lang)
    }
}
