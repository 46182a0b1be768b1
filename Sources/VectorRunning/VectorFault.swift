/// Why a run of the vectors cannot go on: a file that is not a vector, or a verifier that does not
/// speak the protocol.
package struct VectorFault: Error, Equatable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
