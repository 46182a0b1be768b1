package import JSONFields

/// All vectors put to one verifier.
package struct VectorRun {
    /// What became of one vector.
    package enum Outcome: Equatable, Sendable {
        case agrees
        case differs([VectorExpectation.Difference])
        /// The verifier says that it does not do this.
        case unsupported
    }

    /// What came of one vector.
    package struct Result: Equatable, Sendable {
        package let name: String
        package let layer: VectorLayer
        package let outcome: Outcome
    }

    private let folder: VectorFolder
    private let strictness: VectorExpectation.Strictness

    package init(of folder: VectorFolder, _ strictness: VectorExpectation.Strictness) {
        self.folder = folder
        self.strictness = strictness
    }

    /// Puts each of `names` to `verifier`; `progress` is told after each.
    ///
    /// Throws at the first file that is not a vector, and at the first answer that is none.
    package func results(
        of names: [String], by verifier: inout some VectorAnswering & ~Copyable,
        progress: (Int) -> Void = { _ in }
    ) throws -> [Result] {
        // Every file is read first: a run that ends in the middle for a misspelt key helps nobody.
        for name in names { _ = try folder.file(name) }
        var results: [Result] = []
        for name in names {
            let file = try folder.file(name)
            let question = try VectorQuestion.json(file, folder.material)
            let answer = try verifier.answer(question)
            let outcome = try outcome(of: answer, to: file)
            results.append(Result(name: name, layer: file.layer, outcome: outcome))
            progress(results.count)
        }
        return results
    }

    private func outcome(of answer: JSONValue, to file: VectorFile) throws -> Outcome {
        if answer == VectorAnswer.unsupported { return .unsupported }
        let differences = try VectorExpectation.differences(of: answer, from: file, strictness)
        return differences.isEmpty ? .agrees : .differs(differences)
    }
}

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
