package import JSONFields

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
