extension DatumState {
    /// Stable and never translated, for the journal.
    package var code: String {
        switch self {
        case .obtained: "obtained"
        case .absent: "absent"
        case .notIdentified: "not-identified"
        case .notTransmitted: "not-transmitted"
        case .identifierMissing: "identifier-missing"
        case .loginOver: "login-over"
        case .retry: "retry"
        }
    }
}
