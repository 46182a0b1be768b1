import Explaining
import Issuing
import JSONFields
import PortalPages
import PortalRules
import Proofs
import Testing

@Suite struct SpacePageTests {
    private let body = PortalBody(name: "Caisse", contact: "03 00 00 00 00")
    private static let instant = Instant(seconds: 1_790_000_000)

    private func text(_ page: PortalPage) -> String { page.french(of: body) }

    @Test func escapesWhatIsKept() {
        let name = "<b>Ville</b>"
        let view = SpaceView(
            parameters: [
                SpaceView.Parameter(
                    identifier: "00",
                    parameter: KeptParameter(
                        .franceTravail, value: "a<b>", since: Self.instant.day),
                    lastDay: Self.instant.day)
            ],
            journal: Journal(
                lines: [
                    JournalLine(
                        at: Self.instant, act: .query, partner: name, kind: .student,
                        recipient: name, answer: name)
                ], damaged: 1), links: [], damaged: 2)
        let page = text(.space(view, token: "t"))
        #expect(!page.contains("<b>"))
        #expect(page.contains("&lt;b&gt;Ville&lt;/b&gt;"))
        #expect(page.contains("a&lt;b&gt;"))
        #expect(page.contains("3 éléments ne s’ouvrent pas"))
        #expect(page.contains("21\u{A0}septembre 2026, 16\u{A0}h\u{A0}13"))
    }

    /// The words of a line in the table that a person downloads.
    @Test func aLineNamesTheJustificatifThatItIsAbout() throws {
        let (lines, reference) = (try EveryPage.lines(), try EveryPage.reference())
        for line in lines {
            let isNamed = line.reference != nil
            #expect(line.words.french.hasSuffix(" Référence \(reference).") == isNamed)
            #expect(line.words.english.hasSuffix(" Reference \(reference).") == isNamed)
        }
        #expect(Set(lines.map { $0.reference == nil }).count == 2)
    }

    @Test func tellsAKeptSpaceFromNone() {
        #expect(text(.spaceDoor(isKept: true, EveryPage.login)).contains("6 mois"))
        for page in [PortalPage.spaceDoor(isKept: false, EveryPage.login), .noSpace(token: "t")] {
            #expect(text(page).contains("ne garde rien sur vous"))
        }
    }

    @Test func ticksNoBoxBeforehand() {
        let empty = SpaceView(
            parameters: [], journal: Journal(lines: [], damaged: 0), links: [], damaged: 0)
        for page in [
            PortalPage.space(empty, token: "t"),
            .leaving(ClosingCounts(proofs: 2), isKept: true, publishedEvery: 24, token: "t"),
        ] {
            #expect(text(page).contains("checkbox"))
            #expect(!text(page).contains("checked"))
        }
    }

    @Test func saysWhatWasNotDoneAtTheEnd() {
        func receipt(cancelled: Bool, loggedOut: Bool) -> String {
            text(
                .receipt(
                    ClosingReceipt(
                        ClosingCounts(lines: 1, proofs: 2), isCancelled: cancelled,
                        isLoggedOut: loggedOut, on: Self.instant.day)))
        }
        #expect(receipt(cancelled: true, loggedOut: true).contains("2 justificatifs annulés"))
        #expect(receipt(cancelled: true, loggedOut: true).contains("1 ligne de journal effacée"))
        #expect(receipt(cancelled: false, loggedOut: true).contains("n’ont pas été annulés"))
        #expect(
            receipt(cancelled: true, loggedOut: false).contains("FranceConnect n’a pas répondu"))
    }
}
