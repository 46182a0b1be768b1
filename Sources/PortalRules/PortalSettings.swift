package import JSONFields
package import OpenIDConnect
internal import WebRules

/// The settings file of a portal (Spec/portal.md 7).
package struct PortalSettings: Equatable, Sendable {
    package static let format = "justificatif-portail/1"

    /// What browsers write: `https://portail.example`.
    package let origin: String
    /// The port on loopback.
    package let port: Int
    /// Who runs the portal, and whom to turn to; shown on every page.
    package let body: PortalBody
    package let provider: Provider
    /// A file with the client's secret.
    package let secretFile: String
    package let habilitation: Habilitation
    package let bodies: DataBodies
    /// The socket of the signing service.
    package let signingSocket: String
    /// The folder of lists that pages are made with, and the roots if they are not pinned there.
    package let lists: String
    package let roots: String?
    /// A file of CA certificates; nil for those of the system.
    package let authorities: String?
    /// How long answers are kept, in seconds, 1 to 900.
    package let keptSeconds: Int64
    /// In how many hours a list of cancelled justificatifs follows another, 1 to 168.
    package let publishedHours: Int64
    package let procedures: [Procedure]
    /// Nil if nothing is kept between two visits.
    package let space: SpaceSettings?
    /// The field by which the server in front names its client; nil if it names none.
    package let clientField: String?
    /// A file of advice (11); nil for none.
    package let advice: String?
    /// A folder with the artwork of the button that leads to FranceConnect (7.1); nil for words.
    package let artwork: String?
    /// In the place of the usual ones.
    let contacts: [Datum: SourceContact]

    /// Throws the first field that is missing, misspelt or wrong.
    package init(json value: JSONValue, at place: String) throws(JSONFault) {
        var fields = try JSONFields(value, at: place)
        guard try fields.text("format") == PortalSettings.format else {
            throw fields.fault(
                "format", "doit être \(PortalSettings.format)", "must be \(PortalSettings.format)")
        }
        let address = try fields.address("origin")
        guard address.text == address.origin else {
            throw fields.fault(
                "origin", "sans chemin, comme https://portail.example",
                "without a path, such as https://portail.example")
        }
        origin = address.origin
        port = Int(try fields.number("port", 1...65_535))
        body = try PortalBody(fields.fields("body"))
        var provider = try fields.fields("provider")
        secretFile = try provider.text("client_secret_file")
        habilitation = try Habilitation(&provider)
        self.provider = try Provider(provider, of: origin)
        bodies = try DataBodies(&fields)
        signingSocket = try fields.text("signing_socket")
        lists = try fields.text("lists")
        roots = try fields.optionalText("roots")
        authorities = try fields.optionalText("authorities")
        keptSeconds = fields.has("kept_seconds") ? try fields.number("kept_seconds", 1...900) : 900
        publishedHours =
            fields.has("published_hours") ? try fields.number("published_hours", 1...168) : 24
        procedures = try fields.procedures()
        space = try fields.space()
        advice = try fields.optionalText("advice")
        artwork = try fields.optionalText("artwork")
        clientField = try fields.fieldName("client_field")
        contacts = try fields.contacts()
        try fields.finish()
        for procedure in procedures where facts(for: procedure).isEmpty {
            throw fields.fault(
                "procedures", "rien ne peut être proposé pour \(procedure.identifier)",
                "nothing can be offered for \(procedure.identifier)")
        }
    }

    /// What a person may choose for a procedure, or for nobody in particular: what the procedure
    /// asks for, its scale states, the habilitation allows, and a body of the settings answers.
    package func facts(for procedure: Procedure?) -> [OfferedFact] {
        OfferedFact.allCases.filter { fact in
            canAsk(for: fact) && fact.isStated(by: procedure?.scale)
                && (procedure?.facts?.contains(fact) ?? true)
        }
    }

    /// What is asked for by an identifier needs no scope of the provider's.
    private func canAsk(for fact: OfferedFact) -> Bool {
        bodies.has(fact.datum.source) && habilitation.allows(fact)
            || fact.datum == .jobSeeker && takesIdentifier
    }

    /// Whether a person can be asked about by the identifier that they chose at France Travail, and
    /// have it kept.
    package var takesIdentifier: Bool { bodies.hasOwnToken && space != nil }

    /// Whether a person may have the usage name shown.
    package var offersUsageName: Bool { habilitation.hasUsageName }

    /// What FranceConnect is asked for: for a choice the identity and what its facts need.
    ///
    /// `openid` for a person who only wants to find theirs.
    package func scopes(of choice: PersonChoice?) -> [String] {
        choice.map { habilitation.scopes(of: $0.facts) } ?? ["openid"]
    }
}

/// The body that runs a portal.
package struct PortalBody: Equatable, Sendable {
    package let name: String
    /// One line: a telephone number, an address.
    package let contact: String
    package let pages: LegalPages

    package init(name: String, contact: String, pages: LegalPages = LegalPages()) {
        self.name = name
        self.contact = contact
        self.pages = pages
    }

    init(_ fields: JSONFields) throws(JSONFault) {
        var fields = fields
        self.init(
            name: try fields.text("name"), contact: try fields.text("contact"),
            pages: try fields.optionalFields("pages").map { pages throws(JSONFault) in
                try LegalPages(pages)
            } ?? LegalPages())
        try fields.finish()
    }
}

extension Provider {
    /// `client_secret_file` and `scopes` are read before.
    fileprivate init(_ fields: JSONFields, of origin: String) throws(JSONFault) {
        var fields = fields
        let issuer = try fields.address("issuer").text
        let client = try fields.text("client_id")
        let algorithms = TokenAlgorithm.allCases.map(\.rawValue).joined(separator: ", ")
        guard let algorithm = TokenAlgorithm(rawValue: try fields.text("algorithm")) else {
            throw fields.fault("algorithm", "l’un de \(algorithms)", "one of \(algorithms)")
        }
        let level = try fields.optionalText("acr")
        let assurance = level.flatMap { Assurance(rawValue: $0) }
        guard level == nil || assurance != nil else {
            throw fields.fault("acr", "eidas1, eidas2 ou eidas3", "eidas1, eidas2 or eidas3")
        }
        guard let callback = WebAddress(origin + "/retour"),
            let afterLogout = WebAddress(origin + "/au-revoir")
        else { throw fields.fault("origin", "n’est pas une adresse", "is no address") }
        self.init(
            issuer: issuer, clientID: client, callback: callback, afterLogout: afterLogout,
            algorithm: algorithm, assurance: assurance,
            usesPKCE: try fields.optionalBool("pkce") ?? false,
            allowsBareUserInfo: try fields.optionalBool("bare_userinfo") ?? false)
        try fields.finish(allowing: ["client_secret_file", "scopes"])
    }
}

extension JSONFields {
    /// An address, with a path behind what is written.
    mutating func address(
        _ name: String, with path: String = ""
    ) throws(JSONFault) -> WebAddress {
        guard let address = WebAddress(try text(name) + path) else {
            throw fault(
                name, "doit commencer par https://, ou http://127.0.0.1 pour cette machine",
                "must begin with https://, or http://127.0.0.1 for this machine")
        }
        return address
    }

    fileprivate mutating func number(
        _ name: String, _ range: ClosedRange<Int64>
    ) throws(JSONFault) -> Int64 {
        let number = try integer(name)
        guard range.contains(number) else {
            throw fault(
                name, "de \(range.lowerBound) à \(range.upperBound)",
                "\(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// The name of a field of HTTP (RFC 9110 5.1); nil if there is none.
    fileprivate mutating func fieldName(_ name: String) throws(JSONFault) -> String? {
        guard let field = try optionalText(name) else { return nil }
        guard field.wholeMatch(of: /[A-Za-z][A-Za-z0-9-]{0,63}/) != nil else {
            throw fault(
                name, "un nom de champ HTTP, comme X-Real-IP",
                "the name of an HTTP field, such as X-Real-IP")
        }
        return field
    }

    fileprivate mutating func procedures() throws(JSONFault) -> [Procedure] {
        var procedures: [Procedure] = []
        for (index, item) in try list("procedures").enumerated() {
            let procedure = try Procedure(item, at: "\(place): procedures[\(index)]")
            guard !procedures.contains(where: { $0.identifier == procedure.identifier }) else {
                throw fault("procedures[\(index)]", "id déjà pris", "the id is taken")
            }
            procedures.append(procedure)
        }
        return procedures
    }
}
