internal import Wire

extension Claims {
    /// What was read: claims this version knows, and whether there were others.
    struct Reading {
        var claims = Claims()
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
        var reading = Reading()
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
        let start = offset
        switch kind {
        case .name, .recipient, .code:
            return try readText(kind, input, &offset)
        case .choice(let choices):
            let number = try CBOR.readUnsigned(input, &offset)
            return choices.contains { $0.number == number } ? .choice(number) : nil
        case .trueOnly, .flag:
            let flag = try CBOR.readBool(input, &offset)
            if case .trueOnly = kind, !flag { throw DecodeError(.outOfRange, at: start) }
            return .flag(flag)
        case .bracket, .tariff:
            return try readPair(kind, input, &offset)
        case .birthDate, .number, .daysBeforeIssue, .day, .dayOrNone, .month:
            let number = try CBOR.readUnsigned(input, &offset)
            guard let value = value(of: number, kind, issued: issued) else {
                throw DecodeError(.outOfRange, at: start)
            }
            return value
        }
    }

    private static func value(of number: UInt64, _ kind: ClaimKind, issued: Day) -> ClaimValue? {
        switch kind {
        case .birthDate:
            return PartialDate(number: number).map { .birthDate($0) }
        case .number(let range, _):
            return range.contains(number) ? .number(number) : nil
        case .daysBeforeIssue:
            guard number <= greatestDataAgeDays, number <= UInt64(issued.number) else { return nil }
            return .day(issued.adding(days: -Int(number)))
        case .dayOrNone where number == 0:
            return .noDay
        case .day, .dayOrNone:
            return number <= UInt64(Day.last) ? .day(Day(number: Int(number))) : nil
        case .month:
            return number <= UInt64(Month.last) ? .month(Month(number: Int(number))) : nil
        default:
            return nil
        }
    }

    private static func readText(
        _ kind: ClaimKind, _ input: borrowing Span<UInt8>, _ offset: inout Int
    ) throws(DecodeError) -> ClaimValue {
        let start = offset
        // A code has the one length of its form, so that another is of another form.
        let limit =
            switch kind {
            case .recipient: Limits.recipientBytes
            case .code: Int.max
            default: Limits.nameBytes
            }
        let text = try CBOR.readText(input, &offset, limit: limit)
        switch kind {
        case .name:
            if let name = Name(signedForm: text) { return .name(name) }
        case .recipient:
            if let recipient = Recipient(signedForm: text) { return .recipient(recipient) }
        case .code(.commune):
            if ClaimForm.isCommune(text) { return .code(text) }
        case .code(.fiveDigits):
            if ClaimForm.isFiveDigits(text) { return .code(text) }
        default: break
        }
        throw DecodeError(.nameForm, at: start)
    }

    private static func readPair(
        _ kind: ClaimKind, _ input: borrowing Span<UInt8>, _ offset: inout Int
    ) throws(DecodeError) -> ClaimValue {
        let start = offset
        try CBOR.readArrayHead(input, &offset, count: 2)
        if case .bracket = kind {
            let lower = try CBOR.readUnsigned(input, &offset)
            let upper =
                CBOR.readNull(input, &offset) ? nil : try CBOR.readUnsigned(input, &offset)
            guard ClaimForm.isBracket(lower: lower, upper: upper) else {
                throw DecodeError(.outOfRange, at: start)
            }
            return .bracket(lower: lower, upper: upper)
        }
        let grid = try CBOR.readText(input, &offset, limit: Limits.identifierBytes)
        let bracket = try CBOR.readUnsigned(input, &offset)
        guard ClaimForm.isIdentifier(grid, limit: Limits.identifierBytes) else {
            throw DecodeError(.nameForm, at: start)
        }
        guard ClaimForm.tariffBrackets.contains(bracket) else {
            throw DecodeError(.outOfRange, at: start)
        }
        return .tariff(grid: grid, bracket: bracket)
    }
}
