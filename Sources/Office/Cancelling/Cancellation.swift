package import Proofs
package import Register

/// What is asked for: cancelling, or taking that back.
package struct Cancellation {
    private let register: ProofRegister
    private let today: Day
    private let reason: RevocationReason
    let isUndo: Bool

    /// Cancels as of `today`; with `isUndo` takes a cancellation back that was not published.
    package init(register: ProofRegister, today: Day, reason: RevocationReason, isUndo: Bool) {
        self.register = register
        self.today = today
        self.reason = reason
        self.isUndo = isUndo
    }

    /// Whether the row would change.
    package func isDue(_ target: CancellationTarget) -> Bool {
        guard let revocation = target.row.revocation else { return !isUndo }
        return isUndo && !revocation.isAnnounced
    }

    /// What would come of it, by the row as it was read.
    package func forecast(_ target: CancellationTarget) -> CancellationAnswer {
        answer(target, target.row.revocation.map { .already($0) } ?? .wouldBeCancelled)
    }

    /// Changes the row, or says why it stays as it is.
    package func make(
        _ target: CancellationTarget
    ) throws(RegisterFault) -> CancellationAnswer {
        let identifier = target.row.identifier
        if isUndo {
            return switch try register.restore(identifier) {
            case .restored: answer(target, .restored)
            case .wasNotCancelled: answer(target, .wasNotCancelled)
            case .announced(let revocation): answer(target, .announced(revocation))
            case .unknown: answer(target, .unknown)
            }
        }
        return switch try register.revoke(identifier, on: today, reason) {
        case .cancelled: answer(target, .cancelled)
        case .already(let revocation): answer(target, .already(revocation))
        case .unknown: answer(target, .unknown)
        }
    }

    private func answer(
        _ target: CancellationTarget, _ code: CancellationAnswer.Code
    ) -> CancellationAnswer {
        CancellationAnswer(target.input, code, target.row)
    }
}
