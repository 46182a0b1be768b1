import Proofs
import Testing

@Suite struct PartialDateTests {
    @Test(arguments: [
        (1962_08_24, "1962-08-24"), (1992_11_00, "1992-11-00"), (1950_00_00, "1950-00-00"),
        (1850_00_00, "1850-00-00"), (2149_12_31, "2149-12-31"), (2024_02_29, "2024-02-29"),
    ])
    func readsWholeAndPartialDates(number: UInt64, text: String) throws {
        let date = try #require(PartialDate(number: number))
        #expect(date.number == number)
        #expect(date.description == text)
        #expect(PartialDate(text) == date)
    }

    @Test(
        arguments: [
            1849_12_31, 2150_01_01, 1988_02_30, 1988_00_01, 1988_00_31, 1988_13_00, 1988_13_01,
            1988_04_31, 2023_02_29, 1988_01_32, 0, 19_880_5, 99_991_231, 99_991_232, 198_805_140,
            .max,
        ] as [UInt64])
    func refusesADateThatDoesNotExist(number: UInt64) {
        #expect(PartialDate(number: number) == nil)
    }

    @Test(arguments: ["1962-8-24", "62-08-24", "19620824", "1962-08", "1962-08-24T", "1962-00-24"])
    func refusesEveryOtherText(text: String) {
        #expect(PartialDate(text) == nil)
    }

    @Test(arguments: [
        (1962_08_24, "1962-08-24"), (1992_11_00, "1992-11-01"), (1950_00_00, "1950-01-01"),
    ])
    func standsForNoDayBeforeItsEarliest(number: UInt64, day: String) throws {
        #expect(try #require(PartialDate(number: number)).earliest.description == day)
    }

    @Test(arguments: [
        (1962_08_24, 1962_08_24, true), (1962_08_24, 1962_08_00, true),
        (1962_08_24, 1962_00_00, true), (1962_08_00, 1962_00_00, true),
        (1962_08_24, 1962_08_25, false), (1962_08_24, 1962_09_24, false),
        (1962_08_24, 1963_08_24, false), (1962_08_00, 1962_09_00, false),
        (1962_00_00, 1963_00_00, false),
    ])
    func agreesWhenAnUnknownPartCouldBeTheOther(first: UInt64, second: UInt64, agree: Bool) throws {
        let (one, other) = (
            try #require(PartialDate(number: first)), try #require(PartialDate(number: second))
        )
        #expect(one.agrees(with: other) == agree)
        #expect(other.agrees(with: one) == agree)
    }
}
