package import Proofs

extension ProofRegister {
    /// How many identifiers one statement looks up.
    private static var chunk: Int { 500 }

    /// The rows of those of `identifiers` that are registered, in no particular order.
    package func rows(
        of identifiers: [ProofIdentifier]
    ) throws(RegisterFault) -> [RegisterRow] {
        try read { tables in
            try stride(from: 0, to: identifiers.count, by: Self.chunk).flatMap { start in
                let end = min(start + Self.chunk, identifiers.count)
                return try tables.rows(of: Array(identifiers[start..<end]))
            }
        }
    }

    /// The rows of a reference: nearly always one or none, since references have 60 bits.
    package func rows(of reference: Reference) throws(RegisterFault) -> [RegisterRow] {
        try read { try $0.rows(of: reference) }
    }

    /// The row of a justificatif.
    package func row(of identifier: ProofIdentifier) throws(RegisterFault) -> RegisterRow? {
        try read { try $0.rows(of: [identifier]).first }
    }
}
