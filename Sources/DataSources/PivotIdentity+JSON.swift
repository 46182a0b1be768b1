internal import Explaining
package import Issuing
package import JSONFields
internal import Proofs

extension PivotIdentity {
    /// The identity in a FranceConnect answer: userinfo, or the introspection of a token.
    ///
    /// Names and birth date must be of the signed form, or the identity is refused. Any other field
    /// in a form that could not be signed counts as absent, and is missed only if asked for.
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
        usageName = try fields.filledText("preferred_username").flatMap(Self.signable)
        sex = try fields.choice("gender", of: .sex)
        identityACR = try fields.choice("acr", of: .identityACR)
        birthPlaceCOG = try fields.filledText("birthplace").flatMap {
            ClaimForm.isCommune($0) ? $0 : nil
        }
        birthCountryCOG = try fields.filledText("birthcountry").flatMap {
            guard ClaimForm.isFiveDigits($0), let code = UInt64($0) else { return nil }
            return (99_000...99_999).contains(code) ? code : nil
        }
    }

    private static func signable(_ text: String) -> Name? { try? Name(normalising: text) }

    /// The list is what tells a compound given name from two; the text alone is kept whole.
    private static func givenNames(_ fields: inout JSONFields) throws(JSONFault) -> GivenNames? {
        let list = try fields.texts("given_name_array").filter { !$0.isEmpty }
        guard let first = list.first else {
            return try fields.name("given_name").map { .undivided($0) }
        }
        let others = list.dropFirst().joined(separator: " ")
        return .separate(
            first: try fields.name("given_name_array", first),
            others: others.isEmpty ? nil : try fields.name("given_name_array", others))
    }
}

extension JSONFields {
    /// A name that can be signed; nil when absent or empty.
    fileprivate mutating func name(_ field: String) throws(JSONFault) -> Name? {
        guard let text = try filledText(field) else { return nil }
        return try name(field, text)
    }

    fileprivate func name(_ field: String, _ text: String) throws(JSONFault) -> Name {
        do throws(NameFault) {
            return try Name(normalising: text)
        } catch {
            throw fault(field, error.explanation.french, error.explanation.english)
        }
    }

    fileprivate mutating func birthDate(_ field: String) throws(JSONFault) -> PartialDate? {
        guard let text = try filledText(field) else { return nil }
        guard let date = PartialDate(text) else {
            throw fault(
                field,
                "doit être une date qui existe, comme 1962-08-24, 00 si une part est inconnue",
                "must be a date that exists, such as 1962-08-24, 00 for an unknown part")
        }
        return date
    }

    fileprivate mutating func choice(
        _ field: String, of label: ClaimLabel
    ) throws(JSONFault) -> UInt64? {
        guard let text = try filledText(field),
            case .choice(let choices) = ClaimRegistry.row(of: label).kind
        else { return nil }
        return choices.first { $0.name == text }?.number
    }
}
