package import Explaining
package import Proofs
package import Register
internal import Reporting

/// Finds what a register holds of a justificatif that a person names.
package enum RegisterLookup {
    /// The rows of a reference as it is printed or read out, never none.
    ///
    /// Throws `RegisterLookupRefusal`, and `RegisterFault` if the register cannot be read.
    package static func rows(
        of reference: String, in register: ProofRegister
    ) throws -> [RegisterRow] {
        let asked: Reference
        do throws(ReferenceFault) { asked = try Reference(text: reference) } catch {
            throw RegisterLookupRefusal.notAReference(reference, error)
        }
        let rows = try register.rows(of: asked)
        guard !rows.isEmpty else { throw RegisterLookupRefusal.notRegistered(asked) }
        return rows
    }
}

/// Why a register shows nothing of what was asked for.
package enum RegisterLookupRefusal: Explained, Equatable {
    /// The text that was given, and what is wrong with it.
    case notAReference(String, ReferenceFault)
    case notRegistered(Reference)

    package var explanation: Explanation {
        switch self {
        case .notAReference(let text, let fault):
            fault.explanation.about(TerminalText.neutralised(text))
        case .notRegistered(let reference):
            Explanation(
                "not-registered", .data,
                "n’est pas dans ce registre ; une ligne y reste trois mois après l’établissement",
                "is not in this register; a row stays three months after the issue"
            ).about("\(reference)")
        }
    }
}
