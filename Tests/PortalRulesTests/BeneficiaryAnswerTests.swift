import JSONFields
import PortalRules
import Testing

@Suite struct BeneficiaryAnswerTests {
    private static let whole = [
        #""nir":"2910475000001""#, #""nom_famille":"MOREL""#, #""prenom":"Inès""#,
        #""date_naissance":"1991-04-00""#, #""nom_usage":null"#,
    ]

    private func read(_ members: some Sequence<String>) -> BeneficiaryAnswer? {
        BeneficiaryAnswer(parsing: Array("{\(members.joined(separator: ","))}".utf8))
    }

    /// The NIR is for the next call, and not in what is kept.
    @Test func putsThePersonBesideTheirContractsWithoutTheNIR() throws {
        let answer = try #require(read(Self.whole))
        #expect(answer.nir == "2910475000001")
        let exchange = answer.exchange(.array([]))
        guard case .object(let members) = exchange, case .object(let person)? = members["params"]
        else {
            Issue.record("no params")
            return
        }
        #expect(members["status"] == .integer(200))
        #expect(members["body"] == .array([]))
        #expect(person["nomNaissance"] == .string("MOREL"))
        #expect(person["prenom"] == .string("Inès"))
        #expect(person["anneeDateNaissance"] == .string("1991"))
        #expect(person["jourDateNaissance"] == .string("00"))
        #expect(!String(decoding: exchange.lineBytes(), as: UTF8.self).contains("2910475"))
    }

    @Test(arguments: ["nir", "nom_famille", "date_naissance"])
    func needsWhatPersonsAreComparedAndAskedAboutBy(name: String) {
        #expect(read(Self.whole.filter { !$0.contains("\"\(name)\"") }) == nil)
    }

    /// It goes into a field of the next call.
    @Test(arguments: ["", "29104750", "2910475000001\\r\\nA: b", "291 475000001"])
    func refusesAnIdentifierOfAnotherForm(nir: String) {
        #expect(read(Self.whole.dropFirst() + [#""nir":"\#(nir)""#]) == nil)
    }
}
