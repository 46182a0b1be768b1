package import JSONFields

/// Who the Assurance maladie says the person is, so that their contracts are compared with them.
///
/// It answers about contracts by the NIR, which is needed for one call and kept nowhere.
package struct BeneficiaryAnswer: Sendable {
    /// For the call about contracts: 13 to 15 digits, or letters of Corsica.
    package let nir: String
    private let parameters: JSONObject

    /// Nil if a part without which nobody can be compared or asked about is not there.
    package init?(parsing body: [UInt8]) {
        guard case .object(let members)? = try? JSONValue(parsing: body, from: "answer"),
            case .string(let nir)? = members["nir"],
            nir.wholeMatch(of: /[0-9AB]{13,15}/) != nil,
            case .string(let name)? = members["nom_famille"],
            case .string(let date)? = members["date_naissance"],
            let parts = date.wholeMatch(of: /([0-9]{4})-([0-9]{2})-([0-9]{2})/)
        else { return nil }
        self.nir = nir
        var parameters: JSONObject = [
            "nomNaissance": .string(name), "anneeDateNaissance": .string(String(parts.1)),
            "moisDateNaissance": .string(String(parts.2)),
            "jourDateNaissance": .string(String(parts.3)),
        ]
        parameters["nomUsage"] = members["nom_usage"]
        parameters["prenom"] = members["prenom"]
        self.parameters = parameters
    }

    /// The contracts with the person they are about, as a recorded exchange (Spec/issuing.md 3).
    package func exchange(_ contracts: JSONValue) -> JSONValue {
        .object(["status": .integer(200), "params": .object(parameters), "body": contracts])
    }
}
