package import Proofs

extension ProofRegister {
    /// What came of a wish to cancel.
    package enum Cancelling: Equatable, Sendable {
        case cancelled
        /// It was cancelled before; nothing changed.
        case already(RegisterRow.Revocation)
        /// Its row is not there, or no longer.
        case unknown
    }

    /// What came of a wish to take a cancellation back.
    package enum Restoring: Equatable, Sendable {
        case restored
        case wasNotCancelled
        /// A publication took it up: verifiers may know it already.
        case announced(RegisterRow.Revocation)
        case unknown
    }

    /// Cancels a justificatif with effect from `day`.
    package func revoke(
        _ identifier: ProofIdentifier, on day: Day, _ reason: RevocationReason
    ) throws(RegisterFault) -> Cancelling {
        try write { tables in
            guard let row = try tables.lockedRow(of: identifier) else {
                return .unknown
            }
            if let revocation = row.revocation { return .already(revocation) }
            try tables.setRevocation(
                RegisterRow.Revocation(day: day, reason: reason, isAnnounced: false), of: row)
            return .cancelled
        }
    }

    /// Takes a cancellation back, as long as no publication took it up.
    package func restore(_ identifier: ProofIdentifier) throws(RegisterFault) -> Restoring {
        try write { tables in
            guard let row = try tables.lockedRow(of: identifier) else {
                return .unknown
            }
            guard let revocation = row.revocation else { return .wasNotCancelled }
            guard !revocation.isAnnounced else { return .announced(revocation) }
            try tables.setRevocation(nil, of: row)
            return .restored
        }
    }
}
