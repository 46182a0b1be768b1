internal import JSONFields
internal import OpenIDConnect
package import WebRules

/// The bodies that are asked for data, as the settings name them (Spec/portal.md 7).
package struct DataBodies: Equatable, Sendable {
    package let particulier: ParticulierAccess?
    package let tax: TaxAccess?
    /// Where France Travail says whether the person is registered.
    package let employment: WebAddress?
    package let health: HealthAccess?

    /// Throws also if there is none: nothing could be offered.
    init(_ fields: inout JSONFields) throws(JSONFault) {
        particulier = try fields.optionalFields("api_particulier").map {
            fields throws(JSONFault) in try ParticulierAccess(fields)
        }
        tax = try fields.optionalFields("impot_particulier").map {
            fields throws(JSONFault) in try TaxAccess(fields)
        }
        employment = try fields.optionalFields("france_travail").map {
            fields throws(JSONFault) in
            var fields = fields
            let address = try fields.address("address", with: "/fc-statutaugmente/v1/statut")
            try fields.finish()
            return address
        }
        health = try fields.optionalFields("assurance_maladie").map {
            fields throws(JSONFault) in try HealthAccess(fields)
        }
        guard particulier != nil || tax != nil || employment != nil || health != nil else {
            throw fields.missing("api_particulier")
        }
    }

    /// Whether persons can be asked about by the portal's own token.
    var hasOwnToken: Bool { particulier?.tokenFile != nil }

    func has(_ source: DataSource) -> Bool {
        switch source {
        case .particulier: particulier != nil
        case .tax: tax != nil
        case .employment: employment != nil
        case .health: health != nil
        }
    }

    /// The files of the secrets that the portal itself has with bodies.
    package var secretFiles: [DataSource: String] {
        var files: [DataSource: String] = [:]
        files[.tax] = tax?.secretFile
        files[.health] = health?.keyFile
        files[.particulier] = particulier?.tokenFile
        return files
    }
}

/// API Particulier v3, and on whose behalf it is asked.
package struct ParticulierAccess: Equatable, Sendable {
    /// The portal's own token there; nil if persons are asked about by their own alone.
    fileprivate let tokenFile: String?
    private let base: String
    private let recipient: Siret

    init(_ fields: JSONFields) throws(JSONFault) {
        var fields = fields
        base = try fields.address("address").text
        recipient = try fields.siret("recipient")
        tokenFile = try fields.optionalText("token_file")
        guard address(of: "dss/complementaire_sante_solidaire") != nil else {
            throw fields.fault("address", "trop longue", "too long")
        }
        try fields.finish()
    }

    /// Where the person whose access token goes with the call is asked about; nil for a datum of
    /// another body.
    package func address(of datum: Datum) -> WebAddress? {
        switch datum {
        case .quotientFamilial: address(of: "dss/quotient_familial")
        case .complementaryCover: address(of: "dss/complementaire_sante_solidaire")
        case .student: address(of: "mesri/statut_etudiant")
        case .grant: address(of: "cnous/etudiant_boursier")
        case .taxIncome, .jobSeeker, .health: nil
        }
    }

    /// Where a person is asked about by the identifier they chose at France Travail, with the
    /// portal's own token; nil if that makes no address.
    package func address(ofJobSeeker identifier: String) -> WebAddress? {
        let query = FormFields.written([
            ("identifiant", identifier), ("recipient", recipient.text),
        ])
        return WebAddress("\(base)/v3/france_travail/statut/identifiant?\(query)")
    }

    private func address(of path: String) -> WebAddress? {
        WebAddress("\(base)/v3/\(path)/france_connect?recipient=\(recipient.text)")
    }
}

/// API Impôt particulier, and the client that asks it.
package struct TaxAccess: Equatable, Sendable {
    /// The latest assessment of the last two years of income.
    package let address: WebAddress
    /// Where a token of the client is had (RFC 6749 4.4).
    package let tokenAddress: WebAddress
    /// The `ID_Teleservice` that DGFIP knows the portal by.
    package let teleservice: String
    fileprivate let secretFile: String
    private let clientID: String
    private let scope: String?

    init(_ fields: JSONFields) throws(JSONFault) {
        var fields = fields
        address = try fields.address("address", with: "/dernieresituation/ir/assiettes/deuxans")
        tokenAddress = try fields.address("token_address")
        clientID = try fields.text("client_id")
        secretFile = try fields.text("client_secret_file")
        teleservice = try fields.text("teleservice")
        scope = try fields.optionalText("scope")
        try fields.finish()
    }

    /// The form that asks for a token.
    package var tokenForm: String {
        FormFields.written(
            [("grant_type", "client_credentials")] + (scope.map { [("scope", $0)] } ?? []))
    }

    /// `Authorization` of that form (RFC 6749 2.3.1, RFC 7617).
    package func authorization(secret: String) -> String {
        let text = FormFields.written([(clientID, secret)])
        let pair = text.split(separator: "=", maxSplits: 1).joined(separator: ":")
        let digits = Base64URL.text(Array(pair.utf8))
            .replacing("-", with: "+").replacing("_", with: "/")
        return "Basic " + digits + String(repeating: "=", count: (4 - digits.count % 4) % 4)
    }
}

/// The rights of the Assurance maladie, which are asked for in two calls.
package struct HealthAccess: Equatable, Sendable {
    /// Who the person is there.
    package let person: WebAddress
    /// Their contracts.
    package let contracts: WebAddress
    fileprivate let keyFile: String

    init(_ fields: JSONFields) throws(JSONFault) {
        var fields = fields
        person = try fields.address("address", with: "/me")
        contracts = try fields.address("address", with: "/contrats")
        keyFile = try fields.text("api_key_file")
        try fields.finish()
    }
}
