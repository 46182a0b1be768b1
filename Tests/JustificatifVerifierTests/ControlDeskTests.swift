import Foundation
import JustificatifVerifier
import TestSupport
import Testing

/// The verifier as a third party's program sees it.
@Suite struct ControlDeskTests {
    private static func desk(
        _ lists: borrowing PracticeLists, recipients: [String] = [],
        at day: (Int, Int, Int) = (2026, 11, 21)
    ) async throws -> ControlDesk {
        try await ControlDesk(
            lists: lists.path, recipients: recipients,
            reader: BuiltProgram.path(of: "justificatif-reader"),
            clock: Practised.clock(day))
    }

    @Test func judgesAFileItsBytesAndItsText() async throws {
        let lists = try PracticeLists()
        let desk = try await ControlDeskTests.desk(lists)
        let path = Practised.picture("valid")
        let bytes = try #require(FileManager.default.contents(atPath: path))
        let text = Tool.output(of: "zbarimg -q --raw -Sdisable -Sqrcode.enable '\(path)'")
        for verdict in [
            try await desk.verdict(onFile: path),
            try await desk.verdict(onBytes: Array(bytes)),
            try await desk.verdict(onText: String(decoding: text, as: UTF8.self)),
        ] {
            #expect(verdict.code == "valid" && verdict.family == .green && verdict.isGreen)
            #expect(verdict.reason == nil)
            #expect(verdict.isSimulated)
        }
    }

    @Test func tellsWhatIsStated() async throws {
        let lists = try PracticeLists()
        let desk = try await ControlDeskTests.desk(lists)
        let verdict = try await desk.verdict(onFile: Practised.picture("valid"))
        let statement = try #require(verdict.statement)
        #expect(statement.issuer == "Organisme d’entraînement (sans valeur)")
        #expect(statement.issued.description == "2026-11-20")
        #expect(statement.lastDay.description == "2027-02-19")
        #expect(statement.issued < statement.lastDay)
        #expect(statement.reference.split(separator: "-").count == 4)
        let facts = statement.facts(in: .french)
        #expect(facts.map(\.name).prefix(2) == ["family_name", "first_given_name"])
        #expect(facts.first { $0.name == "qf" }?.title == "Quotient familial")
        #expect(facts.map(\.value) != statement.facts(in: .english).map(\.value))
        #expect(verdict.listsIssued?.year == 2026)
        #expect(verdict.listsAgeDays.map { $0 >= 0 } == true)
        #expect(verdict.secondsSince1970 == Practised.seconds)
        #expect(verdict.json(input: "scan", in: .french).contains(#""input":"scan""#))
    }

    @Test(
        arguments: [
            ("signature-invalid", .red, false), ("malformed", .grey, false),
            ("foreign-code", .grey, false), ("unreadable", .grey, false),
            ("revoked", .red, false),
        ] as [(String, ControlVerdict.Family, Bool)])
    func saysWhatIsWrongWithADocument(
        code: String, family: ControlVerdict.Family, isShown: Bool
    ) async throws {
        let lists = try PracticeLists()
        let desk = try await ControlDeskTests.desk(lists)
        let verdict = try await desk.verdict(onFile: Practised.picture(code))
        #expect(verdict.code == code && verdict.family == family && !verdict.isGreen)
        #expect((verdict.statement != nil) == isShown)
        #expect(verdict.headline(in: .french) != verdict.headline(in: .english))
        #expect(verdict.advice(in: .french) != verdict.advice(in: .english))
    }

    @Test func answersToItsNames() async throws {
        let lists = try PracticeLists()
        let picture = Practised.picture("wrong-recipient")
        let ours = try await ControlDeskTests.desk(lists, recipients: ["MAIRIE DE VALMONT"])
        #expect(try await ours.verdict(onFile: picture).isGreen)
        let others = try await ControlDeskTests.desk(lists, recipients: ["CCAS de Valmont"])
        #expect(try await others.verdict(onFile: picture).code == "wrong-recipient")
    }

    @Test func listsThatGrowOldAreAVerdictAndAReport() async throws {
        let lists = try PracticeLists()
        let picture = Practised.picture("lists-stale")
        for (day, code, state) in [
            ((2026, 12, 5), "valid-lists-aging", ListsReport.State.aging),
            ((2027, 1, 10), "lists-stale", .stale),
        ] {
            let desk = try await ControlDeskTests.desk(lists, at: day)
            #expect(try await desk.verdict(onFile: picture).code == code)
            let report = await desk.listsReport()
            #expect(report.state == state && report.fault == nil)
            #expect(report.lines(in: .french).contains { $0.hasPrefix("À faire") })
        }
    }

    @Test func takesNewListsAndKeepsTheOldOnesWhenTheNewAreDamaged() async throws {
        let lists = try PracticeLists([])
        let desk = try await ControlDesk(lists: lists.path)
        #expect(await desk.listsReport().state == .notConfigured)
        try lists.install(["trust.cose"])
        let report = await desk.listsReport()
        #expect(report.trustAgeDays != nil && report.fault == nil)
        lists.spoil()
        let fault = try #require(await desk.listsReport().fault)
        #expect(fault.sentence(in: .english).contains("state.json"))
        #expect(await desk.listsReport().trustAgeDays != nil)
    }
}
