package import JSONFields

/// A verifier that answers questions, one after the other.
package protocol VectorAnswering: ~Copyable {
    /// The answer to one question (Vectors/README.md 3).
    mutating func answer(_ question: JSONValue) throws -> JSONValue
}

/// Says that this verifier does not do what is asked.
package enum VectorAnswer {
    package static let unsupported = JSONValue.object(["answer": .string("unsupported")])
}
