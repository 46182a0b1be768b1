internal import JSONFields

/// The scopes that the provider grants to this portal, as its habilitation says.
///
/// FranceConnect refuses a login that asks for any other, so nothing is offered that needs one.
package struct Habilitation: Equatable, Sendable {
    /// Without these nobody is identified.
    private static let identity = ["openid", "identite_pivot"]
    /// The usage name, by which data bodies know some persons.
    private static let usageName = "preferred_username"
    /// What a settings file without `scopes` stands for.
    private static let usual =
        identity + [usageName] + OfferedFact.quotient.scopes

    private let scopes: [String]

    /// Reads `scopes` of the provider.
    init(_ fields: inout JSONFields) throws(JSONFault) {
        scopes = fields.has("scopes") ? try fields.texts("scopes") : Habilitation.usual
        for scope in Habilitation.identity where !scopes.contains(scope) {
            throw fields.fault("scopes", "doit contenir \(scope)", "must hold \(scope)")
        }
        guard scopes.allSatisfy({ $0.wholeMatch(of: /[!#-\[\]-~]{1,80}/) != nil }) else {
            throw fields.fault(
                "scopes", "un scope a 1 à 80 caractères ASCII visibles",
                "a scope has 1 to 80 visible ASCII characters")
        }
    }

    var hasUsageName: Bool { scopes.contains(Habilitation.usageName) }

    func allows(_ fact: OfferedFact) -> Bool { fact.scopes.allSatisfy(scopes.contains) }

    /// What is asked for: the identity, and what the facts need of what is granted.
    func scopes(of facts: [OfferedFact]) -> [String] {
        var asked = Habilitation.identity + (hasUsageName ? [Habilitation.usageName] : [])
        for scope in facts.flatMap(\.scopes)
        where scopes.contains(scope) && !asked.contains(scope) {
            asked.append(scope)
        }
        return asked
    }
}
