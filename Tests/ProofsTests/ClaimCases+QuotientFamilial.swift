import Proofs
import TestSupport
import Wire

extension ClaimCases {
    static func months(_ label: ClaimLabel) -> ClaimCase {
        ClaimCase(
            label,
            accepts: [0, 681, 2_159].map { (uint(UInt64($0)), .month(Month(number: $0))) },
            refuses: [(uint(2_160), .outOfRange), (text("2026-10"), .wrongType)])
    }

    static func pair(_ first: [UInt8], _ second: [UInt8]) -> [UInt8] {
        HandWriter.array([first, second])
    }

    static let quotientFamilial: [ClaimCase] = [
        numbers(.qf, 0...99_999), months(.qfMonth), months(.qfComputed), numbers(.children, 0...30),
        choices(.qfSource, 1...2), numbers(.qfAtMost, 0...99_999),
        ClaimCase(
            .qfBracket,
            accepts: [
                (pair(uint(0), uint(1)), .bracket(lower: 0, upper: 1)),
                (pair(uint(99_999), uint(100_000)), .bracket(lower: 99_999, upper: 100_000)),
                (pair(uint(99_999), HandWriter.null), .bracket(lower: 99_999, upper: nil)),
                (pair(uint(0), HandWriter.null), .bracket(lower: 0, upper: nil)),
            ],
            refuses: [
                (pair(uint(100_000), HandWriter.null), .outOfRange),
                (pair(uint(5), uint(5)), .outOfRange), (pair(uint(6), uint(5)), .outOfRange),
                (pair(uint(0), uint(100_001)), .outOfRange),
                (pair(HandWriter.null, uint(5)), .wrongType),
                (pair(uint(0), HandWriter.yes), .wrongType),
                (pair(text("a"), uint(1)), .wrongType), (HandWriter.array([uint(1)]), .wrongLength),
                (HandWriter.array([uint(1), uint(2), uint(3)]), .wrongLength),
                (uint(1), .wrongType),
            ]),
        ClaimCase(
            .tariffBracket,
            accepts: [
                ("a", 1), ("cantine-2026.1", 99), (String(repeating: "z", count: 32), 50),
            ].map { grid, bracket in
                (pair(text(grid), uint(bracket)), .tariff(grid: grid, bracket: bracket))
            },
            refuses: [
                (pair(text(""), uint(1)), .nameForm), (pair(text("A"), uint(1)), .nameForm),
                (pair(text(".a"), uint(1)), .nameForm), (pair(text("a_b"), uint(1)), .nameForm),
                (pair(text("a/b"), uint(1)), .nameForm), (pair(text("é"), uint(1)), .nameForm),
                (pair(text(String(repeating: "z", count: 33)), uint(1)), .tooLong),
                (pair(text("a"), uint(0)), .outOfRange), (pair(text("a"), uint(100)), .outOfRange),
                (pair(text("a"), HandWriter.null), .wrongType),
                (pair(uint(1), text("a")), .wrongType),
                (HandWriter.array([text("a")]), .wrongLength),
                (HandWriter.array([text("a"), uint(1), uint(1)]), .wrongLength),
            ]),
    ]
}
