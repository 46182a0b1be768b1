package import Proofs

extension ProofRegister {
    /// What a register says without naming any justificatif.
    package struct DayCount: Equatable, Sendable {
        package let day: Day
        package let issued: Int
        package let revoked: Int
        /// Of the revoked ones, those that a publication took up.
        package let announced: Int
    }

    /// Counts of every day of issue, ascending.
    package func counts() throws(RegisterFault) -> [DayCount] {
        try read { try $0.counts() }
    }

    /// The fingerprints that publications have taken up, by day of issue from `first` on.
    package func announced(from first: Day) throws(RegisterFault) -> [Day: [Fingerprint]] {
        try read { try $0.fingerprints(announced: true, from: first) }
    }

    /// The fingerprints of all cancellations there are, by day of issue from `first` on.
    package func revoked(from first: Day) throws(RegisterFault) -> [Day: [Fingerprint]] {
        try read { try $0.fingerprints(announced: false, from: first) }
    }

    /// Goes through every justificatif registered for `day`, in the order of fingerprints.
    ///
    /// Throws `RegisterFault`, and whatever `body` throws.
    package func forEachIssued(on day: Day, _ body: (Fingerprint) throws -> Void) throws {
        try reading { try $0.forEachIssued(on: day, body) }
    }
}
