import Issuing
import JSONFields
import PortalRules
import Proofs
import Testing

@Suite struct JournalTests {
    private static let early = Instant(seconds: 1_790_000_000)
    private static let late = Instant(seconds: 1_790_000_060)

    private func line(_ at: Instant, recipient: String? = nil) -> JournalLine {
        JournalLine(
            at: at, act: .query, partner: "la CAF", datum: .quotientFamilial, recipient: recipient,
            answer: "obtained")
    }

    @Test(arguments: JournalLine.Act.allCases)
    func readsEveryLineThatItWrites(act: JournalLine.Act) throws {
        let whole = JournalLine(
            at: Self.early, act: act, partner: "la CAF", datum: .grant, recipient: "Ville",
            reference: try Reference(text: "4838-AYFV-CRAC-0"), answer: "signed")
        #expect(try JournalLine(json: whole.json, at: "line") == whole)
        let least = JournalLine(at: Self.early, act: act, partner: "", answer: "")
        #expect(try JournalLine(json: least.json, at: "line") == least)
    }

    @Test(arguments: [
        ("at", JSONValue.string("yesterday")), ("act", .string("spy")), ("kind", .string("nir")),
        ("reference", .string("4838")), ("value", .integer(612)), ("answer", .null),
    ])
    func refusesALineThatIsNone(name: String, value: JSONValue) throws {
        guard case .object(var members) = line(Self.early).json else { return }
        members[name] = value
        #expect(throws: JSONFault.self) {
            try JournalLine(json: .object(members), at: "line")
        }
    }

    /// Lines were written with kinds of justificatifs, of which each is the name of a datum too.
    @Test(arguments: JustificatifKind.allCases)
    func readsALineOfAnOlderPortal(kind: JustificatifKind) throws {
        guard case .object(var members) = line(Self.early).json else { return }
        members["kind"] = .string(kind.rawValue)
        let line = try JournalLine(json: .object(members), at: "line")
        #expect(line.datum?.kind == kind)
    }

    /// The register knows a kind, which is that of a grant and of an enrolment.
    @Test func tellsAGrantFromAnEnrolmentByWhatIsKept() throws {
        let reference = try Reference(text: "4838-AYFV-CRAC-0")
        let nothing = KnownProofs()
        #expect(nothing.datum(of: reference, .student) == nil)
        #expect(nothing.datum(of: reference, .health) == .health)
        let signed = JournalLine(
            at: Self.early, act: .sign, partner: "", datum: .grant, reference: reference,
            answer: "signed")
        let byLine = KnownProofs(Journal(lines: [signed], damaged: 0), [])
        #expect(byLine.datum(of: reference, .student) == .grant)
        #expect(byLine.recipient(of: reference) == nil)
        let link = ProofLink(reference, .grant, recipient: "Ville")
        let byLink = KnownProofs(Journal(lines: [], damaged: 0), [link])
        #expect(byLink.datum(of: reference, .student) == .grant)
        #expect(byLink.recipient(of: reference) == "Ville")
    }

    @Test func showsTheNewestLineFirstAndThoseOfOneSecondAsTheyCome() {
        let acts = JournalLine.Act.allCases.map {
            JournalLine(at: Self.early, act: $0, partner: "", answer: "")
        }
        let second = Journal(lines: acts.shuffled(), damaged: 0)
        #expect(
            second.lines.map(\.act)
                == [.cancel, .answer, .send, .decline, .sign, .query, .login])
        let journal = Journal(lines: [line(Self.early), line(Self.late)], damaged: 0)
        #expect(journal.lines.map(\.at) == [Self.late, Self.early])
    }

    @Test func makesATableThatASpreadsheetReadsAndComputesNothingOf() {
        let journal = Journal(lines: [line(Self.early, recipient: "=1+1 \"a\";b")], damaged: 0)
        let rows = [
            #"\#u{FEFF}"date";"acte";"avec";"objet";"pour";"reference";"reponse";"en_clair""#,
            #""2026-09-21T16:13:20+02:00";"query";"la CAF";"quotient-familial";"#
                + #""'=1+1 ""a"";b";"";"obtained";"la ""CAF""""#, "",
        ]
        #expect(journal.csv { _ in "la \"CAF\"" } == rows.joined(separator: "\r\n"))
    }

    @Test func readsEveryParameterLinkAndReceiptThatItWrites() throws {
        for parameter in SpaceParameter.allCases {
            let kept = KeptParameter(parameter, value: "jean.dupont33", since: Self.early.day)
            #expect(try KeptParameter(json: kept.json, at: "parameter") == kept)
        }
        let link = ProofLink(
            try Reference(text: "4838-AYFV-CRAC-0"), .grant, recipient: "Ville")
        #expect(try ProofLink(json: link.json, at: "link") == link)
        for fate in ClosingReceipt.Fate.allCases {
            let receipt = ClosingReceipt(
                ClosingCounts(parameters: 1, lines: 2, links: 3, proofs: 4), fate,
                isLoggedOut: true, on: Self.early.day)
            #expect(try ClosingReceipt(json: receipt.json) == receipt)
        }
    }

    @Test func takesAnIdentifierAsItIsTypedWithoutTheSpacesAroundIt() {
        let parameter = SpaceParameter.franceTravail
        #expect(parameter.value(typed: "  jean.dupont33 ") == "jean.dupont33")
        for wrong in [
            "", "ab", "jean dupont", "jean\u{E9}", "a\nb", String(repeating: "a", count: 101),
        ] {
            #expect(parameter.value(typed: wrong) == nil, "\(wrong)")
        }
    }
}
