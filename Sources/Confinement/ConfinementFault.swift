package import Explaining
internal import Glibc

/// The system refused to confine this process, which must then do nothing.
package struct ConfinementFault: Explained, Equatable, CustomStringConvertible {
    package let explanation: Explanation

    private init(errno number: Int32, _ step: Wording) {
        explanation = Explanation(
            "not-confined", .configuration,
            "le système ne permet pas à ce programme de renoncer à ses droits "
                + "(\(step.french), erreur n° \(number))",
            "\(step.english): \(unsafe String(cString: strerror(number)))")
    }

    package var description: String { explanation.english }

    /// Throws unless `number`, an errno value, is 0.
    static func check(_ number: Int32, _ step: Wording) throws(ConfinementFault) {
        if number != 0 { throw ConfinementFault(errno: number, step) }
    }
}
