import Proofs
import TestSupport
import Testing
import Wire

/// What one label accepts and refuses on the wire.
struct ClaimCase: CustomTestStringConvertible, Sendable {
    let label: ClaimLabel
    let accepted: [(wire: [UInt8], value: ClaimValue)]
    let refused: [(wire: [UInt8], code: DecodeError.Code)]

    init(
        _ label: ClaimLabel, accepts accepted: [([UInt8], ClaimValue)],
        refuses refused: [([UInt8], DecodeError.Code)]
    ) {
        self.label = label
        self.accepted = accepted.map { (wire: $0.0, value: $0.1) }
        self.refused = refused.map { (wire: $0.0, code: $0.1) }
    }

    var testDescription: String { ClaimRegistry.row(of: label).name }

    /// A payload with this claim, and a fact where the claim is none.
    static func payload(_ label: UInt64, _ wire: [UInt8], issued: Day = Sample.today) -> [UInt8] {
        let fact = label < 32 ? [(label: UInt64(64), value: HandWriter.unsigned(742))] : []
        return HandToken.sample([(label, wire)] + fact, issued: issued, lastDay: issued).payload
    }

    static func read(
        _ label: UInt64, _ wire: [UInt8], issued: Day = Sample.today
    ) throws(DecodeError) -> Justificatif.Reading {
        try Justificatif.read(payload(label, wire, issued: issued).span)
    }
}

/// Shorthand of the tables of cases.
func uint(_ value: UInt64) -> [UInt8] { HandWriter.unsigned(value) }
func text(_ value: String) -> [UInt8] { HandWriter.text(value) }

/// A number from `range` is accepted, one beyond either end is not.
func numbers(_ label: ClaimLabel, _ range: ClosedRange<UInt64>) -> ClaimCase {
    var refused: [([UInt8], DecodeError.Code)] = [
        (uint(range.upperBound + 1), .outOfRange), (uint(.max), .outOfRange),
        (HandWriter.negative(0), .wrongType), (text("1"), .wrongType),
        (HandWriter.null, .wrongType),
    ]
    if range.lowerBound > 0 { refused.append((uint(range.lowerBound - 1), .outOfRange)) }
    return ClaimCase(
        label,
        accepts: [range.lowerBound, range.lowerBound + 1, range.upperBound].map {
            (uint($0), .number($0))
        }, refuses: refused)
}

/// Day numbers of 1970-01-01 to 2149-06-06.
func days(_ label: ClaimLabel) -> ClaimCase {
    ClaimCase(
        label,
        accepts: [0, 1, 20_759, 65_535].map { (uint(UInt64($0)), .day(Day(number: $0))) },
        refuses: [
            (uint(65_536), .outOfRange), (uint(.max), .outOfRange),
            (HandWriter.negative(0), .wrongType), (text("2026-11-02"), .wrongType),
        ])
}
