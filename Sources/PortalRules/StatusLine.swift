internal import JSONFields
internal import OpenIDConnect
package import Proofs
package import Wire

/// What a partner tells a person of a request, signed with its key (Spec/portal.md 10.4).
package struct StatusLine: Equatable, Sendable {
    /// How far a request came.
    package enum Status: String, CaseIterable, Sendable {
        case received
        case accepted
        /// Something is missing; the partner says what.
        case missing
    }

    package static let format = "justificatif-suivi/1"
    /// The longest line, in bytes.
    package static let byteLimit = 256

    /// The line as it came.
    package let text: String
    /// Of the catalogue.
    package let procedure: Procedure
    /// The justificatif that the person handed over.
    package let reference: Reference
    package let status: Status
    /// The UTC day on which the partner said so.
    package let day: Day

    /// Reads a line of a partner of the catalogue.
    ///
    /// Throws `status-malformed`, `status-partner-unknown`, `status-signature` and `status-ahead`;
    /// `today` is the UTC day.
    package init(
        _ text: String, among procedures: [Procedure], today: Day,
        _ crypto: some SignatureChecking
    ) throws(StatusRefusal) {
        guard text.utf8.count <= StatusLine.byteLimit, let end = text.lastIndex(of: ".") else {
            throw .malformed
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6, parts[0] == StatusLine.format,
            let reference = try? Reference(text: parts[2]), reference.description == parts[2],
            let status = Status(rawValue: parts[3]), let day = Day(parts[4]),
            let signature = Base64URL.bytes(parts[5]).flatMap({ Signature($0) })
        else { throw .malformed }
        guard let procedure = procedures.first(where: { $0.identifier == parts[1] }),
            let bytes = procedure.partner?.statusKey
        else { throw .partnerUnknown }
        guard let key = PublicKey(bytes, checkedBy: crypto),
            crypto.isValid(signature, for: Array(text[..<end].utf8).span, by: key)
        else { throw .signature }
        guard day <= today else { throw .ahead }
        self.text = text
        self.procedure = procedure
        self.reference = reference
        self.status = status
        self.day = day
    }

    /// What is kept of it beside the justificatif.
    package var answer: PartnerAnswer {
        PartnerAnswer(procedure: procedure.identifier, status: status, day: day)
    }
}

extension JSONFields {
    /// The key that a partner signs such lines with: the 32 bytes of an Ed25519 key in base64url
    /// (RFC 8037 2); nil if there is none.
    mutating func statusKey(_ name: String) throws(JSONFault) -> [UInt8]? {
        guard let text = try optionalText(name) else { return nil }
        guard let bytes = Base64URL.bytes(text), bytes.count == PublicKey.byteCount else {
            throw fault(
                name, "une clé Ed25519 : 32 octets en base64url, 43 caractères",
                "an Ed25519 key: 32 bytes in base64url, 43 characters")
        }
        return bytes
    }
}
