package import WebRules

/// A partner's link to `/choisir`: it proposes, and the person decides (Spec/portal.md 10.1).
package struct DeepLink: Equatable, Sendable {
    /// Nil for nobody in particular.
    package let procedure: Procedure?
    package let state: PartnerState?

    /// The link in a query or in a form that repeats it.
    ///
    /// Nil for a procedure that is not in the catalogue, a state of another form or without a
    /// procedure, or one of both twice. What else is in the query is passed over.
    package init?(_ query: FormFields, among procedures: [Procedure]) {
        guard !query.repeats("demarche"), !query.repeats("etat") else { return nil }
        let name = query.only("demarche") ?? ""
        let state = query.only("etat") ?? ""
        procedure = procedures.first { $0.identifier == name }
        self.state = PartnerState(state)
        guard procedure != nil || name.isEmpty,
            state.isEmpty || self.state != nil && procedure != nil
        else { return nil }
    }

    /// The fields of its query; none for nobody in particular.
    package var fields: [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        if let procedure { fields.append(("demarche", procedure.identifier)) }
        if let state { fields.append(("etat", state.text)) }
        return fields
    }

    /// Its address at the portal.
    package var address: String {
        procedure == nil ? "/choisir" : "/choisir?" + FormFields.written(fields)
    }
}

/// A text by which a partner finds its form again: opaque to everybody else.
package struct PartnerState: Equatable, Sendable {
    package let text: String

    /// Nil unless it has 1 to 128 of `A-Z a-z 0-9 _ -`.
    package init?(_ text: String) {
        guard text.wholeMatch(of: /[A-Za-z0-9_-]{1,128}/) != nil else { return nil }
        self.text = text
    }
}
