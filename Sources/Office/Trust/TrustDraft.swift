internal import Explaining
internal import Files
internal import JSONFields
internal import ListFiles
package import Lists
package import Proofs
package import Wire

/// The human-editable JSON of a trust list (Spec/lists.md 3.5).
package enum TrustDraft {
    package static let format = "justificatif-trust-draft/1"
    /// Publisher's defaults, in months after the issue.
    private static let warnMonths = 9
    private static let refuseMonths = 15

    /// Reads a draft.
    ///
    /// Keys are .pub files beside it, or 64 hexadecimal digits. A draft without an instant is
    /// issued at `now`. Throws `JSONFault` with the field that is wrong, and `FileFault`,
    /// `ListsFault` or `OfficeKeyFault` for a file that cannot be used.
    package static func read(
        _ path: String, now: Instant, _ crypto: some SignatureChecking & Hashing
    ) throws -> TrustListContent {
        let bytes = try FileReading.bytes(ofInput: path, limit: JSONValue.byteLimit)
        return try content(of: JSONValue(parsing: bytes, from: path), at: path, now: now, crypto)
    }

    /// The list of a draft that is or will be the file `path`.
    static func content(
        of draft: JSONValue, at path: String, now: Instant,
        _ crypto: some SignatureChecking & Hashing
    ) throws -> TrustListContent {
        var fields = try JSONFields(draft, at: path)
        guard try fields.text("format") == format else {
            throw fields.fault("format", "n’est pas \(format)", "is not \(format)")
        }
        let keys = DraftKeys(of: path, crypto)
        let issued = try instant("issued", &fields) ?? now
        let sequence = try fields.integer("sequence")
        let warn = try instant("warn_after", &fields) ?? later(issued, warnMonths)
        let refuse = try instant("refuse_after", &fields) ?? later(issued, refuseMonths)
        let sources = try fields.list("revocation_lists").enumerated().map { index, value in
            try source(value, at: "\(path): revocation_lists[\(index)]", keys)
        }
        let issuers = try fields.list("issuers").enumerated().map { index, value in
            try issuer(value, at: "\(path): issuers[\(index)]", keys, issued)
        }
        try fields.finish()
        guard let number = UInt64(exactly: sequence), number > 0 else {
            throw fields.fault(
                "sequence", "doit être 1 ou plus, et plus que le dernier publié",
                "must be 1 or more, and more than the last published")
        }
        let content = TrustListContent(
            sequence: number, issued: issued, warnAfter: warn, refuseAfter: refuse,
            revocationSources: sources, issuers: issuers)
        if let fault = content.fault(crypto) {
            let advice = advice(fault)
            throw JSONFault(path, code: fault.code.rawValue, advice.french, advice.english)
        }
        return content
    }

    private static func issuer(
        _ value: JSONValue, at place: String, _ keys: DraftKeys<some SignatureChecking & Hashing>,
        _ issued: Instant
    ) throws -> Issuer {
        var fields = try JSONFields(value, at: place)
        let key = try keys.key("key", try fields.text("key"), .issuer, fields)
        let name = try fields.text("name")
        let notice = try fields.optionalText("notice") ?? ""
        let contact = try fields.optionalText("contact") ?? ""
        let blocks = try fields.texts("blocks").map { text in
            guard let block = ClaimBlock.allCases.first(where: { $0.name == text }) else {
                let known = ClaimBlock.allCases.map(\.name).joined(separator: ", ")
                throw fields.fault(
                    "blocks", "doit être parmi \(known)", "must be among \(known)")
            }
            return block
        }
        let from = try day("sign_from", &fields)
        let until = try day("sign_until", &fields)
        let state = try fields.optionalText("state") ?? "active"
        let revocationList = try fields.optionalText("revocation_list")
        let address = try fields.optionalText("address") ?? ""
        let logo = try fields.optionalText("logo").map { try keys.logo("logo", $0, fields) }
        try fields.finish()
        for (field, text, limit) in [
            ("name", name, Limits.displayBytes), ("contact", contact, Limits.displayBytes),
            ("notice", notice, Limits.noticeBytes), ("address", address, Limits.addressBytes),
        ] where !(text.isEmpty && field != "name") {
            guard text.utf8.count <= limit, ShownText.isPlain(text) else {
                throw fields.fault(
                    field, "doit être un texte simple d’au plus \(limit) octets",
                    "must be plain text of at most \(limit) bytes")
            }
        }
        guard from <= until else {
            throw fields.fault("sign_until", "est avant sign_from", "is before sign_from")
        }
        guard ["active", "compromised"].contains(state) else {
            throw fields.fault(
                "state", "doit être active ou compromised", "must be active or compromised")
        }
        return Issuer(
            key: key, name: name, notice: notice, contact: contact, blocks: Set(blocks),
            signFrom: from, signUntil: until, state: state == "active" ? .active : .compromised,
            revocationList: revocationList, letterhead: Letterhead(address: address, logo: logo))
    }

    private static func source(
        _ value: JSONValue, at place: String, _ keys: DraftKeys<some SignatureChecking & Hashing>
    ) throws -> RevocationSource {
        var fields = try JSONFields(value, at: place)
        let identifier = try fields.text("id")
        let delegated = try fields.texts("keys").map {
            try keys.key("keys", $0, .revocations, fields)
        }
        let epoch = try fields.optionalInteger("epoch") ?? 1
        try fields.finish()
        guard PublicationPlan.isListName(identifier) else {
            throw fields.fault(
                "id",
                "doit avoir 1 à \(Limits.identifierBytes) signes parmi a-z, 0-9, - et ., et n’être "
                    + "ni roots ni trust",
                "must be 1 to \(Limits.identifierBytes) of a-z, 0-9, - and ., and neither roots "
                    + "nor trust")
        }
        guard (1...Limits.revocationKeys).contains(delegated.count) else {
            throw fields.fault(
                "keys", "doit contenir 1 à \(Limits.revocationKeys) clés",
                "must be 1 to \(Limits.revocationKeys) keys")
        }
        guard let number = UInt64(exactly: epoch) else {
            throw fields.fault("epoch", "ne doit pas être négatif", "must not be negative")
        }
        return RevocationSource(identifier: identifier, keys: delegated, epoch: number)
    }

    private static func day(_ name: String, _ fields: inout JSONFields) throws(JSONFault) -> Day {
        guard let day = Day(try fields.text(name)), (0...Day.last).contains(day.number) else {
            throw fields.fault(
                name, "doit être un jour qui existe, comme 2026-11-21",
                "must be a day that exists, such as 2026-11-21")
        }
        return day
    }

    private static func instant(
        _ name: String, _ fields: inout JSONFields
    ) throws(JSONFault) -> Instant? {
        guard let text = try fields.optionalText(name) else { return nil }
        guard let instant = Instant(text), instant.seconds >= 0 else {
            throw fields.fault(
                name, "doit être un instant comme 2026-11-21T09:30:00Z",
                "must be an instant such as 2026-11-21T09:30:00Z")
        }
        return instant
    }

    private static func later(_ instant: Instant, _ months: Int) -> Instant {
        let time = instant.seconds - instant.day.start.seconds
        return Instant(seconds: instant.day.adding(months: months).start.seconds + time)
    }

    private static func advice(_ fault: TrustListFault) -> Wording {
        switch fault {
        case .dateOrder:
            Wording(
                "issued, warn_after et refuse_after doivent se suivre",
                "issued, warn_after and refuse_after must follow each other")
        case .duplicateKey:
            Wording(
                "une clé figure deux fois, ou dans deux rôles",
                "a key is there twice, or in two roles")
        case .unknownList:
            Wording(
                "un émetteur nomme une revocation_list qui n’est pas dans revocation_lists",
                "an issuer names a revocation_list that is not in revocation_lists")
        }
    }
}
