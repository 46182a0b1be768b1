import Foundation
import JWTKit

/// The same facts as a JWT of `EdDSA`, verified with jwt-kit: `peer TIMES`; `peer text` prints it.
@main
enum Peer {
    static func main() async throws {
        let keys = JWTKeyCollection()
        await keys.add(eddsa: try EdDSA.PrivateKey(curve: .ed25519))
        let text = try await keys.sign(Facts.sample)
        guard let word = CommandLine.arguments.last, let times = Int(word) else {
            return print(text)
        }
        for _ in 0..<times {
            let facts = try await keys.verify(text, as: Facts.self)
            precondition(facts.quotient == 742)
        }
    }
}

struct Facts: JWTPayload {
    let exp: ExpirationClaim
    let iat: IssuedAtClaim
    let jti: IDClaim
    let familyName: String
    let firstGivenName: String
    let birthDate: String
    let quotient: Int
    let month: String
    let source: String
    let dataAsOf: String

    enum CodingKeys: String, CodingKey {
        case exp, iat, jti
        case familyName = "family_name"
        case firstGivenName = "first_given_name"
        case birthDate = "birth_date"
        case quotient = "qf"
        case month = "qf_month"
        case source = "qf_source"
        case dataAsOf = "data_as_of"
    }

    /// Good for a hundred years: jwt-kit looks at the clock.
    static let sample = Facts(
        exp: .init(value: Date(timeIntervalSince1970: 4_900_000_000)),
        iat: .init(value: Date(timeIntervalSince1970: 1_793_577_600)),
        jti: "wcHBwcHBwcHBwcHBwcHBwQ", familyName: "TERRASSIER", firstGivenName: "Camille",
        birthDate: "1988-05-14", quotient: 742, month: "2026-10", source: "CNAF",
        dataAsOf: "2026-11-02")

    func verify(using _: some JWTAlgorithm) async throws {
        try exp.verifyNotExpired()
    }
}
