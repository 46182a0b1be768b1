import DataSources
import Explaining
import Issuing
import JSONFields
import Proofs
import Testing

/// Each row of the shared `pivot-identities.csv`: a difficulty of real identities.
@Suite(.enabled(if: Sample.hasShared))
struct PivotIdentityRowsTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let fields: [String: String]
        var testDescription: String { fields["case"] ?? "" }
        subscript(name: String) -> String { fields[name] ?? "" }

        /// As FranceConnect sends it, with or without the list of given names.
        func json(withList: Bool) -> JSONValue {
            var members = JSONObject(fields.mapValues { JSONValue.string($0) })
            if withList {
                members["given_name_array"] = .array(
                    self["given_name"].split(separator: " ").map { .string(String($0)) })
            }
            return .object(members)
        }

        /// The same person as a body stores people: upper case, no accents.
        var answer: JSONValue {
            .object([
                "quotient_familial": .object([
                    "fournisseur": .string("CNAF"), "valeur": .integer(742),
                    "annee": .integer(2026), "mois": .integer(11),
                ]),
                "allocataires": .array([
                    .object([
                        "nom_naissance": .string(NameFolding.folded(self["family_name"])),
                        "prenoms": .string(NameFolding.folded(self["given_name"])),
                        "date_naissance": .string(self["birthdate"]),
                    ])
                ]),
            ])
        }
    }

    static let rows: [Row] = {
        guard let text = try? Sample.sharedText("pivot-identities.csv") else { return [] }
        let lines = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        guard let names = lines.first else { return [] }
        return lines.dropFirst().map {
            Row(fields: Dictionary(zip(names, $0)) { first, _ in first })
        }
    }()

    @Test(arguments: rows, [true, false])
    func isReadAndAgreesWithItselfAsABodyStoresIt(_ row: Row, _ withList: Bool) throws {
        let claims = try Sample.evidence(
            row.answer, .quotientFamilial, identity: row.json(withList: withList)
        ).claims
        #expect(claims.birthDate?.description == row["birthdate"])
        #expect(claims.name(.familyName)?.text ?? "" == row["family_name"])
        let words = row["given_name"].split(separator: " ").map(String.init)
        let first = withList ? words.first ?? "" : row["given_name"]
        #expect(claims.name(.firstGivenName)?.text ?? "" == first)
    }

    @Test(arguments: rows)
    func holdsWhatItSaysAndNothingElse(_ row: Row) throws {
        let identity = try PivotIdentity(json: row.json(withList: false), at: row["case"])
        #expect(identity.usageName?.text ?? "" == row["preferred_username"])
        #expect(identity.birthPlaceCOG ?? "" == row["birthplace"])
        #expect(identity.birthCountryCOG.map(String.init) == row["birthcountry"])
        let sexes = ["unspecified": 0, "male": 1, "female": 2] as [String: UInt64]
        #expect(identity.sex == sexes[row["gender"]])
    }

    @Test func namesSentInPiecesAreSignedAsTheSameBytes() throws {
        for row in Self.rows {
            let identity = try PivotIdentity(json: row.json(withList: true), at: row["case"])
            for name in [identity.familyName, identity.givenNames?.first].compactMap({ $0 }) {
                #expect(name.text.unicodeScalars.allSatisfy(Repertoire.isNameScalar))
            }
        }
        #expect(Self.rows.count >= 28)
    }

    @Test func aRowDoesNotAgreeWithAnotherUnlessItIsTheSamePersonOnPaper() throws {
        for (row, other) in Self.pairs {
            let name = "\(row.testDescription) and \(other.testDescription)"
            let twins = [row.testDescription, other.testDescription].sorted()
            let same =
                ["homonym_a", "homonym_b"] == twins
                || ["presumed_day", "presumed_day_rnipp"] == twins
            do {
                _ = try Sample.evidence(
                    other.answer, .quotientFamilial, identity: row.json(withList: true))
                #expect(same, "\(name)")
            } catch let refusal as IssuingRefusal {
                #expect(!same && refusal.code == "identity-mismatch", "\(name)")
            }
        }
    }

    private static var pairs: [(Row, Row)] {
        rows.flatMap { row in
            rows.filter { $0.testDescription != row.testDescription }.map { (row, $0) }
        }
    }
}
