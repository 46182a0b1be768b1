package import Explaining
internal import Proofs

extension IssuingRefusal {
    /// For an operator: what is wrong and what to do, naming fields and never values.
    ///
    /// What the citizen is told is `citizenWords`.
    package var explanation: Explanation { Explanation(stableCode, .data, french, english) }

    private var stableCode: String {
        switch self {
        case .answerTooOld: "answer-too-old"
        case .answerFromFuture: "answer-from-future"
        case .answerMalformed: "answer-malformed"
        case .answerIsAnError: "answer-is-an-error"
        case .answerFormUnknown: "answer-form-unknown"
        case .answerWithoutPerson: "answer-without-person"
        case .identityIncomplete: "identity-incomplete"
        case .identityMismatch: "identity-mismatch"
        case .identityWithout: "identity-without-field"
        case .labelUnknown: "label-unknown"
        case .labelNotOffered: "label-not-offered"
        case .labelTwice: "label-twice"
        case .labelsExclude: "labels-exclude-each-other"
        case .boundNotTaken: "bound-not-taken"
        case .boundMalformed: "bound-malformed"
        case .factMissing: "fact-missing"
        case .factInFuture: "fact-in-future"
        case .scaleMissing: "scale-missing"
        case .notInScale: "not-in-scale"
        case .predicateFalse: "predicate-false"
        case .zeroNotConfirmed: "zero-not-confirmed"
        case .dayAfterAnswer: "day-after-answer"
        case .alreadyOver: "already-over"
        }
    }

    private var french: String {
        switch self {
        case .answerTooOld:
            "la réponse a plus de \(Freshness.greatestAgeSeconds / 60) minutes ; "
                + "interrogez de nouveau l’organisme"
        case .answerFromFuture:
            "la réponse a été reçue plus de \(Freshness.greatestLeadSeconds / 60) minutes après "
                + "maintenant ; vérifiez --fetched-at et l’horloge"
        case .answerMalformed(let words): words.french
        case .answerIsAnError(let status, let code):
            "l’organisme a répondu par une erreur"
                + (status.map { ", statut \($0)" } ?? "") + (code.map { ", code \($0)" } ?? "")
                + " ; il n’y a rien à attester"
        case .answerFormUnknown(let kind):
            "la réponse n’a aucune des formes connues pour \(kind.rawValue) ; vérifiez la version "
                + "de l’API interrogée (Spec/issuing.md 2)"
        case .answerWithoutPerson:
            "la réponse ne nomme personne et ne peut pas être comparée à l’identité ; "
                + "interrogez de nouveau l’organisme avec le scope des personnes"
        case .identityIncomplete:
            "l’identité n’a pas de date de naissance, ou ni nom de famille ni prénom"
        case .identityMismatch(let labels):
            "la réponse concerne quelqu’un d’autre : \(labels.map(\.name).joined(separator: ", ")) "
                + "\(labels.count == 1 ? "diffère" : "diffèrent") de l’identité"
        case .identityWithout(let label):
            "\(label.name) : l’identité ne l’a pas sous une forme qui se signe ; "
                + "retirez-le de --disclose"
        case .labelUnknown(let name, let nearest):
            "aucune donnée ne s’appelle « \(name) »"
                + (nearest.map { " ; vouliez-vous dire « \($0) » ?" } ?? "")
        case .labelNotOffered(let label, let kind):
            "\(label.name) : ne peut pas figurer dans un justificatif \(kind.rawValue)"
        case .labelTwice(let label): "\(label.name) : est demandé deux fois"
        case .labelsExclude(let first, let second):
            "\(first.name) et \(second.name) attestent le même fait ; demandez l’un des deux"
        case .boundNotTaken(let label): "\(label.name) : n’admet pas ce genre de borne"
        case .boundMalformed(let label): "\(label.name) : \(label.boundAdvice.french)"
        case .factMissing(let label):
            "\(label.name) : la réponse ne l’a pas sous une forme connue ; interrogez de nouveau "
                + "l’organisme avec son scope, ou montrez autre chose"
        case .factInFuture(let label): "\(label.name) : est postérieur à la réponse"
        case .scaleMissing(let label):
            "\(label.name) : il faut un barème publié (--scale) qui en donne les bornes"
        case .notInScale(let label, let thresholds):
            "\(label.name) : la borne n’est pas dans le barème ; choisissez parmi "
                + thresholds.map(String.init).joined(separator: ", ")
        case .predicateFalse(let label):
            "\(label.name) : n’est pas vrai d’après la réponse, et seul ce qui est vrai s’atteste"
        case .zeroNotConfirmed:
            "qf : vaut 0, ce qui peut vouloir dire « inconnu » ; si c’est bien 0 euro, donnez "
                + "--confirm-zero"
        case .dayAfterAnswer(let label):
            "\(label.name) : le jour est postérieur à la réponse, qui ne peut pas le connaître"
        case .alreadyOver:
            "la validité habituelle finit avant le jour d’établissement ; donnez le dernier jour "
                + "avec --valid-until"
        }
    }

    private var english: String {
        switch self {
        case .answerTooOld:
            "the answer is older than \(Freshness.greatestAgeSeconds / 60) minutes; "
                + "ask the data body again"
        case .answerFromFuture:
            "the answer was fetched more than \(Freshness.greatestLeadSeconds / 60) minutes after "
                + "now; check --fetched-at and the clock"
        case .answerMalformed(let words): words.english
        case .answerIsAnError(let status, let code):
            "the data body answered with an error"
                + (status.map { ", status \($0)" } ?? "") + (code.map { ", code \($0)" } ?? "")
                + "; there is nothing to certify"
        case .answerFormUnknown(let kind):
            "the answer is in no known form of \(kind.rawValue); check which version of the API "
                + "was asked (Spec/issuing.md 2)"
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
        case .boundMalformed(let label): "\(label.name): \(label.boundAdvice.english)"
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
        case .zeroNotConfirmed:
            "qf: is 0, which may mean that none is known; if it is 0 euros indeed, give "
                + "--confirm-zero"
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

    fileprivate var boundAdvice: Wording {
        switch Disclosure.boundForm(of: self) {
        case .day:
            Wording(
                "la borne doit être un jour qui existe, comme 2026-11-02",
                "the bound must be a day that exists, such as 2026-11-02")
        case .number where self == .householdPartsAtLeast:
            Wording(
                "la borne doit être en centièmes de part, comme 250 pour 2,5 parts",
                "the bound must be hundredths of a part, such as 250 for 2.5 parts")
        case .number:
            Wording(
                "la borne doit être en euros entiers, comme 800",
                "the bound must be whole euros, such as 800")
        case nil:
            Wording(
                "n’admet pas de borne ; retirez le signe égal et ce qui suit",
                "takes no bound; leave out the equals sign and what follows")
        }
    }
}
