package import Explaining
package import Register

/// A register that was made what its backup is, and what has to follow (Spec/register.md 5).
package struct RegisterRestoration: Equatable, Sendable {
    /// What the note of the last release says of the register now (Spec/register.md 4.1).
    package enum Standing: Equatable, Sendable {
        /// A later list was released from the register.
        case behind(RegisterBehindRefusal)
        /// There is no note at this path, and so nothing that would notice.
        case unknown(note: String)
        case knowsLastRelease
    }

    package let summary: RegisterSummary
    package let standing: Standing

    /// Restores `backup` into the register at `path`, which is made if it is not there.
    ///
    /// Throws `RegisterFault`, also for a register on a server, and `FileFault` or `JSONFault` for
    /// a note that cannot be read; nothing is changed then.
    package init(of backup: RegisterBackup, into path: String) throws {
        guard let place = ReleaseNote.path(besideRegister: path) else {
            throw RegisterFault.onServer(path: path)
        }
        let note = try ReleaseNote.read(place)
        let register = try ProofRegister.openOrCreate(path).register
        try backup.restore(into: register)
        summary = backup.summary
        guard let note else {
            standing = .unknown(note: place)
            return
        }
        do { try note.check(register) } catch let refusal as RegisterBehindRefusal {
            standing = .behind(refusal)
            return
        }
        standing = .knowsLastRelease
    }

    /// What has to be done before anything is issued.
    package var advice: Wording {
        let lost = Wording(
            "ce qui a été établi ou annulé après cette sauvegarde n’y est pas",
            "what was issued or cancelled after this backup is not in it")
        let next =
            switch standing {
            case .behind(let refusal): refusal.explanation.words
            case .unknown(let note):
                Wording(
                    "\(note) : absent, rien ne dira ce qui manque ; avant d’établir, publiez avec "
                        + "--previous et la dernière liste publiée (Spec/register.md 5)",
                    "\(note): missing, nothing will tell what is lost; before you issue, publish "
                        + "with --previous and the list published last (Spec/register.md 5)")
            case .knowsLastRelease:
                Wording(
                    "la dernière liste publiée est connue ; annulez de nouveau ce qui l’a été "
                        + "depuis, et faites un autre secret pour « serve » s’il y en a un",
                    "the list published last is known; cancel again what was cancelled since, and "
                        + "make a new secret for \"serve\" if there is one")
            }
        return Wording("\(lost.french) ; \(next.french)", "\(lost.english); \(next.english)")
    }
}

extension RegisterDescription {
    /// How much is in a register, or in its backup.
    package static func line(_ summary: RegisterSummary, _ language: Language) -> String {
        let last = summary.publication.map {
            language(
                "dernière publication n° \($0.sequence) du \($0.issued)",
                "last publication no. \($0.sequence) of \($0.issued)")
        }
        return language(
            "justificatifs : \(summary.rows), annulés : \(summary.cancelled), ",
            "justificatifs: \(summary.rows), cancelled: \(summary.cancelled), ")
            + (last ?? language("aucune publication", "no publication"))
    }
}
