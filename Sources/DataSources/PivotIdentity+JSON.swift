internal import Explaining
package import Issuing
package import JSONFields
internal import Proofs

extension PivotIdentity {
    /// The identity in a FranceConnect answer: userinfo, or the introspection of a token.
    ///
    /// Family name, first given name and birth date must be of the signed form, or the identity is
    /// refused; white space is brought into form. Any other field in a form that could not be
    /// signed counts as absent, and is missed only if asked for.
    package init(json value: JSONValue, at place: String) throws(JSONFault) {
        let exchange = try RecordedExchange(value, at: place)
        if exchange.isError {
            throw JSONFault(
                place, "est une réponse d’erreur et ne contient pas d’identité",
                "is an error answer and holds no identity")
        }
        var fields = try JSONFields(exchange.body, at: place)
        if let introspection = try fields.optionalFields("token_introspection") {
            fields = introspection
            guard try fields.optionalBool("active") != false else {
                throw fields.fault(
                    "active", "la session est terminée ; interrogez de nouveau FranceConnect",
                    "the session is over; ask FranceConnect again")
            }
        }
        self.init(
            familyName: try fields.name("family_name"),
            givenNames: try Self.givenNames(&fields), birthDate: try fields.birthDate("birthdate"))
        usageName = fields.signable("preferred_username") { try? Name(normalising: $0) }
        sex = fields.choice("gender", of: .sex)
        identityACR = fields.choice("acr", of: .identityACR)
        birthPlaceCOG = fields.signable("birthplace") { ClaimForm.isCommune($0) ? $0 : nil }
        birthCountryCOG = fields.signable("birthcountry") {
            guard ClaimForm.isFiveDigits($0), let code = UInt64($0) else { return nil }
            return (99_000...99_999).contains(code) ? code : nil
        }
    }

    /// The list is what tells a compound given name from two; a text alone is kept whole, under
    /// either name.
    ///
    /// Only the first of the list is always signed, so only that one must be of the signed form.
    private static func givenNames(_ fields: inout JSONFields) throws(JSONFault) -> GivenNames? {
        guard case .array(let list) = fields.value("given_name_array") else {
            if let text = try fields.name("given_name_array") { return .undivided(text) }
            return try fields.name("given_name").map { .undivided($0) }
        }
        let given = list.filter { item in
            if case .string(let text) = item { !text.withPlainSpaces.isEmpty } else { true }
        }
        guard let first = given.first else {
            return try fields.name("given_name").map { .undivided($0) }
        }
        guard case .string(let text) = first else {
            throw fields.fault(
                "given_name_array", "doit être une liste de textes", "must be a list of texts")
        }
        return .separate(
            first: try fields.name("given_name_array", text), others: others(given.dropFirst()))
    }

    /// Nil where one of them could not be signed.
    private static func others(_ list: ArraySlice<JSONValue>) -> Name? {
        let texts = list.compactMap { item in
            if case .string(let text) = item { text.withPlainSpaces } else { nil }
        }
        guard texts.count == list.count, !texts.isEmpty else { return nil }
        return try? Name(normalising: texts.joined(separator: " "))
    }
}

extension JSONFields {
    /// A name that can be signed; nil when absent or empty.
    fileprivate mutating func name(_ field: String) throws(JSONFault) -> Name? {
        guard let text = try spacedText(field) else { return nil }
        return try name(field, text)
    }

    fileprivate func name(_ field: String, _ text: String) throws(JSONFault) -> Name {
        do throws(NameFault) {
            return try Name(normalising: text.withPlainSpaces)
        } catch {
            throw fault(field, error.explanation.french, error.explanation.english)
        }
    }

    /// The text of a field with plain spaces; nil when absent or of nothing but spaces.
    private mutating func spacedText(_ field: String) throws(JSONFault) -> String? {
        guard let text = try optionalText(field)?.withPlainSpaces, !text.isEmpty else { return nil }
        return text
    }

    /// What `form` makes of the text of a field that is signed only if it is asked for; nil where
    /// there is none that could be.
    fileprivate mutating func signable<Value>(
        _ field: String, _ form: (String) -> Value?
    ) -> Value? {
        guard case .string(let text) = value(field) else { return nil }
        return form(text.withPlainSpaces)
    }

    fileprivate mutating func birthDate(_ field: String) throws(JSONFault) -> PartialDate? {
        guard let text = try spacedText(field) else { return nil }
        guard let date = PartialDate(text) else {
            throw fault(
                field,
                "doit être une date qui existe, comme 1962-08-24, 00 si une part est inconnue",
                "must be a date that exists, such as 1962-08-24, 00 for an unknown part")
        }
        return date
    }

    fileprivate mutating func choice(_ field: String, of label: ClaimLabel) -> UInt64? {
        guard case .choice(let choices) = ClaimRegistry.row(of: label).kind else { return nil }
        return signable(field) { text in choices.first { $0.name == text }?.number }
    }
}

extension String {
    /// Without white space at its ends, and with one space for any inside: nobody sees what is lost
    /// (Spec/token.md 4.2).
    fileprivate var withPlainSpaces: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
