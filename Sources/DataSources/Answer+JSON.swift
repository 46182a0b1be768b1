internal import Explaining
package import Issuing
package import JSONFields

extension Answer {
    /// The answer of a data API of one kind, in any of the shapes its bodies use.
    ///
    /// Members nobody needs are ignored, because APIs grow; every member may be absent, because a
    /// missing scope leaves its key out. Throws `answer-is-an-error`, `answer-form-unknown` or
    /// `answer-malformed`.
    package init(
        json value: JSONValue, kind: JustificatifKind, at place: String
    ) throws(IssuingRefusal) {
        let error: IssuingRefusal
        do throws(JSONFault) {
            let exchange = try RecordedExchange(value, at: place)
            if exchange.isError {
                error = .answerIsAnError(status: exchange.status, code: exchange.errorCode)
            } else if AnswerForm.isKnown(exchange.data, kind) {
                self = try Answer(exchange, kind: kind, at: place)
                return
            } else {
                error = .answerFormUnknown(kind)
            }
        } catch let fault {
            error = .answerMalformed(fault.explanation.words)
        }
        throw error
    }

    private init(
        _ exchange: RecordedExchange, kind: JustificatifKind, at place: String
    ) throws(JSONFault) {
        let body = exchange.data
        switch kind {
        case .quotientFamilial: self = try QuotientFamilialJSON.read(body, at: place)
        case .taxIncome: self = try TaxJSON.read(body, at: place)
        case .jobSeeker: self = try JobSeekerJSON.read(body, at: place)
        case .health:
            let facts = try HealthJSON.read(body, at: place)
            self.init(persons: try exchange.personAskedFor(at: place), facts: .health(facts))
        case .complementaryCover:
            let cover = try HealthJSON.cover(body, at: place)
            self.init(
                persons: try exchange.personAskedFor(at: place), facts: .complementaryCover(cover))
        case .student:
            self = try StudentJSON.read(
                body, askedFor: try exchange.personAskedFor(at: place), at: place)
        }
    }
}

extension RecordedExchange {
    /// API Particulier puts its answer under `data`, the others do not.
    fileprivate var data: JSONValue {
        guard case .object(let members) = body, let data = members["data"] else { return body }
        return data
    }

    /// Who the call was about, where that was recorded and the body sends no person back.
    fileprivate func personAskedFor(at place: String) throws(JSONFault) -> [HeldPerson] {
        guard let params, params != .null else { return [] }
        var fields = try JSONFields(params, at: "\(place): params")
        guard fields.has("nomNaissance") || fields.has("prenoms") || fields.has("prenom") else {
            return []
        }
        let listed = try fields.givenNames("prenoms")
        let single = try fields.filledText("prenom")
        return [
            HeldPerson(
                birthName: try fields.filledText("nomNaissance"),
                usageName: try fields.filledText("nomUsage"),
                givenNames: listed ?? single,
                birthDate: try fields.dateParts(
                    year: "anneeDateNaissance", month: "moisDateNaissance",
                    day: "jourDateNaissance"))
        ]
    }
}

/// One object that holds both inputs, `{"answer": ..., "identity": ...}`, for a pipe.
package struct EvidenceInput: Sendable {
    package let answer: JSONValue
    package let identity: JSONValue

    /// Throws when either is missing or another field is there.
    package init(json value: JSONValue, at place: String) throws(JSONFault) {
        var fields = try JSONFields(value, at: place)
        guard let answer = fields.value("answer") else {
            throw fields.missing("answer")
        }
        guard let identity = fields.value("identity") else {
            throw fields.missing("identity")
        }
        try fields.finish()
        self.answer = answer
        self.identity = identity
    }
}
