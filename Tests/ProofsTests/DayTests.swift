import Proofs
import TestSupport
import Testing

@Suite struct DayTests {
    /// Walks the calendar day by day, by its own leap rule.
    @Test func numbersEveryDayFrom1970To2149() throws {
        var (year, month, day) = (1970, 1, 1)
        for number in 0...Day.last {
            let civil = Day(number: number).civil
            guard civil == (year, month, day),
                Day(year: year, month: month, day: day)?.number == number
            else {
                Issue.record("day \(number) is \(year)-\(month)-\(day), not \(civil)")
                return
            }
            let isLeap = year.isMultiple(of: 4) && !(year == 2100)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            if day < lengths[month - 1] {
                day += 1
            } else {
                #expect(Day(year: year, month: month, day: day + 1) == nil)
                (day, month) = (1, month + 1)
                if month == 13 { (year, month) = (year + 1, 1) }
            }
        }
        #expect((year, month, day) == (2149, 6, 7))
    }

    @Test(arguments: [
        (2024, true), (2025, false), (2026, false), (2028, true), (2000, true), (2100, false),
        (1900, false), (2400, true),
    ])
    func knowsLeapYears(year: Int, isLeap: Bool) {
        #expect((Day(year: year, month: 2, day: 29) != nil) == isLeap)
        #expect(Day.count(ofMonth: 2, year: year) == (isLeap ? 29 : 28))
    }

    @Test(arguments: [
        ("2026-11-30", 3, "2027-02-28"), ("2027-11-30", 3, "2028-02-29"),
        ("2026-08-31", 3, "2026-11-30"), ("2026-11-02", 3, "2027-02-02"),
        ("2026-10-31", 3, "2027-01-31"), ("2026-12-31", 3, "2027-03-31"),
        ("2026-11-29", 3, "2027-02-28"), ("2099-11-30", 3, "2100-02-28"),
        ("2024-02-29", 12, "2025-02-28"), ("2026-01-31", 1, "2026-02-28"),
        ("2026-05-31", 0, "2026-05-31"), ("2026-03-31", -1, "2026-02-28"),
        ("2026-01-15", -1, "2025-12-15"), ("2026-12-01", 1, "2027-01-01"),
    ])
    func addsMonthsKeepingTheDayOrTheLastOne(from: String, months: Int, to: String) throws {
        #expect(try #require(Day(from)).adding(months: months).description == to)
    }

    @Test func addsDays() throws {
        #expect(try #require(Day("2026-12-31")).adding(days: 1).description == "2027-01-01")
        #expect(try #require(Day("1970-01-01")).adding(days: -1).description == "1969-12-31")
        #expect(try #require(Day("2024-03-01")).adding(days: -1).description == "2024-02-29")
    }

    @Test(arguments: ["0001-01-01", "1600-02-29", "1850-01-01", "1969-12-31", "9999-12-31"])
    func readsAndWritesDaysOutsideTheFormat(text: String) throws {
        #expect(try #require(Day(text)).description == text)
    }

    @Test(arguments: [
        "", "2026-11-2", "2026-1-02", "26-11-02", "2026/11/02", "20261102", "2026-11-02 ",
        " 2026-11-02", "2026-00-10", "2026-13-01", "2026-11-00", "2026-11-31", "2026-02-29",
        "+026-11-02", "-026-11-02", "2026-11-02Z", "2026-11-0２", "٢٠٢٦-11-02", "2026--1-02",
        "0000-01-01", "2026-11", "2026-11-02-01",
    ])
    func refusesADateThatDoesNotExistOrIsWrittenOtherwise(text: String) {
        #expect(Day(text) == nil)
    }

    @Test func beginsAtMidnightUTC() {
        #expect(Day(number: 20_759).start == Instant(seconds: 20_759 * 86_400))
        #expect(Sample.today.number == 20_759)
    }
}
