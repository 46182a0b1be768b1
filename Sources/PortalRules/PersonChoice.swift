internal import DataSources
internal import Issuing
package import JSONFields
package import WebRules

/// What a person chose before the login: facts, and for whom (Spec/portal.md 2).
package struct PersonChoice: Equatable, Sendable {
    /// The link that it began with.
    package let link: DeepLink
    /// At most one of each datum, in the order of the page; each makes a justificatif.
    package let facts: [OfferedFact]
    package let showsUsageName: Bool

    /// The choice in a form that was sent: a field a datum, named after it, with the fact.
    ///
    /// Nil for a procedure that is not in the catalogue, or a fact that is not offered for it: what
    /// may be chosen comes from the settings, never from the request. A form may choose nothing.
    package init?(_ form: FormFields, of settings: PortalSettings) {
        guard let link = DeepLink(form, among: settings.procedures) else { return nil }
        self.link = link
        let offered = settings.facts(for: link.procedure)
        var facts: [OfferedFact] = []
        for datum in Datum.allCases {
            guard !form.repeats(datum.rawValue) else { return nil }
            guard let text = form.only(datum.rawValue), !text.isEmpty else { continue }
            guard let fact = OfferedFact(rawValue: text), fact.datum == datum,
                offered.contains(fact)
            else { return nil }
            facts.append(fact)
        }
        self.facts = facts
        showsUsageName = settings.offersUsageName && form.only("nom_usage") == "oui"
    }

    /// For which procedure of the catalogue; nil for nobody in particular.
    package var procedure: Procedure? { link.procedure }

    /// What the procedure's partner wants back with it.
    package var state: PartnerState? { link.state }

    /// What the signing service takes for one of its facts, of a person with that identity.
    package func disclosure(of fact: OfferedFact, for identity: JSONValue) -> String {
        fact.rawValue + (showsUsageName && !lacksUsageName(identity) ? ",usage_name" : "")
    }

    /// Whether the person wants a usage name shown and the identity has none.
    ///
    /// Most people have none, and to ask for it would have the whole justificatif refused.
    package func lacksUsageName(_ identity: JSONValue) -> Bool {
        let pivot = try? PivotIdentity(json: identity, at: "identity")
        return showsUsageName && pivot?.usageName == nil
    }
}
