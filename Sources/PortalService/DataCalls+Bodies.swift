internal import JSONFields
internal import OutgoingCalls
internal import PortalRules
internal import WebRules

/// How each body is asked (Spec/portal.md 5).
extension DataCalls {
    func askParticulier(_ datum: Datum) async -> DatumState {
        guard let address = edges.settings.bodies.particulier?.address(of: datum),
            let answer = await get(datum, address, bearer: accessToken)
        else { return .unanswered }
        return state(datum, answer)
    }

    func askEmployment(_ datum: Datum) async -> DatumState {
        guard let address = edges.settings.bodies.employment,
            let answer = await get(datum, address, bearer: accessToken)
        else { return .unanswered }
        return state(datum, answer)
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
        guard let access = edges.settings.bodies.health, let key = edges.bodySecrets[.health]
        else { return .unanswered }
        let keyField = OutgoingField("X-API-Key", key)
        guard let person = await get(datum, access.person, bearer: accessToken, [keyField]) else {
            return .unanswered
        }
        guard person.status == 200 else {
            return person.status == 404 ? .notIdentified : state(datum, person)
        }
        guard let beneficiary = BeneficiaryAnswer(parsing: person.body) else {
            return .notTransmitted
        }
        let fields = [keyField, OutgoingField("nir", beneficiary.nir)]
        guard let contracts = await get(datum, access.contracts, bearer: accessToken, fields) else {
            return .unanswered
        }
        guard case .obtained(let answer) = state(datum, contracts) else {
            return state(datum, contracts)
        }
        return .obtained(beneficiary.exchange(answer))
    }

    private func taxFields(_ access: TaxAccess) -> [OutgoingField] {
        [
            OutgoingField("X-FranceConnect-OAuth", accessToken),
            OutgoingField("X-Correlation-ID", UUIDText.random(edges.random)),
            OutgoingField("ID_Teleservice", access.teleservice),
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
