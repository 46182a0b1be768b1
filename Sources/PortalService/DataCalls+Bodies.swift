internal import JSONFields
internal import OutgoingCalls
internal import PortalRules
internal import WebRules

/// How each body is asked (Spec/portal.md 5).
extension DataCalls {
    func askParticulier(_ datum: Datum) async -> DatumState {
        guard let address = edges.settings.bodies.particulier?.address(of: datum),
            let answer = await get(datum, address, bearer: access.token)
        else { return .unanswered }
        return state(datum, answer)
    }

    func askEmployment(_ datum: Datum) async -> DatumState {
        guard let address = edges.settings.bodies.employment else {
            return await askByIdentifier(datum) ?? .unanswered
        }
        guard let answer = await get(datum, address, bearer: access.token) else {
            return .unanswered
        }
        let found = state(datum, answer)
        guard answer.status == 404 || answer.status == 422 else { return found }
        return await askByIdentifier(datum) ?? found
    }

    /// Whom FranceConnect does not make known there is asked about by what they had kept, with the
    /// portal's own token; nil if the settings have none.
    ///
    /// Whom the answer is about is for the signing service to compare (Spec/issuing.md 3).
    private func askByIdentifier(_ datum: Datum) async -> DatumState? {
        guard edges.settings.takesIdentifier,
            let particulier = edges.settings.bodies.particulier,
            let token = edges.bodySecrets[.particulier]
        else { return nil }
        guard let identifier = access.identifier else { return .identifierMissing }
        guard let address = particulier.address(ofJobSeeker: identifier),
            let answer = await get(datum, address, bearer: token)
        else { return .unanswered }
        // Of the portal's token, not of the person's login.
        return answer.status == 401 ? .notTransmitted : state(datum, answer)
    }

    /// DGFIP says 401 of either token: the portal's own is had anew once.
    func askTax(_ datum: Datum) async -> DatumState {
        guard let access = edges.settings.bodies.tax,
            let token = await tokens.token(within: timeLeft),
            let answer = await get(datum, access.address, bearer: token, taxFields(access))
        else { return .unanswered }
        guard answer.status == 401 else { return state(datum, answer) }
        guard let other = await tokens.token(otherThan: token, within: timeLeft),
            let again = await get(datum, access.address, bearer: other, taxFields(access))
        else { return .unanswered }
        return state(datum, again)
    }

    /// First who the person is there, then their contracts.
    func askHealth(_ datum: Datum) async -> DatumState {
        guard let health = edges.settings.bodies.health, let key = edges.bodySecrets[.health]
        else { return .unanswered }
        let keyField = OutgoingField("X-API-Key", key)
        guard let person = await get(datum, health.person, bearer: access.token, [keyField]) else {
            return .unanswered
        }
        guard person.status == 200 else {
            return person.status == 404 ? .notIdentified : state(datum, person)
        }
        guard let beneficiary = BeneficiaryAnswer(parsing: person.body) else {
            return .notTransmitted
        }
        let fields = [keyField, OutgoingField("nir", beneficiary.nir)]
        guard
            let contracts = await get(datum, health.contracts, bearer: access.token, fields)
        else { return .unanswered }
        guard case .obtained(let answer) = state(datum, contracts) else {
            return state(datum, contracts)
        }
        return .obtained(beneficiary.exchange(answer))
    }

    private func taxFields(_ tax: TaxAccess) -> [OutgoingField] {
        [
            OutgoingField("X-FranceConnect-OAuth", access.token),
            OutgoingField("X-Correlation-ID", UUIDText.random(edges.random)),
            OutgoingField("ID_Teleservice", tax.teleservice),
        ]
    }

    private func get(
        _ datum: Datum, _ address: WebAddress, bearer: String, _ fields: [OutgoingField] = []
    ) async -> OutgoingAnswer? {
        try? await edges.bodyCallers[datum.source]?.get(
            address, bearer: bearer, fields: fields, within: timeLeft)
    }

    private func state(_ datum: Datum, _ answer: OutgoingAnswer) -> DatumState {
        DatumState(
            datum, status: answer.status, body: answer.body,
            retryAfter: answer.retryAfter.map { Int($0.components.seconds) })
    }
}
