import Proofs
import Testing

@Suite struct MonthTests {
    @Test(arguments: [
        ("1970-01", 0), ("1970-12", 11), ("1971-01", 12), ("2026-10", 681), ("2149-12", 2_159),
    ])
    func countsFromJanuary1970(text: String, number: Int) throws {
        let month = try #require(Month(text))
        #expect(month.number == number)
        #expect(month.description == text)
        #expect(Month(number: number) == month)
    }

    @Test func theLastMonthIsTheLastThatCanBeWritten() {
        #expect(Month.last == 2_159)
        #expect(Month(number: Month.last).description == "2149-12")
    }

    @Test(arguments: [
        "", "2026", "2026-00", "2026-13", "1969-12", "2150-01", "2026-1", "202610", "2026-10-01",
        "2026/10", " 2026-10", "2026-1０",
    ])
    func refusesEveryOtherForm(text: String) {
        #expect(Month(text) == nil)
    }

    @Test(arguments: [
        ("2026-02", "2026-02-01", "2026-02-28"), ("2028-02", "2028-02-01", "2028-02-29"),
        ("2026-12", "2026-12-01", "2026-12-31"), ("2026-11", "2026-11-01", "2026-11-30"),
    ])
    func beginsAndEndsWithItsDays(text: String, first: String, last: String) throws {
        let month = try #require(Month(text))
        #expect(month.firstDay.description == first)
        #expect(month.lastDay.description == last)
    }

    @Test func followsOverTheNewYear() throws {
        let december = try #require(Month("2026-12"))
        #expect(december.following.description == "2027-01")
        #expect(december < december.following)
    }
}
