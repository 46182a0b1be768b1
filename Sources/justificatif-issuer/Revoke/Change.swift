internal import Proofs
internal import Register

/// What is asked for: cancelling, or taking that back.
struct Change {
    let register: ProofRegister
    let today: Day
    let reason: RevocationReason
    let isUndo: Bool

    /// Whether the row would change.
    func isDue(_ target: Target) -> Bool {
        guard let revocation = target.row.revocation else { return !isUndo }
        return isUndo && !revocation.isAnnounced
    }

    /// What would come of it, by the row as it was read.
    func forecast(_ target: Target) -> RevokeAnswer {
        answer(target, target.row.revocation.map { .already($0) } ?? .wouldBeCancelled)
    }

    func make(_ target: Target) throws(RegisterFault) -> RevokeAnswer {
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

    private func answer(_ target: Target, _ code: RevokeAnswer.Code) -> RevokeAnswer {
        RevokeAnswer(target.input, code, target.row)
    }
}
