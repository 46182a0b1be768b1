import PortalRules
import Proofs
import Testing

/// What Python's zoneinfo says of Europe/Paris.
@Suite struct ParisTimeTests {
    @Test(arguments: [
        ("2026-01-01T00:00:00Z", "2026-01-01T01:00:00+01:00"),
        ("2026-03-29T00:59:59Z", "2026-03-29T01:59:59+01:00"),
        ("2026-03-29T01:00:00Z", "2026-03-29T03:00:00+02:00"),
        ("2026-07-14T22:30:05Z", "2026-07-15T00:30:05+02:00"),
        ("2026-10-25T00:59:59Z", "2026-10-25T02:59:59+02:00"),
        ("2026-10-25T01:00:00Z", "2026-10-25T02:00:00+01:00"),
        ("2026-12-31T23:30:00Z", "2027-01-01T00:30:00+01:00"),
        ("2024-03-31T01:00:00Z", "2024-03-31T03:00:00+02:00"),
        ("2028-10-29T00:59:59Z", "2028-10-29T02:59:59+02:00"),
    ])
    func isThatOfTheClocksOfParis(instant: String, text: String) throws {
        let instant = try #require(Instant(instant))
        #expect(ParisTime(instant).text == text)
        // Nothing is lost: it is the same instant.
        #expect(Instant(text) == instant)
    }

    @Test func tellsTheHourAndMinuteThatAPersonReads() throws {
        let time = ParisTime(try #require(Instant("2026-11-29T23:05:59Z")))
        #expect(time.day == Day("2026-11-30"))
        #expect((time.hour, time.minute) == (0, 5))
    }
}
