import Explaining
import Lists
import Proofs
import Reporting
import TestSupport
import Testing

/// What the person who looks after a machine reads of its lists, and what to do.
@Suite struct ListsHealthWordsTests {
    static let morning = Sample.day(2026, 11, 3).start.adding(hours: 9)

    /// The lists of that morning: trust list 7 of October, which names `caf`, and its list 40.
    static func health(
        _ revocations: RevocationBuilder? = RevocationBuilder(), at now: Instant = morning,
        _ change: (inout TrustBuilder) -> Void = { _ in }
    ) throws -> ListsHealth {
        var trust = TrustBuilder()
        trust.sources = [RevocationBuilder.source()]
        change(&trust)
        let lists = ListsInForce(
            trust: try trust.list(),
            revocations: try revocations.map { ["caf": try $0.list()] } ?? [:])
        return ListsHealth(lists, at: now)
    }

    private static func advice(_ health: ListsHealth) -> [String] {
        ListsHealthWords.advice(health, .english)
    }

    @Test func freshListsHaveTheirLinesAndNothingToDo() throws {
        let health = try ListsHealthWordsTests.health()
        #expect(
            ListsHealthWords.lines(health, .french) == [
                "Liste de confiance no 7 du 1er octobre 2026 (33 jours) : "
                    + "à jour jusqu’au 1er juillet 2027",
                "Liste d’annulation « caf » no 40 du 3 novembre 2026 (0 jour) : "
                    + "à jour jusqu’au 13 novembre 2026",
                "  époque 1, jours clos du 3 août 2026 au 2 novembre 2026, 0 annulation(s)",
                "Horloge de ce poste : 2026-11-03T09:00:00Z",
            ])
        #expect(
            ListsHealthWords.lines(health, .english) == [
                "Trust list no. 7 of 1 October 2026 (33 days): up to date until 1 July 2027",
                "Revocation list \"caf\" no. 40 of 3 November 2026 (0 days): "
                    + "up to date until 13 November 2026",
                "  epoch 1, closed days 3 August 2026 to 2 November 2026, 0 revocation(s)",
                "Clock of this machine: 2026-11-03T09:00:00Z",
            ])
    }

    @Test(arguments: [
        (13, 0, "due for renewal since 13 November 2026, of no use from 18 December 2026"),
        (13, 35, "of no use since 18 December 2026"),
    ])
    func aListThatGrowsOldSaysSinceWhenAndIsToBeFetched(
        day: Int, later: Int, words: String
    ) throws {
        let now = Sample.day(2026, 11, day).adding(days: later).start
        let health = try ListsHealthWordsTests.health(at: now)
        let lines = ListsHealthWords.lines(health, .english)
        #expect(lines[1].hasSuffix("): \(words)"))
        #expect(
            lines.suffix(1) == [
                "To do: fetch recent revocation lists (caf), then "
                    + "\"justificatif lists install SOURCE\""
            ])
        #expect(ListsHealthWords.lines(health, .french).last?.hasPrefix("À faire : ") == true)
    }

    @Test func aTrustListThatGrowsOldIsAskedForFirst() throws {
        let health = try ListsHealthWordsTests.health(nil) {
            $0.warnAfter = ListsHealthWordsTests.morning
        }
        #expect(
            ListsHealthWordsTests.advice(health).map { $0.prefix(9) } == ["ask the p", "fetch rec"])
        #expect(
            ListsHealthWords.lines(health, .french)[0]
                .hasSuffix(
                    "à renouveler depuis le 3 novembre 2026, inutilisable le 1er janvier 2028"))
    }

    @Test func aListThatIsMissingIsNamedAndIsToBeFetched() throws {
        let health = try ListsHealthWordsTests.health(nil)
        #expect(
            ListsHealthWords.lines(health, .french)[1] == "Liste d’annulation « caf » : absente")
        #expect(
            ListsHealthWords.lines(health, .english)[1] == "Revocation list \"caf\": missing")
        #expect(ListsHealthWordsTests.advice(health).map { $0.contains("(caf)") } == [true])
    }

    @Test func withoutATrustListInstallingIsAllThereIsToDo() {
        let health = ListsHealth(ListsInForce(trust: nil), at: Sample.now)
        #expect(
            ListsHealthWords.lines(health, .french) == [
                "Liste de confiance : absente", "Horloge de ce poste : \(Sample.now)",
                "À faire : installez les listes : justificatif lists install SOURCE",
            ])
        #expect(
            ListsHealthWords.lines(health, .english).last
                == "To do: install the lists: justificatif lists install SOURCE")
    }

    /// With a wrong clock, the age of lists means nothing.
    @Test func aWrongClockIsSetBeforeAnythingElse() throws {
        let health = try ListsHealthWordsTests.health(nil, at: Sample.day(2026, 9, 1).start)
        let lines = ListsHealthWords.lines(health, .english)
        #expect(
            lines.contains(
                "Clock of this machine: 2026-09-01T00:00:00Z, earlier than what is known already"))
        #expect(
            ListsHealthWordsTests.advice(health).first
                == "set the clock of this machine; if it is right, run "
                + "\"justificatif lists clock --accept-now\"")
        #expect(
            ListsHealthWords.lines(health, .french).contains {
                $0.hasSuffix("ce qui est déjà connu")
            })
    }

    /// French counts 0 and 1 in the singular, English 1 only.
    @Test(arguments: [
        (0, "(0 jour)", "(0 days)"), (1, "(1 jour)", "(1 day)"), (2, "(2 jours)", "(2 days)"),
    ])
    func countsDaysAsTheLanguageDoes(days: Int, french: String, english: String) throws {
        let now = Sample.day(2026, 11, 3).adding(days: days).start.adding(hours: 9)
        let health = try ListsHealthWordsTests.health(at: now)
        #expect(ListsHealthWords.lines(health, .french)[1].contains(french))
        #expect(ListsHealthWords.lines(health, .english)[1].contains(english))
    }

    @Test func aListWithoutAClosedDaySaysSo() throws {
        let young = RevocationBuilder.with { $0.lastClosedDay = $0.firstDay.adding(days: -1) }
        let health = try ListsHealthWordsTests.health(young)
        #expect(
            ListsHealthWords.lines(health, .french)[2]
                == "  époque 1, aucun jour clos, 0 annulation(s)")
        #expect(
            ListsHealthWords.lines(health, .english)[2]
                == "  epoch 1, no closed day, 0 revocation(s)")
    }
}
