/// One thing that is measured: made ready once, then done as often as asked.
struct Operation: Sendable {
    /// What is done; it returns whether the result was right.
    typealias Once = @Sendable () throws -> Bool

    let name: String
    /// Makes ready what `Once` needs.
    let prepare: @Sendable (SampleLists) throws -> Once

    static let all = verifying + growing + issuing + listing

    init(_ name: String, _ prepare: @escaping @Sendable (SampleLists) throws -> Once) {
        self.name = name
        self.prepare = prepare
    }
}

/// An operation gave a wrong result: its time means nothing.
struct WrongResult: Error {}
