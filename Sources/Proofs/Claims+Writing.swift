internal import Wire

extension Claims {
    /// Writes the container of claims of a justificatif issued on `issued`.
    func write(to writer: inout CBORWriter, issued: Day) {
        writer.map(count)
        for label in labels {
            guard let value = self[label] else { continue }
            writer.unsigned(label.rawValue)
            Claims.write(value, label, to: &writer, issued: issued)
        }
    }

    private static func write(
        _ value: ClaimValue, _ label: ClaimLabel, to writer: inout CBORWriter, issued: Day
    ) {
        switch value {
        case .name(let name): writer.text(name.text)
        case .recipient(let recipient): writer.text(recipient.text)
        case .code(let code): writer.text(code)
        case .birthDate(let date): writer.unsigned(date.number)
        case .number(let number), .choice(let number): writer.unsigned(number)
        case .day(let day) where label == .dataAsOf:
            writer.integer(Int64(issued.number - day.number))
        case .day(let day): writer.integer(Int64(day.number))
        case .noDay: writer.unsigned(0)
        case .month(let month): writer.integer(Int64(month.number))
        case .flag(let flag): writer.bool(flag)
        case .bracket(let lower, let upper):
            writer.array(2)
            writer.unsigned(lower)
            if let upper { writer.unsigned(upper) } else { writer.null() }
        case .tariff(let grid, let bracket):
            writer.array(2)
            writer.text(grid)
            writer.unsigned(bracket)
        }
    }
}
