package import WebRules

/// What a person chose before the login: the fact, and for whom (Spec/portal.md 2).
package struct PersonChoice: Equatable, Sendable {
    /// For which procedure of the catalogue; nil for nobody in particular.
    package let procedure: Procedure?
    package let fact: OfferedFact
    package let showsUsageName: Bool

    /// The choice in a form that was sent.
    ///
    /// Nil for a procedure that is not in the catalogue, or a fact it has no scale for: what may be
    /// chosen comes from the catalogue, never from the request.
    package init?(_ form: FormFields, among procedures: [Procedure]) {
        let name = form.only("demarche") ?? ""
        procedure = procedures.first { $0.identifier == name }
        guard procedure != nil || name.isEmpty,
            let fact = form.only("fait").flatMap(OfferedFact.init(rawValue:)),
            fact.isOffered(for: procedure)
        else { return nil }
        self.fact = fact
        showsUsageName = form.only("nom_usage") == "oui"
    }

    /// As `issue --disclose` takes it.
    package var disclosure: String {
        fact.rawValue + (showsUsageName ? ",usage_name" : "")
    }

    /// What FranceConnect is asked for: the identity, and the datum that this choice needs.
    package var scopes: [String] {
        let identity = ["openid", "identite_pivot", "preferred_username"]
        return identity + ["cnaf_quotient_familial", "cnaf_allocataires"]
    }
}

/// A way to state a quotient familial, by the name of its claim (Spec/claims.csv).
package enum OfferedFact: String, CaseIterable, Sendable {
    case value = "qf"
    /// The least bound of a published scale that is true.
    case atMost = "qf_at_most"
    /// The bracket of a published scale, without the value.
    case bracket = "tariff_bracket"

    /// Whether it can be stated for a procedure: bounds come from its published scale only.
    package func isOffered(for procedure: Procedure?) -> Bool {
        switch self {
        case .value: true
        case .atMost: procedure?.scale?.hasBounds ?? false
        case .bracket: procedure?.scale?.hasBrackets ?? false
        }
    }
}
