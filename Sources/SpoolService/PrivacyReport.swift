package import Explaining
package import JSONFields
internal import Proofs
package import SpoolFiles
internal import Spooling

/// What personal data lies in the spool, since when, and when it goes (Spec/spool.md 5).
package struct PrivacyReport {
    /// One kind of data.
    package struct Row {
        let code: String
        let what: Wording
        let count: SpoolSurvey.Count
        /// Milliseconds since 1970 when the oldest goes; nil when that is for others to do.
        let goes: Int64?
        let how: Wording

        /// A sentence for people.
        package func text(_ language: Language) -> String {
            let since = count.oldest.map(Row.instant)
            let until = goes.map(Row.instant)
            switch language {
            case .french:
                return "\(what.french) : \(count.files)" + (since.map { " depuis le \($0)" } ?? "")
                    + " ; \(how.french)" + (until.map { " ; au plus tard le \($0)" } ?? "")
            case .english:
                return "\(what.english): \(count.files)" + (since.map { " since \($0)" } ?? "")
                    + "; \(how.english)" + (until.map { "; at the latest \($0)" } ?? "")
            }
        }

        /// Codes, counts and instants, for programs.
        package var object: JSONValue {
            var fields: JSONObject = [
                "what": .string(code), "files": .integer(Int64(count.files)),
            ]
            fields["since"] = count.oldest.map { .string(Row.instant($0)) }
            fields["gone_by"] = goes.map { .string(Row.instant($0)) }
            return .object(fields)
        }

        private static func instant(_ milliseconds: Int64) -> String {
            Instant(seconds: milliseconds / 1_000).description
        }
    }

    package let rows: [Row]

    /// `journal` is nil if verdicts are files.
    package init(_ settings: DaemonSettings, _ survey: SpoolSurvey, _ journal: JournalSurvey?) {
        let keep = settings.brain
        // A sweep may come a minute after the time.
        let after = { (count: SpoolSurvey.Count, milliseconds: Int64) in
            count.oldest.map { $0 + milliseconds + SpoolSettings.sweepPauseMilliseconds }
        }
        let own = [
            Row(
                code: "arrivals",
                what: Wording("Numérisations à contrôler", "Scans to be checked"),
                count: survey.arrivals, goes: nil,
                how: Wording(
                    "contrôlées dès que le service tourne", "checked as soon as the service runs")),
            Row(
                code: "work",
                what: Wording("Numérisations en cours", "Scans being checked"),
                count: survey.work, goes: nil,
                how: Wording(
                    "contrôlées dès que le service tourne", "checked as soon as the service runs")),
            Row(
                code: "done", what: Wording("Numérisations contrôlées", "Scans that were checked"),
                count: survey.done,
                goes: after(survey.done, keep.keepInputMilliseconds),
                how: Wording(
                    "effacées après \(settings.keepInputMinutes) min",
                    "erased after \(settings.keepInputMinutes) min")),
            Row(
                code: "verdicts", what: Wording("Verdicts non collectés", "Verdicts not collected"),
                count: survey.verdicts,
                goes: after(survey.verdicts, keep.keepVerdictMilliseconds),
                how: Wording(
                    "expurgés après \(settings.keepVerdictHours) h",
                    "redacted after \(settings.keepVerdictHours) h")),
            Row(
                code: "redacted", what: Wording("Verdicts expurgés", "Redacted verdicts"),
                count: survey.redacted, goes: nil,
                how: Wording(
                    "restent le code, l’heure et le nom du fichier déposé, jusqu’à la collecte",
                    "code, time and name of the dropped file remain until they are collected")),
            Row(
                code: "quarantine", what: Wording("Quarantaine", "Quarantine"),
                count: survey.quarantine,
                goes: after(survey.quarantine, keep.keepQuarantineMilliseconds),
                how: Wording(
                    "effacée après \(settings.keepQuarantineDays) jours",
                    "erased after \(settings.keepQuarantineDays) days")),
        ]
        let sheets = Row(
            code: "sheets", what: Wording("Feuilles non collectées", "Sheets not collected"),
            count: survey.sheets, goes: after(survey.sheets, keep.keepVerdictMilliseconds),
            how: Wording(
                "effacées après \(settings.keepVerdictHours) h",
                "erased after \(settings.keepVerdictHours) h"))
        let hasSheets = settings.sheets != nil || survey.sheets.files > 0
        rows =
            own + (hasSheets ? [sheets] : [])
            + (journal.map { [PrivacyReport.row($0, settings)] } ?? [])
    }

    /// Lines are looked at once an hour.
    private static func row(_ journal: JournalSurvey, _ settings: DaemonSettings) -> Row {
        let keep =
            settings.brain.keepVerdictMilliseconds + SpoolSettings.journalSweepPauseMilliseconds
        return Row(
            code: "journal",
            what: journal.isWhole
                ? Wording("Lignes du journal", "Lines of the journal")
                : Wording(
                    "Lignes du journal (lu en partie)", "Lines of the journal (read in part)"),
            count: journal.lines, goes: journal.lines.oldest.map { $0 + keep },
            how: Wording(
                "expurgées après \(settings.keepVerdictHours) h, sauf fichiers déjà collectés",
                "redacted after \(settings.keepVerdictHours) h, but for files collected already"))
    }
}
