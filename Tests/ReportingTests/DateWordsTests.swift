import Explaining
import Proofs
import Reporting
import Testing

@Suite struct DateWordsTests {
    @Test(arguments: [
        ("2026-11-01", "1er novembre 2026", "1 November 2026"),
        ("2026-02-28", "28 février 2026", "28 February 2026"),
        ("2027-08-02", "2 août 2027", "2 August 2027"),
        ("2026-12-31", "31 décembre 2026", "31 December 2026"),
        ("2026-01-21", "21 janvier 2026", "21 January 2026"),
    ])
    func readsADayAloud(day: String, french: String, english: String) throws {
        let day = try #require(Day(day))
        #expect(DateWords.day(day, .french) == french)
        #expect(DateWords.day(day, .english) == english)
    }

    @Test func namesTwelveMonths() {
        let french = (0..<12).map { DateWords.month(Month(number: 672 + $0), .french) }
        #expect(
            french == [
                "janvier 2026", "février 2026", "mars 2026", "avril 2026", "mai 2026", "juin 2026",
                "juillet 2026", "août 2026", "septembre 2026", "octobre 2026", "novembre 2026",
                "décembre 2026",
            ])
        let english = (0..<12).map { DateWords.month(Month(number: 672 + $0), .english) }
        #expect(english.first == "January 2026" && english.last == "December 2026")
        #expect(Set(english).count == 12)
    }

    @Test(arguments: [
        (1992_11_01, "1er novembre 1992"), (1992_11_00, "novembre 1992 (jour inconnu)"),
        (1992_00_00, "1992 (jour et mois inconnus)"),
    ])
    func saysWhichPartOfABirthDateIsUnknown(number: UInt64, words: String) throws {
        let date = try #require(PartialDate(number: number))
        #expect(DateWords.birthDate(date, .french) == words)
    }
}
