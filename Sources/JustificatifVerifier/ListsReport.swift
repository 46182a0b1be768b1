internal import Lists
internal import Reporting

/// How the lists of a place are: what a monitor asks, and what a screen keeps in sight.
public struct ListsReport: Sendable {
    /// Stable words, never translated.
    public enum State: String, Sendable {
        /// Everything is judged.
        case ok = "ok"
        /// Everything is judged, with the age of a list beside it.
        case aging = "aging"
        /// Some justificatifs, or all, are `lists-stale`.
        case stale = "stale"
        /// The machine's clock is earlier than what is known of the time.
        case clockSuspect = "clock-suspect"
        /// No list was installed yet: every justificatif is `lists-stale`.
        case notConfigured = "not-configured"
    }

    private let health: ListsHealth
    /// Why the lists that were installed last are not used; those from before are, then.
    public let fault: ControlFault?

    init(health: ListsHealth, fault: ControlFault?) {
        self.health = health
        self.fault = fault
    }

    /// The worst of all.
    public var state: State {
        switch health.state {
        case .ok: .ok
        case .aging: .aging
        case .stale: .stale
        case .clockSuspect: .clockSuspect
        case .notConfigured: .notConfigured
        }
    }

    /// How many days old the trust list is; nil if there is none.
    public var trustAgeDays: Int? { health.trust?.ageDays }

    /// One line a list, then the clock, then what to do.
    public func lines(in language: ControlLanguage) -> [String] {
        ListsHealthWords.lines(health, language.words)
    }
}
