internal import CPostgreSQL
internal import Synchronization

/// One connection to a server, which ends with its owner.
///
/// A statement is a text of this program; what varies goes beside it as a value.
package final class ServerSession: Sendable {
    /// The memory of libpq, for one thread at a time.
    @safe private struct Connection: ~Copyable, @unchecked Sendable {
        let pointer: OpaquePointer

        deinit { unsafe jpq_close(pointer) }
    }

    /// What a statement returned; nil is the NULL of SQL.
    package typealias Row = [String?]

    private static let textLimit = 1_024
    private let connection: Mutex<Connection>
    /// The server's address as it is shown: account, host, port and database.
    let name: String

    /// Connects; a server that only reads is not taken.
    ///
    /// Throws `noLibrary`, `badAddress`, `passwordInAddress` and `notConnected`.
    init(to address: String) throws(ServerFault) {
        var pointer: OpaquePointer?
        var name = [CChar](repeating: 0, count: ServerSession.textLimit)
        var problem = name
        let result = unsafe jpq_open(
            address, &name, &problem, ServerSession.textLimit, &pointer)
        if result == JPQ_NO_LIBRARY { throw .noLibrary }
        if result == JPQ_BAD_ADDRESS { throw .badAddress }
        if result == JPQ_HAS_PASSWORD { throw .passwordInAddress }
        guard let pointer = unsafe pointer else {
            throw .notConnected(ServerSession.line(of: problem))
        }
        self.name = ServerSession.line(of: name)
        connection = Mutex(unsafe Connection(pointer: pointer))
    }

    /// One line of what C left in its place.
    private static func line(of text: [CChar]) -> String {
        let bytes = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return String(decoding: bytes.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
    }

    /// Runs one statement, or several without values, and returns the rows of the last one.
    ///
    /// Throws `lost`, `busy` and `refused`.
    @discardableResult
    package func rows(
        _ statement: StaticString, _ values: Row = []
    ) throws(ServerFault) -> [Row] {
        try unsafe run(statement, values) { answer in
            let columns = unsafe jpq_column_count(answer)
            return unsafe (0..<jpq_row_count(answer)).map { row in
                (0..<columns).map { column in
                    unsafe jpq_value(answer, row, column).map { unsafe String(cString: $0) }
                }
            }
        }
    }

    /// Runs one statement, or several without values, and returns what the last one did, such as
    /// `UPDATE 3`; throws like `rows`.
    @discardableResult
    package func tag(
        _ statement: StaticString, _ values: Row = []
    ) throws(ServerFault) -> String {
        try unsafe run(statement, values) { unsafe String(cString: jpq_tag($0)) }
    }

    /// How many rows one statement changed; throws like `rows`.
    package func count(
        _ statement: StaticString, _ values: Row = []
    ) throws(ServerFault) -> Int {
        let words = try tag(statement, values).split(separator: " ")
        return words.last.flatMap { Int($0) } ?? 0
    }

    private func run<Value>(
        _ statement: StaticString, _ values: Row, _ take: (OpaquePointer) -> Value
    ) throws(ServerFault) -> Value {
        let texts = values.map { $0.map { Array($0.utf8CString) } }
        return try connection.withLock { connection throws(ServerFault) in
            var answer: OpaquePointer?
            let outcome = unsafe ServerSession.withPointers(to: texts) { pointers in
                unsafe jpq_run(
                    connection.pointer,
                    UnsafeRawPointer(statement.utf8Start)
                        .assumingMemoryBound(to: CChar.self),
                    Int32(texts.count), pointers, &answer)
            }
            guard let answer = unsafe answer else { throw .lost }
            defer { unsafe jpq_release(answer) }
            guard outcome == JPQ_DONE else { throw unsafe ServerSession.fault(answer) }
            return unsafe take(answer)
        }
    }

    /// Each text ends with its NUL.
    private static func withPointers<Value>(
        to texts: [[CChar]?], _ body: ([UnsafePointer<CChar>?]) -> Value
    ) -> Value {
        let all = texts.flatMap { $0 ?? [] }
        return unsafe all.withUnsafeBufferPointer { buffer in
            var start = 0
            var pointers = unsafe [UnsafePointer<CChar>?]()
            for text in texts {
                let base = buffer.baseAddress
                unsafe pointers.append(text == nil ? nil : base.map { unsafe $0 + start })
                start += text?.count ?? 0
            }
            return unsafe body(pointers)
        }
    }

    private static func fault(_ answer: OpaquePointer) -> ServerFault {
        let state = unsafe String(cString: jpq_state(answer))
        // Waiting for a lock or an answer took too long, or two waited for each other.
        if ["55P03", "57014", "40P01", "40001"].contains(state) { return .busy }
        let words = unsafe String(cString: jpq_words(answer))
        return .refused(state: state, words: String(words.prefix(textLimit)))
    }
}
