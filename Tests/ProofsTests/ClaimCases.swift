import Proofs
import TestSupport
import Wire

/// Each label at its limits and one beyond (Spec/token.md 4.3), block by block.
enum ClaimCases {
    static func names(_ label: ClaimLabel) -> ClaimCase {
        let longest = String(repeating: "é", count: 128)
        return ClaimCase(
            label,
            accepts: ["A", "L’Héritier-Œhm", longest].map { (text($0), Sample.name($0)) },
            refuses: [
                (text(longest + "e"), .tooLong), (text(""), .nameForm), (text("A  B"), .nameForm),
                (text("He\u{301}lene"), .nameForm), (text("A1"), .nameForm),
                (HandWriter.bytes([0x41]), .wrongType), (HandWriter.null, .wrongType),
                (HandWriter.head(3, 1) + [0xFF], .notUTF8),
            ])
    }

    static func choices(_ label: ClaimLabel, _ numbers: ClosedRange<UInt64>) -> ClaimCase {
        ClaimCase(
            label, accepts: numbers.map { (uint($0), .choice($0)) },
            refuses: [
                (text("male"), .wrongType), (HandWriter.negative(0), .wrongType),
                (HandWriter.yes, .wrongType),
            ])
    }

    /// A label of a kind that is tried by hand above: the limits of Spec/claims.csv.
    static func ofItsKind(_ label: ClaimLabel) -> ClaimCase {
        switch ClaimRegistry.row(of: label).kind {
        case .name, .recipient: names(label)
        case .choice(let listed):
            choices(label, listed[0].number...listed[listed.count - 1].number)
        case .code: codes(label, ["44109"], [])
        case .number(let range, _): numbers(label, range)
        case .day: days(label)
        case .month: months(label)
        case .trueOnly: trueOnly(label)
        case .birthDate, .daysBeforeIssue, .dayOrNone, .flag, .bracket, .tariff:
            ClaimCase(label, accepts: [], refuses: [(HandWriter.null, .wrongType)])
        }
    }

    static func trueOnly(_ label: ClaimLabel) -> ClaimCase {
        ClaimCase(
            label, accepts: [(HandWriter.yes, .flag(true))],
            refuses: [
                (HandWriter.no, .outOfRange), (uint(1), .wrongType), (HandWriter.null, .wrongType),
            ])
    }

    static func codes(_ label: ClaimLabel, _ good: [String], _ bad: [String]) -> ClaimCase {
        let wrong = bad + ["", "4410", "441090", "4410a", " 44109", "٤٤١٠٩", "44 09"]
        return ClaimCase(
            label, accepts: good.map { (text($0), .code($0)) },
            refuses: wrong.map { (text($0), .nameForm) } + [(uint(44_109), .wrongType)])
    }

    static let identity: [ClaimCase] = [
        names(.familyName), names(.firstGivenName), names(.otherGivenNames),
        ClaimCase(
            .birthDate,
            accepts: [1850_00_00, 1850_01_01, 1988_05_00, 1988_05_14, 2024_02_29, 2149_12_31].map {
                (uint($0), Sample.birthDate($0))
            },
            refuses: [1849_12_31, 2150_01_01, 1988_02_30, 1988_00_14, 1988_13_01, 0, .max].map {
                (uint($0), .outOfRange)
            } + [(text("1988-05-14"), .wrongType)]),
        names(.usageName), choices(.sex, 0...2),
        codes(
            .birthPlaceCOG, ["44109", "00000", "2A004", "2B999"],
            ["2C004", "2a004", "A4109", "44A09", "3A004", "2AA04"]),
        numbers(.birthCountryCOG, 99_000...99_999), choices(.identityACR, 1...3),
        ClaimCase(
            .recipient,
            accepts: ["7", "CAF (44)", String(repeating: "à", count: 50)].map {
                (text($0), Sample.recipient($0))
            },
            refuses: [
                (text(String(repeating: "a", count: 101)), .tooLong), (text(""), .nameForm),
                (text("A;B"), .nameForm), (text(String(repeating: "a", count: 257)), .tooLong),
            ]),
        ClaimCase(
            .dataAsOf,
            accepts: [0, 1, 365].map { (uint($0), .day(Sample.today.adding(days: -Int($0)))) },
            refuses: [
                (uint(366), .outOfRange), (uint(.max), .outOfRange),
                (HandWriter.negative(0), .wrongType),
            ]),
        trueOnly(.delegated),
    ]

    static let tax: [ClaimCase] = [
        numbers(.rfr, 0...999_999_999_999), numbers(.incomeYear, 1_970...2_149),
        numbers(.taxParts, 25...9_999), choices(.familyStatus, 1...5), numbers(.dependants, 0...99),
        numbers(.rfrAtMost, 0...999_999_999_999), numbers(.rfrPerPartAtMost, 0...999_999_999_999),
        numbers(.householdPartsAtLeast, 25...9_999),
    ]

    static let jobSeeker: [ClaimCase] = [
        days(.registeredSince),
        ClaimCase(
            .registrationEnded,
            accepts: [
                (uint(0), .noDay), (uint(1), .day(Day(number: 1))),
                (uint(65_535), .day(Day(number: 65_535))),
            ], refuses: [(uint(65_536), .outOfRange), (HandWriter.null, .wrongType)]),
        numbers(.registrationCategory, 1...5), days(.registeredOn), days(.notRegisteredOn),
    ]

    static let health: [ClaimCase] = [
        days(.baseRightsFrom), days(.baseRightsUntil),
        codes(.fundCode, ["00000", "44109", "99999"], ["2A004", "-4410"]), trueOnly(.c2s),
        ClaimCase(
            .c2sWithContribution,
            accepts: [(HandWriter.yes, .flag(true)), (HandWriter.no, .flag(false))],
            refuses: [(uint(1), .wrongType), (HandWriter.null, .wrongType)]),
        days(.c2sSince), days(.baseRightsOpenOn), days(.c2sOn),
    ]
}
