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
                        at: Self.instant, act: .query, partner: name, datum: .student,
                        recipient: name, answer: name)
                ], damaged: 1), links: [], damaged: 2)
        let page = text(.space(view, token: "t"))
        #expect(!page.contains("<b>"))
        #expect(page.contains("&lt;b&gt;Ville&lt;/b&gt;"))
        #expect(page.contains("a&lt;b&gt;"))
        #expect(page.contains("3\u{A0}éléments ne s’ouvrent pas"))
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
        #expect(text(.spaceDoor(isKept: true, EveryPage.login)).contains("6\u{A0}mois"))
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
        func receipt(
            _ proofs: Int, _ fate: ClosingReceipt.Fate, loggedOut: Bool = true
        ) -> String {
            let receipt = ClosingReceipt(
                ClosingCounts(lines: 1, proofs: proofs), fate, isLoggedOut: loggedOut,
                on: Self.instant.day)
            return text(.receipt(receipt)).replacing("\u{A0}", with: " ")
        }
        #expect(receipt(2, .cancelled).contains("<li>2 justificatifs annulés</li>"))
        #expect(receipt(1, .cancelled).contains("<li>1 ligne de journal effacée</li>"))
        #expect(receipt(2, .left).contains("vos justificatifs n’ont pas été annulés"))
        #expect(receipt(1, .left).contains("votre justificatif n’a pas été annulé"))
        for fate in [ClosingReceipt.Fate.cancelled, .left] {
            let page = receipt(0, fate)
            #expect(page.contains("vous n’aviez aucun justificatif utilisable"))
            #expect(!page.contains("annulé") && !page.contains("restent utilisables"))
        }
        #expect(receipt(0, .unknown).contains("s’il vous en reste"))
        #expect(
            receipt(1, .left, loggedOut: false).contains("FranceConnect n’a pas répondu"))
    }

    @Test func speaksOfOneJustificatifAndOfSeveralBeforeClosing() {
        func page(_ proofs: Int) -> String {
            text(
                .leaving(
                    ClosingCounts(proofs: proofs), isKept: true, publishedEvery: 24, token: "t"))
        }
        #expect(page(1).contains(">le voir<") && page(1).contains(">L’annuler aussi<"))
        #expect(page(2).contains(">les voir<") && page(2).contains(">Les annuler aussi<"))
    }

    /// In the middle of a sentence, and the name of a benefit is a name there too.
    @Test func lowersATitleInASentenceButNoName() {
        func words(_ datum: Datum) -> String {
            JournalLine(
                at: Self.instant, act: .cancel, partner: "CAF", datum: datum, answer: "cancelled"
            ).words.french
        }
        #expect(words(.complementaryCover).hasSuffix(": Complémentaire santé solidaire."))
        #expect(words(.quotientFamilial).hasSuffix(": quotient familial."))
        #expect(words(.student).hasSuffix(": statut d’étudiant."))
        #expect(words(.grant).hasSuffix(": bourse d’enseignement supérieur."))
    }
}
