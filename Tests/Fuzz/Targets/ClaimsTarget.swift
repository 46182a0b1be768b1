import DataSources
import FoundationEssentials
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
        guard let line = try? value.line() else { return }
        let again = try JSONValue(parsing: Array(line.utf8), from: "line")
        try hold(again == value, "what was written reads the same")
        if let own = JSONLine.bytes(value) {
            let theirs = try value.text([.sortedKeys, .withoutEscapingSlashes])
            try hold(own.elementsEqual(theirs.utf8), "a line is as Foundation writes it")
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
        let reading = try Justificatif.read(justificatif.payload)
        try hold(
            reading.justificatif == justificatif && !reading.hasUnknownClaims,
            "what was written reads the same")
    }
}
