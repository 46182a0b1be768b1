import Proofs
import Testing

@Suite struct InstantTests {
    @Test(arguments: [
        ("2026-11-02T09:30:00Z", 1_793_611_800), ("2026-11-02T10:30:00+01:00", 1_793_611_800),
        ("2026-11-01T23:30:00-10:00", 1_793_611_800), ("2026-11-02", 1_793_577_600),
        ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59Z", -1),
        ("1970-01-01T00:00:00+00:00", 0), ("1970-01-01T00:00:00-00:00", 0),
        ("1970-01-01T00:00:00+23:59", -86_340), ("1970-01-01T00:00:00-23:59", 86_340),
        ("2026-11-02T23:59:59Z", 1_793_663_999), ("2149-06-06T00:00:00Z", 5_662_224_000),
    ])
    func readsRFC3339(text: String, seconds: Int64) {
        #expect(Instant(text)?.seconds == seconds)
    }

    @Test(arguments: [
        "", "2026-11-02T", "2026-11-02T09:30", "2026-11-02T09:30Z", "2026-11-02T09:30:00",
        "2026-11-02t09:30:00Z", "2026-11-02T09:30:00z", "2026-11-02 09:30:00Z",
        "2026-11-02T09:30:00.5Z", "2026-11-02T24:00:00Z", "2026-11-02T09:60:00Z",
        "2026-11-02T09:30:60Z", "2026-11-31T09:30:00Z", "2026-11-02T09:30:00+24:00",
        "2026-11-02T09:30:00+01:60", "2026-11-02T09:30:00+0100", "2026-11-02T09:30:00+01",
        "2026-11-02T09:30:00ZZ", "2026-11-02Z", "20261102T093000Z", "1793611800",
        "2026-11-02T09:30:00 01:00", "2026-11-02T09:30:00\u{2212}01:00", "2026-11-02T9:30:00Z",
        "2026-11-0é", "2026-11-02Té9:30:00Z", " 2026-11-02", "now",
    ])
    func refusesEveryOtherForm(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test(arguments: [
        "2026-11-02T09:30:00Z", "1969-12-31T23:59:59Z", "1970-01-01T00:00:00Z",
        "2000-02-29T12:00:01Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z",
    ])
    func writesWhatItReads(text: String) {
        #expect(Instant(text)?.description == text)
    }

    @Test func fallsOnADayInUTC() {
        #expect(Instant(seconds: 0).day.number == 0)
        #expect(Instant(seconds: 86_399).day.number == 0)
        #expect(Instant(seconds: 86_400).day.number == 1)
        #expect(Instant(seconds: -1).day.number == -1)
        #expect(Instant(seconds: -86_400).day.number == -1)
        #expect(Instant(seconds: -86_401).day.number == -2)
    }

    @Test func addsHoursAndMinutes() {
        #expect(Instant(seconds: 10).adding(hours: 2, minutes: 3).seconds == 10 + 7_200 + 180)
        #expect(Instant(seconds: 10).adding(hours: -1).seconds == -3_590)
    }

    @Test func ordersBySeconds() {
        #expect(Instant(seconds: 1) < Instant(seconds: 2))
        #expect(!(Instant(seconds: 2) < Instant(seconds: 2)))
    }
}
