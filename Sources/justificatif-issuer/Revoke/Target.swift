internal import Console
internal import Counter
internal import Explaining
internal import Files
internal import Proofs
internal import Register
internal import Siblings
internal import Sodium
internal import Verification
internal import Wire

/// A justificatif that a person named, and its row.
struct Target {
    /// What the person gave, as it is repeated to them.
    let input: String
    let row: RegisterRow
}

/// Finds what a person means by a reference, a text or a picture.
struct TargetFinder {
    enum Finding {
        case row(Target)
        /// There is nothing to change, for a reason the answer gives.
        case answer(RevokeAnswer)
    }

    let register: ProofRegister
    let now: Instant
    let crypto: SodiumCrypto

    func find(_ argument: String) throws -> Finding {
        let input = CounterInput(argument)
        switch input {
        case .text, .standardInput: return try find(texts(in: input), of: input.name)
        case .file(let path):
            if path.contains("/") || Folders.exists(path) {
                return try find(texts(in: input), of: path)
            }
        }
        let reference: Reference
        do throws(ReferenceFault) { reference = try Reference(text: argument) } catch {
            return .answer(RevokeAnswer(argument, .mistyped(error)))
        }
        return try find(reference)
    }

    private func find(_ reference: Reference) throws -> Finding {
        let rows = try register.rows(of: reference)
        let input = reference.description
        guard let row = rows.first else { return .answer(RevokeAnswer(input, .unknown)) }
        guard rows.count == 1 else { return .answer(RevokeAnswer(input, .ambiguous)) }
        return finding(input, row, expires: nil)
    }

    private func find(_ texts: [String], of input: String) throws -> Finding {
        let ours = texts.filter { TokenText.origin(of: $0) == .ours }
        guard let text = ours.first else {
            throw Failure(.refused, "\(input): no justificatif in it")
        }
        // A page or a mail may hold the same text twice.
        guard ours.allSatisfy({ $0.utf8.elementsEqual(text.utf8) }) else {
            throw Failure(.refused, "\(input): \(ours.count) justificatifs in it; give each apart")
        }
        let token: UnverifiedToken
        do throws(DecodeError) { token = try UnverifiedToken(text: text) } catch {
            throw Failure(.refused, "\(input): the code is damaged (\(error))")
        }
        let justificatif = token.reading.justificatif
        guard let row = try register.row(of: justificatif.identifier) else {
            let isOver = Retention.isOver(justificatif.issued, at: now)
            return .answer(RevokeAnswer(input, isOver ? .expired : .unknown))
        }
        // The identifier finds the row; only the fingerprint says that this is the same proof.
        let signed = token.message.signedBytes(.token)
        guard row.fingerprint == Fingerprint(ofSigned: signed, crypto) else {
            return .answer(RevokeAnswer(input, .altered, row))
        }
        return finding(input, row, expires: justificatif.expires)
    }

    /// The register knows the day of issue only; a text or picture tells the last day too.
    private func finding(_ input: String, _ row: RegisterRow, expires: Day?) -> Finding {
        let isExpired = expires.map { Retention.isOver(expiring: $0, at: now) } ?? false
        if isExpired || Retention.isOver(row.issued, at: now) {
            return .answer(RevokeAnswer(input, .expired, row))
        }
        return .row(Target(input: input, row: row))
    }

    private func texts(in input: CounterInput) throws(InputFault) -> [String] {
        try InputReading(reader: try? PictureReader.installed()).texts(in: input)
    }
}
