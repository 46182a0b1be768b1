internal import Proofs

extension IssuingRefusal {
    /// One line in English: what is wrong and what to do, naming fields and never values.
    package var message: String {
        switch self {
        case .answerTooOld:
            "the answer is older than \(Freshness.greatestAgeSeconds / 60) minutes; "
                + "ask the data body again"
        case .answerFromFuture:
            "the answer was fetched more than \(Freshness.greatestLeadSeconds / 60) minutes after "
                + "now; check --fetched-at and the clock"
        case .answerMalformed(let line): line
        case .answerIsAnError(let status, let code):
            "the data body answered with an error"
                + (status.map { ", status \($0)" } ?? "") + (code.map { ", code \($0)" } ?? "")
                + "; there is nothing to certify"
        case .answerWithoutPerson:
            "the answer names nobody, so it cannot be compared with the identity; "
                + "ask the data body again with the scope of the persons"

        case .identityIncomplete:
            "the identity has no birth date, or neither a family name nor a given name"
        case .identityMismatch(let labels):
            "the answer is about somebody else: \(labels.map(\.name).joined(separator: ", ")) "
                + "\(labels.count == 1 ? "differs" : "differ") from the identity"
        case .identityWithout(let label):
            "\(label.name): the identity does not hold it in a form that can be signed; "
                + "leave it out of --disclose"

        case .labelUnknown(let name, let nearest):
            "no claim is called \"\(name)\"" + (nearest.map { "; did you mean \"\($0)\"?" } ?? "")
        case .labelNotOffered(let label, let kind):
            "\(label.name): cannot be disclosed with \(kind.rawValue)"
        case .labelTwice(let label): "\(label.name): is asked for twice"
        case .labelsExclude(let first, let second):
            "\(first.name) and \(second.name) state the same fact; ask for one of them"
        case .boundNotTaken(let label): "\(label.name): does not take this kind of bound"
        case .boundMalformed(let label): "\(label.name): \(label.boundAdvice)"
        case .factMissing(let label):
            "\(label.name): the answer does not hold it in a known form; "
                + "ask the data body again with its scope, or disclose something else"
        case .factInFuture(let label): "\(label.name): is later than the answer"
        case .scaleMissing(let label):
            "\(label.name): needs a published scale (--scale) that has bounds for it"
        case .notInScale(let label, let thresholds):
            "\(label.name): the bound is not in the scale; choose one of "
                + thresholds.map(String.init).joined(separator: ", ")
        case .predicateFalse(let label):
            "\(label.name): is not true by this answer, and only what is true can be stated"
        case .dayAfterAnswer(let label):
            "\(label.name): the day is later than the answer, which cannot know it"
        case .alreadyOver:
            "the usual validity ends before the day of issue; give the last day with --valid-until"
        }
    }
}

extension ClaimLabel {
    /// The name in JSON, in Spec and on the command line.
    var name: String { ClaimRegistry.row(of: self).name }

    fileprivate var boundAdvice: String {
        switch Disclosure.boundForm(of: self) {
        case .day: "the bound must be a day that exists, such as 2026-11-02"
        case .number where self == .householdPartsAtLeast:
            "the bound must be hundredths of a part, such as 250 for 2.5 parts"
        case .number: "the bound must be whole euros, such as 800"
        case nil: "takes no bound; leave out the equals sign and what follows"
        }
    }
}
