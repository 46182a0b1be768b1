internal import Files
package import JSONFields
internal import Proofs
package import SpoolFiles
internal import Spooling

/// What the daemon last said of itself, and what lies in its folders.
package struct StatusReport {
    /// A daemon that has not written its state for so long is stuck.
    private static let patienceMilliseconds: Int64 = 60_000

    private let survey: SpoolSurvey
    package let state: DaemonState
    private let polling: Bool
    private let now: Int64
    private let settings: DaemonSettings

    /// Reads the status file of the spool that `survey` was made of, at `now` (milliseconds since
    /// 1970).
    package init(_ settings: DaemonSettings, _ survey: SpoolSurvey, at now: Int64) {
        self.survey = survey
        self.now = now
        self.settings = settings
        let path = StatusObject.path(settings)
        var said: DaemonState?
        var turned: Instant?
        var polling = false
        if let bytes = try? FileReading.bytes(of: path, limit: 65_536),
            let value = try? JSONValue(parsing: bytes, from: path),
            var fields = try? JSONFields(value, at: path)
        {
            said = ((try? fields.optionalText("state")) ?? nil).flatMap {
                DaemonState(rawValue: $0)
            }
            turned = ((try? fields.optionalText("at")) ?? nil).flatMap { Instant($0) }
            polling = (try? fields.optionalBool("polling")) == true
        }
        self.polling = polling
        let isFresh =
            turned.map { now - $0.seconds * 1_000 < StatusReport.patienceMilliseconds } ?? false
        state = !SpoolLock.isHeld(settings.spool) ? .down : isFresh ? said ?? .stuck : .stuck
    }

    /// Codes, counts and instants, for programs.
    package var object: JSONValue {
        let count = { (count: SpoolSurvey.Count) -> JSONValue in
            var fields: JSONObject = ["files": .integer(Int64(count.files))]
            fields["oldest"] = count.oldest.map {
                .string(Instant(seconds: $0 / 1_000).description)
            }
            return .object(fields)
        }
        return .object([
            "format": .string(StatusObject.format), "state": .string(state.rawValue),
            "polling": .bool(polling), "in": count(survey.arrivals),
            "unreadable": .integer(Int64(survey.unreadable)),
            "folders_left": .integer(Int64(survey.closedFolders)), "work": count(survey.work),
            "done": count(survey.done), "verdicts": count(survey.verdicts),
            "redacted": count(survey.redacted), "quarantine": count(survey.quarantine),
        ])
    }

    /// Sentences in French, for people.
    package var lines: [String] {
        var lines = ["État : \(words)"]
        lines.append("À contrôler : \(waiting(survey.arrivals)) ; en cours : \(survey.work.files)")
        lines.append(
            "Verdicts à collecter : \(survey.verdicts.files + survey.redacted.files), "
                + "dont \(survey.redacted.files) expurgés")
        lines.append("Quarantaine : \(survey.quarantine.files)")
        lines += LeftBehind.results(survey, settings).map(\.line)
        if polling {
            lines.append("Ce disque n’annonce pas les dépôts : il est relu chaque seconde.")
        }
        return lines
    }

    private func waiting(_ count: SpoolSurvey.Count) -> String {
        guard let oldest = count.oldest else { return "\(count.files)" }
        return "\(count.files) (le plus ancien depuis \(max(0, now - oldest) / 1_000) s)"
    }

    private var words: String {
        switch state {
        case .running: "en marche"
        case .starting: "démarre"
        case .stopping: "s’arrête"
        case .full: "disque plein ; libérez de la place, le contrôle reprendra seul"
        case .fault: "le disque refuse d’écrire ; voyez le journal du service"
        case .down: "arrêté ; lancez : systemctl start justificatifd"
        case .stuck: "ne répond plus ; lancez : systemctl restart justificatifd"
        }
    }
}
