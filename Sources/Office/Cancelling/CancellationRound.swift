package import Explaining
internal import Proofs
internal import Register
internal import Reporting

/// All that a person names to be cancelled at once: found first, so that they can agree to all of
/// it, then done one after the other.
package struct CancellationRound {
    /// What came of one input.
    package enum Outcome: Equatable, Sendable {
        case answer(CancellationAnswer)
        /// The input could not be looked at.
        case failed(Explanation)
    }

    private enum Found {
        case target(CancellationTarget)
        case outcome(Outcome)
    }

    private let found: [Found]
    private let change: Cancellation
    /// Those that would change; the others are as wished, or nothing can be done.
    package let due: [CancellationTarget]

    /// Looks for every input, and changes nothing.
    ///
    /// Throws `RegisterFault`; what keeps one input from being looked at is its outcome.
    package init(_ inputs: [String], _ finder: TargetFinder, _ change: Cancellation) throws {
        var found: [Found] = []
        for input in inputs { found.append(try CancellationRound.find(input, finder)) }
        self.found = found
        self.change = change
        due = found.compactMap { found in
            guard case .target(let target) = found, change.isDue(target) else { return nil }
            return target
        }
    }

    private static func find(_ input: String, _ finder: TargetFinder) throws -> Found {
        do {
            switch try finder.find(input) {
            case .row(let target): return .target(target)
            case .answer(let answer): return .outcome(.answer(answer))
            }
        } catch {
            guard let fault = error as? any Explained else { throw error }
            return .outcome(.failed(fault.explanation))
        }
    }

    /// Does what is left to do of each input, or only says what would come of it; `tell` is told
    /// after each.
    ///
    /// Throws `RegisterFault`, and what `tell` throws.
    package func run(isForecast: Bool, _ tell: (Outcome) throws -> Void) throws {
        for found in found {
            switch found {
            case .outcome(let outcome): try tell(outcome)
            case .target(let target):
                let answer = isForecast ? change.forecast(target) : try change.make(target)
                try tell(.answer(answer))
            }
        }
    }

    /// A line for each that is due, for the person who has to agree.
    package func dueLines(_ language: Language) -> [String] {
        due.map { target in
            let issued = DateWords.day(target.row.issued, language)
            return language(
                "\(target.row.reference), établi le \(issued)",
                "\(target.row.reference), issued \(issued)")
        }
    }

    /// What the person is asked, with the letters that answer it.
    package func question(_ language: Language) -> String {
        let what =
            due.count == 1
            ? language("ce justificatif", "this justificatif")
            : language("ces \(due.count) justificatifs", "these \(due.count) justificatifs")
        return change.isUndo
            ? language("Rétablir \(what) ? [o/N] ", "Restore \(what)? [y/N] ")
            : language("Annuler \(what) ? [o/N] ", "Cancel \(what)? [y/N] ")
    }
}
