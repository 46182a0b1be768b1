internal import JSONFields

/// Where an answer has persons, and the names of what a person is known by (Spec/issuing.md 2).
struct PersonMembers {
    /// Members at the top of the answer: a person, or a list of persons.
    let places: [String]
    /// For birth date, family name and given names each: the names that the member may have.
    let names: [Set<String>]

    /// Whether each of the three has its name in one person at least, or there is no person.
    ///
    /// Otherwise the form is another: `nom` for `nom_naissance` is no other spelling, and the
    /// person would be told to be somebody else. A person without any member is none.
    func fit(_ answer: JSONObject) -> Bool {
        let persons = places.flatMap { PersonMembers.objects(in: answer[$0]) }
            .filter { !$0.names.isEmpty }
        return persons.isEmpty
            || names.allSatisfy { names in
                persons.contains { $0.names.contains(where: names.contains) }
            }
    }

    private static func objects(in value: JSONValue?) -> [JSONObject] {
        switch value {
        case .object(let members): [members]
        case .array(let items): items.flatMap { objects(in: $0) }
        case .none, .null, .bool, .integer, .decimal, .string: []
        }
    }
}
