import Explaining
import Issuing
import JSONFields
import OpenIDConnect
import PortalRules
import Proofs
import TestSupport
import Testing
import Wire

@Suite struct StatusLineTests {
    private static let today = Day(year: 2026, month: 11, day: 29) ?? Day(number: 0)
    private let key = AgreeableKey()

    /// The catalogue, in which the canteen signs and the bus does not.
    private func procedures() throws -> [Procedure] {
        func procedure(_ name: String, _ partner: JSONObject) -> JSONValue {
            .object([
                "id": .string(name), "title": .string(name), "recipient": .string("Ville de Lille"),
                "partner": .object(partner),
            ])
        }
        var silent: JSONObject = [
            "siret": .string("21590350100017"), "legal_basis": .string("a"),
            "wording": .string("b"), "not_good_for": .string("c"),
        ]
        let bus = procedure("bus", silent)
        silent["status_key"] = .string(Base64URL.text(AgreeableKey.bytes))
        return try PortalSettings.practice(procedures: [bus, procedure("cantine", silent)])
            .procedures
    }

    private func line(
        _ parts: [String] = [
            StatusLine.format, "cantine", "4838-AYFV-CRAC-0", "accepted", "2026-11-29",
        ], signature: [UInt8] = AgreeableKey.signature
    ) -> String { (parts + [Base64URL.text(signature)]).joined(separator: ".") }

    private func refusal(_ text: String) throws -> StatusRefusal? {
        let procedures = try procedures()
        do throws(StatusRefusal) {
            _ = try StatusLine(text, among: procedures, today: Self.today, key)
            return nil
        } catch { return error }
    }

    @Test func readsWhatAPartnerSigned() throws {
        let read = try StatusLine(line(), among: procedures(), today: Self.today, key)
        #expect(read.procedure.identifier == "cantine")
        #expect(read.reference.description == "4838-AYFV-CRAC-0")
        #expect(read.status == .accepted)
        #expect(read.day == Self.today)
    }

    @Test(arguments: [
        [StatusLine.format, "cantine", "4838-AYFV-CRAC-0", "refused", "2026-11-29"],
        [StatusLine.format, "cantine", "4838-AYFV-CRAC-0", "Accepted", "2026-11-29"],
        [StatusLine.format, "cantine", "4838-AYFV-CRAC-1", "accepted", "2026-11-29"],
        [StatusLine.format, "cantine", "4838AYFVCRAC0", "accepted", "2026-11-29"],
        [StatusLine.format, "cantine", "4838-AYFV-CRAC-0", "accepted", "2026-11-31"],
        [StatusLine.format, "cantine", "4838-AYFV-CRAC-0", "accepted", "29/11/2026"],
        ["justificatif-suivi/2", "cantine", "4838-AYFV-CRAC-0", "accepted", "2026-11-29"],
        [StatusLine.format, "cantine", "4838-AYFV-CRAC-0", "accepted"],
        [StatusLine.format, "cantine", "4838-AYFV-CRAC-0", "accepted", "2026-11-29", "more"],
        [], [""],
    ])
    func refusesWhatHasNotTheForm(parts: [String]) throws {
        #expect(try refusal(line(parts)) == .malformed)
    }

    @Test func refusesASignatureOfAnotherLengthOrForm() throws {
        #expect(try refusal(line(signature: [])) == .malformed)
        #expect(try refusal(line(signature: [UInt8](repeating: 1, count: 63))) == .malformed)
        #expect(try refusal(line() + "=") == .malformed)
        #expect(try refusal(line() + String(repeating: "A", count: 256)) == .malformed)
    }

    @Test func refusesASignatureThatIsNotThePartners() throws {
        let other = [UInt8](repeating: 2, count: 64)
        #expect(try refusal(line(signature: other)) == .signature)
    }

    @Test(arguments: ["bus", "piscine", "CANTINE", ""])
    func refusesAProcedureThatSignsNothing(name: String) throws {
        let parts = [StatusLine.format, name, "4838-AYFV-CRAC-0", "accepted", "2026-11-29"]
        #expect(try refusal(line(parts)) == .partnerUnknown)
    }

    @Test func refusesADayThatHasNotBegun() throws {
        let parts = [StatusLine.format, "cantine", "4838-AYFV-CRAC-0", "accepted", "2026-11-30"]
        #expect(try refusal(line(parts)) == .ahead)
    }

    @Test(arguments: ["", "AAAA", "not base64url!", String(repeating: "A", count: 44)])
    func namesAKeyThatIsNone(key: String) throws {
        let partner: JSONObject = [
            "siret": .string("21590350100017"), "legal_basis": .string("a"),
            "wording": .string("b"), "not_good_for": .string("c"), "status_key": .string(key),
        ]
        let procedure: JSONValue = .object([
            "id": .string("a"), "title": .string("a"), "recipient": .string("Ville"),
            "partner": .object(partner),
        ])
        do throws(JSONFault) {
            _ = try PortalSettings.practice(procedures: [procedure])
            Issue.record("it was read")
        } catch { #expect(error.explanation.english.contains("status_key")) }
    }

    @Test func isKeptAsTheAnswerOfItsDay() throws {
        let read = try StatusLine(line(), among: procedures(), today: Self.today, key)
        #expect(
            read.answer
                == PartnerAnswer(procedure: "cantine", status: .accepted, day: Self.today))
    }

    @Test func saysWhyALineIsNotShown() {
        let rows = StatusRefusal.allCases.map(\.explanation)
        #expect(
            rows.map(\.code) == [
                "status-malformed", "status-partner-unknown", "status-signature", "status-ahead",
                "status-reference-unknown",
            ])
        for language in Language.allCases {
            #expect(Set(rows.map { $0.words(language) }).count == rows.count)
        }
    }

    @Test func keepsAnswersByTheirDayAndEachOnce() throws {
        func answer(_ day: Int, _ status: StatusLine.Status = .received) -> PartnerAnswer {
            PartnerAnswer(procedure: "cantine", status: status, day: Day(number: day))
        }
        var link = ProofLink(
            try Reference(text: "4838-AYFV-CRAC-0"), .student, recipient: "Ville")
        link = try #require(link.adding(answer(30)))
        link = try #require(link.adding(answer(20)))
        link = try #require(link.adding(answer(30, .accepted)))
        #expect(link.adding(answer(20)) == nil)
        #expect(link.answers == [answer(20), answer(30), answer(30, .accepted)])
        #expect(try ProofLink(json: link.json, at: "link") == link)
        for day in 31...50 { link = try #require(link.adding(answer(day))) }
        #expect(link.answers.count == ProofLink.answerLimit)
        #expect(link.answers.last == answer(50))
    }
}

/// Takes one signature of one key, whatever was signed; the message is tried with real keys in
/// Tests/Portal.
private struct AgreeableKey: SignatureChecking {
    static let bytes = [UInt8](repeating: 7, count: 32)
    static let signature = [UInt8](repeating: 1, count: 64)

    func isPrimeOrderPoint(_ bytes: [UInt8]) -> Bool { bytes == Self.bytes }

    func isValid(
        _ signature: Signature, for message: borrowing Span<UInt8>, by key: PublicKey
    ) -> Bool {
        let message = message.indices.map { message[$0] }
        return Array(signature.bytes) == Self.signature
            && message.starts(with: Array(StatusLine.format.utf8))
            && !message.contains(UInt8(ascii: "_"))
    }
}
