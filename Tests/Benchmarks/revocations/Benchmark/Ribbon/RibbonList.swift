import Proofs
import Wire

/// The closed days of a list in two ribbons each.
///
///     [place, count, k, slots, seed, slots, seed, bstr, bstr]
///
/// Reading allocates for the days alone: the ribbons are looked up where they lie.
struct RibbonList {
    let days: [RibbonDay]
    private let byDay: [Day: RibbonDay]

    func encoded(firstDay: Day) -> [UInt8] {
        var writer = CBORWriter()
        writer.array(days.count)
        for day in days {
            writer.array(9)
            writer.integer(Int64(day.day.number - firstDay.number))
            writer.integer(Int64(day.count))
            writer.integer(Int64(day.approximate.ribbon.width))
            for (seed, ribbon) in [day.approximate, day.exact] {
                writer.integer(Int64(ribbon.slots))
                writer.integer(Int64(seed))
            }
            writer.byteString(Array(day.approximate.ribbon.bytes))
            writer.byteString(Array(day.exact.ribbon.bytes))
        }
        return writer.bytes
    }

    init(days: [RibbonDay]) {
        self.days = days
        byDay = Dictionary(uniqueKeysWithValues: days.map { ($0.day, $0) })
    }

    /// Throws for days that are not ascending, a width above 31, and ribbons of another length
    /// than their slots take or with padding that is not zero.
    init(reading bytes: [UInt8], firstDay: Day) throws(DecodeError) {
        let input = bytes.span
        var offset = 0
        var days: [RibbonDay] = []
        var free: UInt64 = 0
        for _ in 0..<(try CBOR.readArrayHead(input, &offset, limit: Limits.coveredDays)) {
            try CBOR.readArrayHead(input, &offset, count: 9)
            func number(upTo limit: UInt64) throws(DecodeError) -> Int {
                let start = offset
                let number = try CBOR.readUnsigned(bytes.span, &offset)
                guard number <= limit else { throw DecodeError(.outOfRange, at: start) }
                return Int(number)
            }
            let placeAt = offset
            let place = try number(upTo: UInt64(Limits.coveredDays - 1))
            guard place >= free else { throw DecodeError(.keyOrder, at: placeAt) }
            free = UInt64(place) + 1
            let count = try number(upTo: UInt64(Limits.revokedProofs))
            let width = try number(upTo: 31)
            let limit = UInt64(4 * Limits.revokedProofs)
            let slots = try number(upTo: limit)
            let seed = try number(upTo: 255)
            let exactSlots = try number(upTo: limit)
            let exactSeed = try number(upTo: 255)
            let first = try RibbonList.readRibbon(bytes, &offset, slots, width)
            let second = try RibbonList.readRibbon(bytes, &offset, exactSlots, 1)
            days.append(
                RibbonDay(
                    day: firstDay.adding(days: place), count: count,
                    approximate: (UInt8(seed), first), exact: (UInt8(exactSeed), second)))
        }
        try CBOR.readEnd(input, offset)
        self.init(days: days)
    }

    private static func readRibbon(
        _ bytes: [UInt8], _ offset: inout Int, _ slots: Int, _ width: Int
    ) throws(DecodeError) -> Ribbon {
        let start = offset
        let head = try CBOR.readHead(bytes.span, &offset)
        guard head.major == .bytes else { throw DecodeError(.wrongType, at: start) }
        let count = Ribbon.byteCount(slots: slots, width: width)
        guard head.argument == UInt64(count) else { throw DecodeError(.wrongLength, at: start) }
        guard count <= bytes.count - offset else {
            throw DecodeError(.truncated, at: bytes.count)
        }
        let part = bytes[offset..<offset + count]
        offset += count
        let padding = UInt8(truncatingIfNeeded: count * 8 - slots * width)
        guard part.last.map({ $0 << (8 - padding) == 0 || padding == 0 }) ?? true else {
            throw DecodeError(.bitPadding, at: offset - 1)
        }
        return Ribbon(slots: slots, width: width, bytes: part)
    }

    func holds(_ fingerprint: Fingerprint, issued day: Day, _ hasher: some Hashing) -> Bool {
        byDay[day]?.holds(fingerprint, hasher) ?? false
    }
}
