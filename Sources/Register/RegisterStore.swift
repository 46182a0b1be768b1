internal import Proofs

/// A database that holds a register: a file of SQLite, or PostgreSQL on a server.
///
/// The rules of a register are in `ProofRegister`, once; a store keeps rows, and gives turns.
protocol RegisterStore: Sendable {
    /// As it is shown to people.
    var name: String { get }

    /// Runs `body` in a transaction when its turn has come; once this returns, what it changed is
    /// on the disk. An error undoes it. `body` may be run again after others were faster.
    func write<Value>(
        _ turn: RegisterTurn, _ body: (any RegisterTables) throws -> Value
    ) throws -> Value

    /// Runs `body` on one state of the register; may do it again.
    func read<Value>(_ body: (any RegisterTables) throws -> Value) throws -> Value

    /// The same for a body that must not be run again.
    func readOnce<Value>(_ body: (any RegisterTables) throws -> Value) throws -> Value

    /// Removes what is left of rows that were removed, as far as the database lets a program do it.
    func forgetRemoved() throws
}

/// Who else may write in the meantime (Spec/register.md 7.2).
enum RegisterTurn: Sendable {
    /// Others that issue or cancel; a file has one writer at a time all the same.
    case beside
    /// Nobody: days are closed, or removed.
    case alone
}

/// The tables of a register in one transaction: what its rules ask of a database, and no more.
protocol RegisterTables {
    /// The last publication, or the one that is being made.
    func publication() throws -> Publication?
    func save(_ publication: Publication) throws

    /// Makes room for rows of these days, in a turn alone.
    func prepare(_ days: some Sequence<Day>) throws
    /// Adds rows, all or none; throws `RegisterFault.identifierTaken`.
    func insert(_ rows: [RegisterRow]) throws
    /// Those of `identifiers` that are there, in no particular order.
    func rows(of identifiers: [ProofIdentifier]) throws -> [RegisterRow]
    func rows(of reference: Reference) throws -> [RegisterRow]
    /// The row, which nobody else changes before this transaction ends.
    func lockedRow(of identifier: ProofIdentifier) throws -> RegisterRow?
    /// Cancels the row that was locked, or with nil makes it good again.
    func setRevocation(_ revocation: RegisterRow.Revocation?, of row: RegisterRow) throws
    /// Sets apart what is revoked by now; the number of rows that this is new for.
    func announceRevocations() throws -> Int

    /// Counts of every day of issue, ascending.
    func counts() throws -> [ProofRegister.DayCount]
    /// The fingerprints of cancellations, by day of issue from `first` on.
    func fingerprints(announced: Bool, from first: Day) throws -> [Day: [Fingerprint]]
    /// Every fingerprint of a day, ascending.
    func forEachIssued(on day: Day, _ body: (Fingerprint) throws -> Void) throws
    /// Every row, in groups of some hundred.
    func forEachGroup(_ body: ([RegisterRow]) throws -> Void) throws
    /// The oldest and the newest day of issue; nil if there is none.
    func days() throws -> (oldest: Day, newest: Day)?
    /// Removes a day; returns how many rows it had.
    func remove(_ day: Day) throws -> Int
}
