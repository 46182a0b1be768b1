import DataSources
import Proofs
import TestSupport
import Wire

@testable import JSONFields

/// Claims that an issuer writes by hand, and JSON in general.
enum ClaimsTarget: FuzzTarget {
    static let name = "claims"

    static func examine(_ input: [UInt8]) throws {
        guard let value = try? JSONValue(parsing: input, from: "claims") else { return }
        try examineWriting(value)
        guard let claims = try? Claims(json: value, at: "claims") else { return }
        try examineWire(claims)
    }

    private static func examineWriting(_ value: JSONValue) throws {
        for text in [value.line(), value.page()] {
            let again = try JSONValue(parsing: Array(text.utf8), from: "written", limit: .max)
            try hold(again == value, "what was written reads the same")
        }
    }

    /// Claims that were taken can be signed, and are read as they were written.
    private static func examineWire(_ claims: Claims) throws {
        guard !claims.blocks.isEmpty, claims.count <= Limits.claims else { return }
        let issued = claims.day(.dataAsOf) ?? Sample.today
        let justificatif = Justificatif(
            identifier: Sample.identifier(), issued: issued, expires: issued.adding(days: 1),
            claims: claims)
        guard justificatif.expires.number <= Day.last else { return }
        let reading = try Justificatif.read(justificatif.payload.span)
        try hold(
            reading.justificatif == justificatif && !reading.hasUnknownClaims,
            "what was written reads the same")
    }
}
