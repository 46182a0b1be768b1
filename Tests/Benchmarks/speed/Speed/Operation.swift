/// One thing that is measured: made ready once, then done as often as asked.
struct Operation: Sendable {
    let name: String
    /// What is done, with everything it needs at hand; it returns whether the result was right.
    let prepare: @Sendable () throws -> () throws -> Bool

    static let all = verifying + issuing + listing

    init(_ name: String, _ prepare: @escaping @Sendable () throws -> () throws -> Bool) {
        self.name = name
        self.prepare = prepare
    }
}

/// An operation gave a wrong result: its time means nothing.
struct WrongResult: Error {}
