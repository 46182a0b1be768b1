import Proofs
import TestSupport
import Testing
import Wire

@testable import Lists

/// The closed days of Vectors/material, whose writer knows the Spec and not the product.
@Suite struct RevocationVectorTests {
    static let days = VectorFile.rows(of: "material/closed-days.csv")
    static let openDay = 20_780

    /// Fingerprint number `index` of a day, as Vectors/material/README.md makes it up.
    static func fingerprint(_ day: Int, _ index: Int) -> Fingerprint {
        let big = { (number: Int) in
            stride(from: 24, through: 0, by: -8).map { UInt8(number >> $0 & 255) }
        }
        let text = Array("practice fingerprint".utf8) + big(day) + big(index)
        return Fingerprint(ofSigned: text.span, Practice.crypto)
    }

    static func draft(_ file: VectorFile) throws -> RevocationListDraft.ClosedDay {
        let day = try number(file, "day")
        let count = try number(file, "issued")
        let revoked = try #require(file.text("revoked")).split(separator: " ").compactMap {
            Int($0)
        }
        return .init(
            day: Day(number: day), revoked: revoked.map { fingerprint(day, $0) },
            forEachIssued: { each in
                for index in 0..<count { try each(fingerprint(day, index)) }
            })
    }

    static func number(_ file: VectorFile, _ key: String) throws -> Int {
        try #require(file.text(key).flatMap { Int($0) }, "\(file.name): \(key)")
    }

    @Test func thereAreSome() { #expect(RevocationVectorTests.days.count >= 6) }

    @Test(arguments: days.map(\.name))
    func codesADayAsTheSpecSays(name: String) throws {
        let file = try #require(RevocationVectorTests.days.first { $0.name == name })
        let coded = try #require(
            try CodedDay(RevocationVectorTests.draft(file), Practice.crypto))
        #expect(try coded.width == RevocationVectorTests.number(file, "width"))
        #expect(try Int(coded.seed) == RevocationVectorTests.number(file, "seed"))
        #expect(try coded.parameter == RevocationVectorTests.number(file, "parameter"))
        #expect(coded.bits == file.bytes("bits"))
    }

    @Test(arguments: days.map(\.name))
    func unpacksADayAsTheSpecSays(name: String) throws {
        let file = try #require(RevocationVectorTests.days.first { $0.name == name })
        let values = try #require(file.text("values")).split(separator: " ").compactMap {
            UInt64($0)
        }
        let bits = try #require(file.bytes("bits"))
        let read = try Rice.decode(
            bits.span, 0..<bits.count, count: values.count,
            width: RevocationVectorTests.number(file, "width"),
            parameter: RevocationVectorTests.number(file, "parameter"))
        #expect(read == values)
    }

    @Test(arguments: days.map(\.name))
    func codesADayInFiltersAsTheSpecSays(name: String) throws {
        let file = try #require(
            VectorFile.rows(of: "material/filtered-days.csv").first { $0.name == name })
        let coded = try #require(
            try CodedFilters(RevocationVectorTests.draft(file), Practice.crypto))
        let numbers = [
            coded.columns, coded.approximate.slots, Int(coded.approximate.seed),
            coded.exact.slots, Int(coded.exact.seed),
        ]
        let wanted = try ["columns", "slots", "seed", "exact-slots", "exact-seed"].map {
            try RevocationVectorTests.number(file, $0)
        }
        #expect(numbers == wanted)
        #expect(coded.bits == file.bytes("bits"))
    }

    @Test func writesAndReadsAWholeListAsTheSpecSays() throws {
        let openDay = RevocationVectorTests.openDay
        let file = try #require(Checkout.bytes("Vectors/material/revocations-days.cose"))
        let issued = Day(number: openDay).start.adding(hours: 2)
        let draft = RevocationListDraft(
            identifier: "caf", epoch: 1, sequence: 40, issued: issued,
            warnAfter: issued.adding(hours: 240), refuseAfter: issued.adding(hours: 1080),
            trustMinimum: 3, firstDay: Day(number: 20_760),
            lastClosedDay: Day(number: openDay - 1),
            closedDays: try RevocationVectorTests.days.map(RevocationVectorTests.draft),
            open: [1, 0].map { RevocationVectorTests.fingerprint(openDay, $0) })
        let payload = try draft.payload(Practice.crypto)
        let signatureItem = 66
        #expect(Array(file.dropLast(signatureItem).suffix(payload.count)) == payload)
        let content = try RevocationListContent(reading: payload.span)
        #expect(content.identifier == "caf")
        #expect(content.openCount == 2)
        #expect(content.days.map(\.count) == [1, 1, 5, 3, 100, 100])
    }
}
