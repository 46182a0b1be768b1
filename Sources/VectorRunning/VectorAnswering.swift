package import JSONFields

/// A verifier that answers questions, one after the other.
package protocol VectorAnswering: ~Copyable {
    /// The answer to one question (Vectors/README.md 3).
    mutating func answer(_ question: JSONValue) throws -> JSONValue
}

/// Answers that are neither a verdict nor the word of a small kind (Vectors/README.md 3).
package enum VectorAnswer {
    /// This verifier does not do what is asked.
    package static let unsupported = JSONValue.object(["answer": .string("unsupported")])
    /// One of the lists that a verdict is asked with was not adopted: it would say nothing.
    package static let listsNotAdopted = JSONValue.object([
        "answer": .string("lists-not-adopted")
    ])
}
