package import Explaining
package import Proofs
package import Register
internal import Reporting

/// What a register says of itself and of its rows, in lines.
package enum RegisterDescription {
    /// All that is held of a justificatif (Spec/register.md 1).
    package static func line(_ row: RegisterRow, _ language: Language) -> String {
        let state = state(row, language)
        return language(
            "\(row.reference) : établi le \(DateWords.day(row.issued, .french)), \(state)",
            "\(row.reference): issued on \(DateWords.day(row.issued, .english)), \(state)")
    }

    private static func state(_ row: RegisterRow, _ language: Language) -> String {
        guard let revocation = row.revocation else {
            return language("non annulé", "not cancelled")
        }
        let (day, reason) = (revocation.day, revocation.reason.words)
        return language(
            "annulé le \(DateWords.day(day, .french)) (\(reason.french)), "
                + (revocation.isAnnounced ? "publié" : "pas encore publié"),
            "cancelled on \(DateWords.day(day, .english)) (\(reason.english)), "
                + (revocation.isAnnounced ? "published" : "not published yet"))
    }

    /// What a purge removed; nil is one that found nothing.
    package static func line(_ purge: ProofRegister.Purge?, _ language: Language) -> String {
        guard let purge else {
            return language(
                "retirés : 0 (rien n’a jamais été enregistré)",
                "removed: 0 (nothing was ever registered)")
        }
        let first = Retention.firstDay(at: purge.horizon)
        return language(
            "retirés : \(purge.removed) (établis avant le \(first))",
            "removed: \(purge.removed) (issued before \(first))")
    }

    /// Why a purge did not go by the clock of the machine; nil if it did.
    package static func warning(
        _ purge: ProofRegister.Purge?, clock: Instant, _ language: Language
    ) -> String? {
        guard let purge, purge.isHeldBack else { return nil }
        return language(
            "l’horloge de ce poste dit \(clock.day), et rien n’a été établi ni publié dans les "
                + "\(Retention.trustedDays) jours d’avant ; les lignes ont été jugées au "
                + "\(purge.horizon.day)",
            "the clock of this machine says \(clock.day), and nothing was issued or published "
                + "for \(Retention.trustedDays) days before; rows were judged as of "
                + "\(purge.horizon.day)")
    }
}
