package import JSONFields
internal import Proofs
package import SpoolFiles
internal import Spooling

/// What personal data lies in the spool, since when, and when it goes (Spec/spool.md 5).
package struct PrivacyReport {
    /// One kind of data.
    package struct Row {
        let code: String
        let what: String
        let count: SpoolSurvey.Count
        /// Milliseconds since 1970 when the oldest goes; nil when that is for others to do.
        let goes: Int64?
        let how: String

        /// A sentence in French, for people.
        package var text: String {
            let since = count.oldest.map { " depuis le \(Row.instant($0))" } ?? ""
            let until = goes.map { " ; au plus tard le \(Row.instant($0))" } ?? ""
            return "\(what) : \(count.files)\(since) ; \(how)\(until)"
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
                code: "arrivals", what: "Numérisations à contrôler", count: survey.arrivals,
                goes: nil, how: "contrôlées dès que le service tourne"),
            Row(
                code: "work", what: "Numérisations en cours", count: survey.work, goes: nil,
                how: "contrôlées dès que le service tourne"),
            Row(
                code: "done", what: "Numérisations contrôlées", count: survey.done,
                goes: after(survey.done, keep.keepInputMilliseconds),
                how: "effacées après \(settings.keepInputMinutes) min"),
            Row(
                code: "verdicts", what: "Verdicts non collectés", count: survey.verdicts,
                goes: after(survey.verdicts, keep.keepVerdictMilliseconds),
                how: "expurgés après \(settings.keepVerdictHours) h"),
            Row(
                code: "redacted", what: "Verdicts expurgés", count: survey.redacted, goes: nil,
                how: "restent le code, l’heure et le nom du fichier déposé, jusqu’à la collecte"),
            Row(
                code: "quarantine", what: "Quarantaine", count: survey.quarantine,
                goes: after(survey.quarantine, keep.keepQuarantineMilliseconds),
                how: "effacée après \(settings.keepQuarantineDays) jours"),
        ]
        rows = own + (journal.map { [PrivacyReport.row($0, settings)] } ?? [])
    }

    /// Lines are looked at once an hour.
    private static func row(_ journal: JournalSurvey, _ settings: DaemonSettings) -> Row {
        let keep =
            settings.brain.keepVerdictMilliseconds + SpoolSettings.journalSweepPauseMilliseconds
        return Row(
            code: "journal",
            what: journal.isWhole ? "Lignes du journal" : "Lignes du journal (lu en partie)",
            count: journal.lines, goes: journal.lines.oldest.map { $0 + keep },
            how: "expurgées après \(settings.keepVerdictHours) h, sauf fichiers déjà collectés")
    }
}
