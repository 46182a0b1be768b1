internal import Wire

extension Claims {
    /// What was read: claims this version knows, and whether there were others.
    struct Reading {
        var claims: Claims
        /// A label or a choice that a later version defines (`version-unknown`).
        var hasUnknown = false
        /// Some label states a fact.
        var hasFact = false
    }

    /// Reads the container of claims (Spec/token.md 3.4).
    ///
    /// `issued` gives `data_as_of` its day.
    static func read(
        _ input: borrowing Span<UInt8>, _ offset: inout Int, issued: Day
    ) throws(DecodeError) -> Reading {
        let count = try CBOR.readMapHead(input, &offset, limit: Limits.claims)
        var reading = Reading(claims: Claims(capacity: count))
        var keys = CBOR.MapKeys()
        for _ in 0..<count {
            let keyAt = offset
            let key = try keys.next(input, &offset)
            guard let number = UInt64(exactly: key), number <= 255 else {
                throw DecodeError(.unknownKey, at: keyAt)
            }
            if number >= ClaimBlock.firstFact { reading.hasFact = true }
            guard let label = ClaimLabel(rawValue: number) else {
                try CBOR.skip(input, &offset, depth: Limits.unknownDepth)
                reading.hasUnknown = true
                continue
            }
            let kind = ClaimRegistry.row(of: label).kind
            if let value = try read(kind, input, &offset, issued: issued) {
                reading.claims[label] = value
            } else {
                reading.hasUnknown = true
            }
        }
        guard reading.hasFact else { throw DecodeError(.missingKey, at: offset) }
        return reading
    }

    /// One value of its kind; nil for a choice that a later version defines.
    private static func read(
        _ kind: ClaimKind, _ input: borrowing Span<UInt8>, _ offset: inout Int, issued: Day
    ) throws(DecodeError) -> ClaimValue? {
        switch kind {
        case .name:
            return try readText(input, &offset, limit: Limits.nameBytes) { text in
                Name(signedForm: text).map { .name($0) }
            }
        case .recipient:
            return try readText(input, &offset, limit: Limits.recipientBytes) { text in
                Recipient(signedForm: text).map { .recipient($0) }
            }
        case .code(let form):
            // A code has the one length of its form, so that another is of another form.
            return try readText(input, &offset, limit: Int.max) { text in
                form.matches(text) ? .code(text) : nil
            }
        case .choice(let choices):
            let number = try CBOR.readUnsigned(input, &offset)
            return choices.contains { $0.number == number } ? .choice(number) : nil
        case .trueOnly:
            let start = offset
            guard try CBOR.readBool(input, &offset) else {
                throw DecodeError(.outOfRange, at: start)
            }
            return .flag(true)
        case .flag: return .flag(try CBOR.readBool(input, &offset))
        case .bracket: return try readBracket(input, &offset)
        case .tariff: return try readTariff(input, &offset)
        case .birthDate:
            return try readNumber(input, &offset) { number in
                PartialDate(number: number).map { .birthDate($0) }
            }
        case .number(let range, _):
            return try readNumber(input, &offset) { range.contains($0) ? .number($0) : nil }
        case .daysBeforeIssue:
            return try readNumber(input, &offset) { dataDay(daysBefore: issued, $0) }
        case .day: return try readNumber(input, &offset, day)
        case .dayOrNone: return try readNumber(input, &offset) { $0 == 0 ? .noDay : day($0) }
        case .month:
            return try readNumber(input, &offset) { number in
                number <= UInt64(Month.last) ? .month(Month(number: Int(number))) : nil
            }
        }
    }

    private static func day(_ number: UInt64) -> ClaimValue? {
        number <= UInt64(Day.last) ? .day(Day(number: Int(number))) : nil
    }

    private static func dataDay(daysBefore issued: Day, _ number: UInt64) -> ClaimValue? {
        guard number <= greatestDataAgeDays, number <= UInt64(issued.number) else { return nil }
        return .day(issued.adding(days: -Int(number)))
    }

    /// A number that `value` makes something of, else `out-of-range`.
    private static func readNumber<Value>(
        _ input: borrowing Span<UInt8>, _ offset: inout Int, _ value: (UInt64) -> Value?
    ) throws(DecodeError) -> Value {
        let start = offset
        guard let value = value(try CBOR.readUnsigned(input, &offset)) else {
            throw DecodeError(.outOfRange, at: start)
        }
        return value
    }

    /// A text that `value` makes something of, else `name-form`.
    private static func readText<Value>(
        _ input: borrowing Span<UInt8>, _ offset: inout Int, limit: Int,
        _ value: (String) -> Value?
    ) throws(DecodeError) -> Value {
        let start = offset
        guard let value = value(try CBOR.readText(input, &offset, limit: limit)) else {
            throw DecodeError(.nameForm, at: start)
        }
        return value
    }

    private static func readBracket(
        _ input: borrowing Span<UInt8>, _ offset: inout Int
    ) throws(DecodeError) -> ClaimValue {
        try CBOR.readArrayHead(input, &offset, count: 2)
        let lower = try readNumber(input, &offset) { lower in
            ClaimForm.isBracket(lower: lower, upper: nil) ? lower : nil
        }
        if CBOR.readNull(input, &offset) { return .bracket(lower: lower, upper: nil) }
        return try readNumber(input, &offset) { upper in
            ClaimForm.isBracket(lower: lower, upper: upper)
                ? .bracket(lower: lower, upper: upper) : nil
        }
    }

    private static func readTariff(
        _ input: borrowing Span<UInt8>, _ offset: inout Int
    ) throws(DecodeError) -> ClaimValue {
        try CBOR.readArrayHead(input, &offset, count: 2)
        let limit = Limits.identifierBytes
        let grid = try readText(input, &offset, limit: limit) { grid in
            ClaimForm.isIdentifier(grid, limit: limit) ? grid : nil
        }
        return try readNumber(input, &offset) { bracket in
            ClaimForm.tariffBrackets.contains(bracket)
                ? .tariff(grid: grid, bracket: bracket) : nil
        }
    }
}
