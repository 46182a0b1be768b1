internal import Explaining
internal import Issuing
internal import JSONFields
internal import Proofs
internal import Register
internal import Wire

/// How far a line of a batch has come.
enum BatchStep: Sendable {
    /// There is nothing to do for it but to say so.
    case told(BatchEvent)
    /// `identifier` is the one under which an earlier run began with it.
    case begun(BatchLine, row: [UInt8], identifier: ProofIdentifier?)
    case signed(SignedLine)
}

/// A line that is signed, and its files.
struct SignedLine: Sendable {
    enum State: Sendable {
        case new(UnregisteredProof)
        /// By an earlier run.
        case registered(IssuedProof)
    }

    let line: BatchLine
    let row: [UInt8]
    let state: State
    /// Whether an earlier run began with it: its files may be there.
    let isAgain: Bool
    /// In memory, once they are drawn.
    var files: [BatchFolder.NamedBytes] = []
}

/// Signs the lines of a batch and draws their files, in memory: nothing leaves from here.
///
/// May be asked from several threads at once.
struct BatchMaking<Key: Signing & Sendable>: Sendable {
    let desk: IssuingDesk<Key>
    let terms: IssueTerms
    let folder: BatchFolder

    /// Signs what was begun; a line that may not be signed is told.
    ///
    /// Throws `SignerFault`: no line after it would be signed.
    func signed(_ step: BatchStep) throws -> BatchStep {
        guard case .begun(let line, let row, let identifier) = step else { return step }
        do {
            return .signed(
                SignedLine(
                    line: line, row: row, state: try state(line, row, identifier),
                    isAgain: identifier != nil))
        } catch let fault as any SignerFault {
            throw fault
        } catch {
            guard let refusal = error as? any Explained else { throw error }
            return .told(.refused(refusal, line))
        }
    }

    private func state(
        _ line: BatchLine, _ row: [UInt8], _ identifier: ProofIdentifier?
    ) throws -> SignedLine.State {
        let json = JSONInput(try JSONValue(parsing: row, from: line.place), at: line.place)
        if let identifier, let known = try desk.row(of: identifier) {
            guard known.revocation == nil else { throw BatchRefusal.cancelled(known.reference) }
            let request = try IssueRequest(claims: json, terms.on(known.issued))
            guard let proof = try desk.issuedBefore(request, as: identifier) else {
                throw BatchRefusal.otherTerms(known.reference)
            }
            return .registered(proof)
        }
        if identifier == nil { try folder.check(line) }
        let proof = try desk.sign(IssueRequest(claims: json, terms), as: identifier)
        if folder.hasPages { try desk.checkForPage(proof) }
        return .new(proof)
    }

    /// Draws the files of what was signed; a line for which that is not possible is told.
    func drawn(_ step: BatchStep) throws -> BatchStep {
        guard case .signed(var signed) = step else { return step }
        do {
            switch signed.state {
            case .new(let proof):
                signed.files = try proof.draw { try folder.files(of: $0, signed.line) }
            case .registered(let proof):
                signed.files = try folder.files(of: proof, signed.line)
            }
            return .signed(signed)
        } catch {
            guard let fault = error as? any Explained else { throw error }
            switch signed.state {
            case .new: return .told(.refused(fault, signed.line))
            case .registered(let proof): return .told(.notWritten(proof, signed.line, fault))
            }
        }
    }
}

extension IssueTerms {
    /// The same on another day of issue.
    fileprivate func on(_ day: Day) -> IssueTerms {
        IssueTerms(
            now: day.start, lastDay: lastDay, recipient: recipient, confirmsZero: confirmsZero)
    }
}
