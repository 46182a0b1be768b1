internal import ArgumentParser
internal import Console
internal import Explaining
internal import Proofs
internal import Register
internal import Reporting

struct RegisterShow: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows whether a justificatif is registered, of which day, and its state.",
        discussion: "That is all the register holds of it: nothing about the person.")

    @OptionGroup var place: RegisterOption

    @Argument(help: ArgumentHelp("The reference, as it is printed or read out."))
    var reference: String

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        let asked: Reference
        do throws(ReferenceFault) { asked = try Reference(text: reference) } catch {
            throw Failure(error.explanation.about(TerminalText.neutralised(reference)))
        }
        let rows = try ProofRegister(opening: place.register).rows(of: asked)
        guard !rows.isEmpty else {
            throw Failure(
                "not-registered", .data,
                "\(asked) : n’est pas dans ce registre ; une ligne y reste trois mois après "
                    + "l’établissement",
                "\(asked): is not in this register; a row stays three months after the issue")
        }
        for row in rows {
            try say(
                "\(row.reference) : établi le \(row.issued), \(state(of: row))",
                "\(row.reference): issued \(row.issued), \(state(of: row))")
        }
    }

    private func state(of row: RegisterRow) -> String {
        guard let revocation = row.revocation else { return lang("non annulé", "not cancelled") }
        let reason = revocation.reason.rawValue
        return lang(
            "annulé le \(revocation.day) (\(reason)), "
                + (revocation.isAnnounced ? "publié" : "pas encore publié"),
            "cancelled \(revocation.day) (\(reason)), "
                + (revocation.isAnnounced ? "published" : "not published yet"))
    }
}
