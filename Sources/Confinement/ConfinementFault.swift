internal import Glibc

/// The system refused to confine this process, which must then do nothing.
package struct ConfinementFault: Error, Equatable, Sendable, CustomStringConvertible {
    package let description: String

    private init(errno number: Int32, _ step: String) {
        description = "\(step): \(unsafe String(cString: strerror(number)))"
    }

    /// Throws unless `number`, an errno value, is 0.
    static func check(_ number: Int32, _ step: String) throws(ConfinementFault) {
        if number != 0 { throw ConfinementFault(errno: number, step) }
    }
}
