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
            } else if kind.reader.form.fits(exchange.data) {
                self = try kind.reader.read(exchange, at: place)
                return
            } else {
                error = .answerFormUnknown(kind)
            }
        } catch let fault {
            error = .answerMalformed(fault.explanation.words)
        }
        throw error
    }
}

extension JustificatifKind {
    fileprivate var reader: any AnswerReader.Type {
        switch self {
        case .quotientFamilial: QuotientFamilialJSON.self
        case .taxIncome: TaxJSON.self
        case .jobSeeker: JobSeekerJSON.self
        case .health: HealthJSON.self
        case .complementaryCover: ComplementaryCoverJSON.self
        case .student: StudentJSON.self
        }
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
