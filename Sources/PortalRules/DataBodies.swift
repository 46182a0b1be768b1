internal import JSONFields
package import WebRules

/// The bodies that are asked for data, as the settings name them (Spec/portal.md 7).
package struct DataBodies: Equatable, Sendable {
    package let particulier: ParticulierAccess?

    /// Throws also if there is none: nothing could be offered.
    init(_ fields: inout JSONFields) throws(JSONFault) {
        particulier = try fields.optionalFields("api_particulier").map {
            fields throws(JSONFault) in try ParticulierAccess(fields)
        }
        guard particulier != nil else { throw fields.missing("api_particulier") }
    }

    func has(_ source: DataSource) -> Bool {
        switch source {
        case .particulier: particulier != nil
        }
    }
}

/// API Particulier v3, and on whose behalf it is asked.
package struct ParticulierAccess: Equatable, Sendable {
    private let base: String
    private let recipient: String

    /// A SIRET, whose check digit the server looks at as well.
    init(_ fields: JSONFields) throws(JSONFault) {
        var fields = fields
        base = try fields.address("address").text
        recipient = try fields.text("recipient")
        guard recipient.wholeMatch(of: /[0-9]{14}/) != nil else {
            throw fields.fault("recipient", "14 chiffres (SIRET)", "14 digits (SIRET)")
        }
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
        }
    }

    private func address(of path: String) -> WebAddress? {
        WebAddress("\(base)/v3/\(path)/france_connect?recipient=\(recipient)")
    }
}
