import DataSources
import Explaining
import Issuing
import JSONFields
import Proofs
import Testing

/// Spec/issuing.md, "The identity".
struct IdentityJSONTests {
    private func identity(_ value: JSONValue) throws -> PivotIdentity {
        try PivotIdentity(json: value, at: "identity.json")
    }

    private func identity(_ text: String) throws -> PivotIdentity {
        try identity(try Sample.parse(text))
    }

    @Test func readsWhatFranceConnectSends() throws {
        let identity = try identity(try Sample.json("identity"))
        #expect(identity.familyName?.text == "TERRASSIER")
        #expect(identity.givenNames?.first.text == "Camille")
        #expect(identity.birthDate == PartialDate("1988-05-14"))
        #expect(identity.usageName?.text == "VALMONT")
        #expect(identity.sex == 2)
        #expect(identity.birthPlaceCOG == "44109")
        #expect(identity.birthCountryCOG == 99_100)
        #expect(identity.identityACR == 1)
    }

    @Test func unwrapsAnIntrospectionAndARecordedExchange() throws {
        let plain = try Sample.json("identity")
        let introspected = JSONValue.object(["token_introspection": plain])
        let recorded = JSONValue.object(["status": .integer(200), "body": introspected])
        #expect(try identity(introspected) == identity(plain))
        #expect(try identity(recorded) == identity(plain))
    }

    @Test func refusesAnEndedSession() {
        #expect(throws: JSONFault.self) {
            try identity("{\"token_introspection\": {\"active\": false}}")
        }
        let error = #expect(throws: JSONFault.self) {
            try identity("{\"status\": 401, \"body\": {}}")
        }
        #expect(
            error?.explanation.english == "identity.json: is an error answer and holds no identity")
    }

    @Test func theListSeparatesGivenNamesAndTheTextDoesNot() throws {
        let listed = try identity(
            """
            {"given_name": "Jean Pierre", "given_name_array": ["Jean Pierre", "Marc", "Luc"]}
            """
        )
        #expect(listed.givenNames?.first.text == "Jean Pierre")
        let text = try identity("{\"given_name\": \"Jean Pierre\"}")
        #expect(text.givenNames == .undivided(try Name(normalising: "Jean Pierre")))
        let empty = try identity("{\"given_name\": \"Jean\", \"given_name_array\": []}")
        #expect(empty.givenNames == .undivided(try Name(normalising: "Jean")))
    }

    @Test func anEmptyTextIsAbsent() throws {
        let none = try identity(
            "{\"family_name\": \"\", \"given_name\": \"\", \"birthdate\": \"\"}")
        #expect(none == PivotIdentity(familyName: nil, givenNames: nil, birthDate: nil))
    }

    @Test func whatCannotBeSignedIsAbsentUnlessItIsNeeded() throws {
        let identity = try identity(
            """
            {"preferred_username": "user42", "gender": "other", "acr": "high",
             "birthplace": "9912", "birthcountry": "12345"}
            """
        )
        #expect(identity == PivotIdentity(familyName: nil, givenNames: nil, birthDate: nil))
    }

    @Test func aSecondGivenNameThatCannotBeSignedIsMissedOnlyIfAskedFor() throws {
        for second in ["\"Иван\"", "\"B1\"", "7", "null"] {
            let identity = try Sample.changing(
                Sample.json("identity"),
                ["given_name_array": Sample.parse("[\"Camille\", \(second)]")])
            let answer = try Sample.json("quotient-familial")
            let claims = try Sample.evidence(answer, .quotientFamilial, identity: identity).claims
            #expect(claims.name(.firstGivenName)?.text == "Camille")
            #expect(throws: IssuingRefusal.identityWithout(.otherGivenNames)) {
                try Sample.evidence(
                    answer, .quotientFamilial, identity: identity, disclose: "other_given_names")
            }
        }
    }

    @Test func aFieldOfAnotherTypeIsMissedOnlyIfAskedFor() throws {
        let identity = try identity("{\"gender\": 2, \"birthplace\": [], \"acr\": true}")
        #expect(identity == PivotIdentity(familyName: nil, givenNames: nil, birthDate: nil))
    }

    @Test func bringsWhiteSpaceIntoForm() throws {
        let spaced = try identity(
            """
            {"family_name": " LE\\u00a0GALL  ", "given_name_array": ["Ana ", " ", "Lou\\tMarie"],
             "birthdate": "1988-05-14 ", "preferred_username": "VALMONT "}
            """
        )
        #expect(spaced.familyName?.text == "LE GALL")
        #expect(spaced.givenNames?.first.text == "Ana")
        #expect(spaced.givenNames?.others?.text == "Lou Marie")
        #expect(spaced.birthDate == PartialDate("1988-05-14"))
        #expect(spaced.usageName?.text == "VALMONT")
        let whole = try identity("{\"given_name_array\": \"Ana Lou\", \"given_name\": \"Ana Lou\"}")
        #expect(whole.givenNames == .undivided(try Name(normalising: "Ana Lou")))
    }

    @Test(arguments: [
        "{\"family_name\": \"Иванов\"}", "{\"given_name\": \"A\\u202eB\"}",
        "{\"given_name_array\": [\"B1\", \"Ana\"]}", "{\"birthdate\": \"1988-02-30\"}",
        "{\"birthdate\": \"1988\"}", "{\"given_name_array\": [7]}", "[]",
    ])
    func refusesNamesAndDatesThatCannotBeSigned(_ text: String) {
        #expect(throws: JSONFault.self) { try identity(text) }
    }
}
