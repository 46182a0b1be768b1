internal import Counter
internal import Files
package import Proofs
package import Register
package import Siblings
package import Sodium
internal import Verification
internal import Wire

/// A justificatif that a person named, and its row.
package struct CancellationTarget: Equatable, Sendable {
    /// What the person gave, as it is repeated to them.
    package let input: String
    package let row: RegisterRow

    package init(input: String, row: RegisterRow) {
        self.input = input
        self.row = row
    }
}

/// Finds what a person means by a reference, a text or a picture.
package struct TargetFinder {
    /// What came of looking.
    package enum Lookup: Equatable, Sendable {
        case row(CancellationTarget)
        /// There is nothing to change, for a reason the answer gives.
        case answer(CancellationAnswer)
    }

    private let register: ProofRegister
    private let now: Instant
    private let reading: InputReading
    private let crypto: SodiumCrypto

    /// Without a reader, pictures are refused.
    package init(
        register: ProofRegister, now: Instant, reader: PictureReader?, _ crypto: SodiumCrypto
    ) {
        self.register = register
        self.now = now
        reading = InputReading(reader: reader)
        self.crypto = crypto
    }

    /// Finds what an argument of a command line means; a file goes before a reference of the same
    /// name.
    ///
    /// Throws `InputFault` if the input cannot be read or does not hold one justificatif, and
    /// `RegisterFault`.
    package func find(_ argument: String) throws -> Lookup {
        let input = CounterInput(argument)
        switch input {
        case .text, .standardInput:
            return try find(inTexts: reading.texts(in: input), of: input.name)
        case .file(let path):
            if path.contains("/") || Folders.exists(path) {
                return try find(inTexts: reading.texts(in: input), of: path)
            }
        }
        let reference: Reference
        do throws(ReferenceFault) { reference = try Reference(text: argument) } catch {
            return .answer(CancellationAnswer(argument, .mistyped(error)))
        }
        return try find(reference)
    }

    /// Finds the row of a reference.
    package func find(_ reference: Reference) throws(RegisterFault) -> Lookup {
        let rows = try register.rows(of: reference)
        let input = reference.description
        guard let row = rows.first else { return .answer(CancellationAnswer(input, .unknown)) }
        guard rows.count == 1 else { return .answer(CancellationAnswer(input, .ambiguous)) }
        return finding(input, row, expires: nil)
    }

    /// Finds the row of the one justificatif among `texts`; `input` is what answers call it.
    package func find(inTexts texts: [String], of input: String) throws -> Lookup {
        let ours = texts.filter { TokenText.origin(of: $0) == .ours }
        guard let text = ours.first else { throw InputFault.noJustificatif(input) }
        // A page or a mail may hold the same text twice.
        guard ours.allSatisfy({ $0.utf8.elementsEqual(text.utf8) }) else {
            throw InputFault.severalJustificatifs(input, count: ours.count)
        }
        let token: UnverifiedToken
        do throws(DecodeError) { token = try UnverifiedToken(text: text) } catch {
            throw InputFault.damaged(input, error)
        }
        let justificatif = token.reading.justificatif
        guard let row = try register.row(of: justificatif.identifier) else {
            let isOver = Retention.isOver(justificatif.issued, at: now)
            return .answer(CancellationAnswer(input, isOver ? .expired : .unknown))
        }
        // The identifier finds the row; only the fingerprint says that this is the same proof.
        guard row.fingerprint == Fingerprint(of: token.message, crypto) else {
            return .answer(CancellationAnswer(input, .altered, row))
        }
        return finding(input, row, expires: justificatif.expires)
    }

    /// The register knows the day of issue only; a text or picture tells the last day too.
    private func finding(_ input: String, _ row: RegisterRow, expires: Day?) -> Lookup {
        let isExpired = expires.map { Retention.isOver(expiring: $0, at: now) } ?? false
        if isExpired || Retention.isOver(row.issued, at: now) {
            return .answer(CancellationAnswer(input, .expired, row))
        }
        return .row(CancellationTarget(input: input, row: row))
    }
}
