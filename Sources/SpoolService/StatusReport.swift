internal import Checking
package import Explaining
internal import Files
package import JSONFields
internal import Proofs
package import SpoolFiles
internal import Spooling

/// What the daemon last said of itself, and what lies in its folders.
package struct StatusReport {
    /// A daemon that has not written its state for so long is stuck.
    private static let patienceMilliseconds: Int64 = 60_000

    /// Nil if this account may not look into the folders.
    private let survey: SpoolSurvey?
    private let said: Said
    package let state: DaemonState
    private let now: Int64
    private let settings: DaemonSettings

    /// Reads the status file of the spool that `survey` was made of, at `now` (milliseconds since
    /// 1970).
    ///
    /// Without a survey the status file alone counts, which every account may read.
    package init(_ settings: DaemonSettings, _ survey: SpoolSurvey?, at now: Int64) {
        self.survey = survey
        self.now = now
        self.settings = settings
        said = Said(StatusObject.path(settings))
        let isFresh =
            said.turned.map { now - $0.seconds * 1_000 < StatusReport.patienceMilliseconds }
            ?? false
        // The lock is the daemon's and of nobody else's business.
        let isHeld = survey == nil || SpoolLock.isHeld(settings.spool)
        state = !isHeld ? .down : isFresh ? said.state ?? .stuck : .stuck
    }

    /// What the daemon wrote of itself; nothing of it if there is no such file.
    private struct Said {
        private(set) var state: DaemonState?
        private(set) var turned: Instant?
        private(set) var polling = false
        private(set) var waiting = 0
        private(set) var working = 0
        private(set) var refused = 0
        private(set) var oldestSeconds: Int64?

        init(_ path: String) {
            guard let bytes = try? FileReading.bytes(of: path, limit: 65_536),
                let value = try? JSONValue(parsing: bytes, from: path),
                var fields = try? JSONFields(value, at: path)
            else { return }
            let text = { (name: String) in (try? fields.optionalText(name)) ?? nil }
            state = text("state").flatMap { DaemonState(rawValue: $0) }
            turned = text("at").flatMap { Instant($0) }
            polling = (try? fields.optionalBool("polling")) == true
            let number = { (name: String) in (try? fields.optionalInteger(name)) ?? nil }
            waiting = number("waiting").flatMap { Int(exactly: $0) } ?? 0
            working = number("working").flatMap { Int(exactly: $0) } ?? 0
            refused = number("refused").flatMap { Int(exactly: $0) } ?? 0
            oldestSeconds = number("oldest_seconds")
        }
    }

    /// Codes, counts and instants, for programs.
    ///
    /// Members that tell what lies in the folders are there only if this account may look.
    package var object: JSONValue {
        guard let survey else {
            var fields: JSONObject = [
                "format": .string(StatusObject.format), "state": .string(state.rawValue),
                "polling": .bool(said.polling), "limited": .bool(true),
                "waiting": .integer(Int64(said.waiting)), "working": .integer(Int64(said.working)),
                "refused": .integer(Int64(said.refused)),
            ]
            fields["oldest_seconds"] = said.oldestSeconds.map { .integer($0) }
            return .object(fields)
        }
        let count = { (count: SpoolSurvey.Count) -> JSONValue in
            var fields: JSONObject = ["files": .integer(Int64(count.files))]
            fields["oldest"] = count.oldest.map {
                .string(Instant(seconds: $0 / 1_000).description)
            }
            return .object(fields)
        }
        return .object([
            "format": .string(StatusObject.format), "state": .string(state.rawValue),
            "polling": .bool(said.polling), "in": count(survey.arrivals),
            "unreadable": .integer(Int64(survey.unreadable)),
            "folders_left": .integer(Int64(survey.closedFolders)), "work": count(survey.work),
            "done": count(survey.done), "verdicts": count(survey.verdicts),
            "redacted": count(survey.redacted), "quarantine": count(survey.quarantine),
        ])
    }

    /// Sentences for people.
    package func lines(_ language: Language) -> [String] {
        guard let survey else {
            return [
                language.row("État", "State", words(language)),
                language(
                    "À contrôler : \(said.waiting) ; en cours : \(said.working) ; non lisibles : "
                        + "\(said.refused)",
                    "To be checked: \(said.waiting); being checked: \(said.working); "
                        + "not readable: \(said.refused)"),
                language(
                    "Ce compte ne voit pas les dossiers ; pour le reste : sudo justificatifd "
                        + "status",
                    "This account may not look into the folders; for the rest: sudo justificatifd "
                        + "status"),
            ]
        }
        let waiting = waiting(survey.arrivals, language)
        let (working, redacted) = (survey.work.files, survey.redacted.files)
        let verdicts = survey.verdicts.files + redacted
        var lines = [
            language.row("État", "State", words(language)),
            language(
                "À contrôler : \(waiting) ; en cours : \(working)",
                "To be checked: \(waiting); being checked: \(working)"),
            language(
                "Verdicts à collecter : \(verdicts), dont \(redacted) expurgés",
                "Verdicts to collect: \(verdicts), of which \(redacted) redacted"),
            language.row("Quarantaine", "Quarantine", survey.quarantine.files),
        ]
        lines += LeftBehind.results(
            unreadable: survey.unreadable, closedFolders: survey.closedFolders, settings
        ).map { $0.line(language) }
        if said.polling {
            lines.append(
                language(
                    "Ce disque n’annonce pas les dépôts : il est relu chaque seconde.",
                    "This disk does not announce arrivals: it is read again every second."))
        }
        return lines
    }

    private func waiting(_ count: SpoolSurvey.Count, _ language: Language) -> String {
        guard let oldest = count.oldest else { return "\(count.files)" }
        let seconds = max(0, now - oldest) / 1_000
        return language(
            "\(count.files) (le plus ancien depuis \(seconds) s)",
            "\(count.files) (the oldest for \(seconds) s)")
    }

    private func words(_ language: Language) -> String {
        switch state {
        case .running: language("en marche", "running")
        case .starting: language("démarre", "starting")
        case .stopping: language("s’arrête", "stopping")
        case .waiting:
            language(
                "attend des listes dans \(settings.lists) ; lancez : justificatif lists install",
                "waits for lists in \(settings.lists); run: justificatif lists install")
        case .full:
            language(
                "disque plein ; libérez de la place, le contrôle reprendra seul",
                "the disk is full; make room, and it goes on by itself")
        case .fault:
            language(
                "le disque refuse d’écrire ; voyez le journal du service",
                "the disk refuses to write; see the log of the service")
        case .down:
            language(
                "arrêté ; lancez : systemctl start justificatifd",
                "down; run: systemctl start justificatifd")
        case .stuck:
            language(
                "ne répond plus ; lancez : systemctl restart justificatifd",
                "stands still; run: systemctl restart justificatifd")
        }
    }
}
