package import Proofs
package import Wire

/// One issuer of a trust list: whose key it is and what it may sign (Spec/lists.md 3.2).
package struct Issuer: Equatable, Sendable {
    /// Whether the publisher still vouches for the key; the raw value is the wire's.
    package enum State: UInt64, Sendable {
        case active = 0
        /// A person who took the key can write any day of issue: nothing it signed counts any more.
        case compromised = 1
    }

    package let key: PublicKey
    /// The name shown at the counter.
    package let name: String
    /// Legal sentences for the printed page, as the issuer worded them; may be empty.
    package let notice: String
    /// Where to have a justificatif cancelled or to complain; may be empty.
    package let contact: String
    /// First labels of the blocks it may sign.
    ///
    /// An unknown block grants nothing.
    package let blocks: [UInt64]
    /// First and last UTC day of issue its signature counts for, both included.
    package let signFrom: Day
    package let signUntil: Day
    package let state: State
    /// The revocation list that speaks of its justificatifs; nil when it cannot revoke.
    package let revocationList: String?
    package let letterhead: Letterhead

    package init(
        key: PublicKey, name: String, notice: String, contact: String, blocks: Set<ClaimBlock>,
        signFrom: Day, signUntil: Day, state: State, revocationList: String?,
        letterhead: Letterhead = Letterhead()
    ) {
        self.key = key
        self.name = name
        self.notice = notice
        self.contact = contact
        self.blocks = blocks.map(\.rawValue).sorted()
        self.signFrom = signFrom
        self.signUntil = signUntil
        self.state = state
        self.revocationList = revocationList
        self.letterhead = letterhead
    }

    /// Whether the publisher entitles it to state claims of this block (rule V9).
    package func maySign(_ block: ClaimBlock) -> Bool { blocks.contains(block.rawValue) }
}

extension Issuer {
    func write(to writer: inout CBORWriter) {
        writer.map(9 + letterhead.count)
        writer.unsigned(1)
        writer.byteString(key.bytes)
        writer.unsigned(2)
        writer.text(name)
        writer.unsigned(3)
        writer.text(notice)
        writer.unsigned(4)
        writer.text(contact)
        writer.unsigned(5)
        writer.array(blocks.count)
        for block in blocks { writer.unsigned(block) }
        writer.unsigned(6)
        writer.integer(Int64(signFrom.number))
        writer.unsigned(7)
        writer.integer(Int64(signUntil.number))
        writer.unsigned(8)
        writer.unsigned(state.rawValue)
        writer.unsigned(9)
        if let revocationList { writer.text(revocationList) } else { writer.null() }
        letterhead.write(to: &writer)
    }

    init(
        _ input: borrowing Span<UInt8>, _ offset: inout Int,
        checkedBy checker: some SignatureChecking
    ) throws(DecodeError) {
        var keys = try MapFields.begin(input, &offset, known: 9)
        try MapFields.expect(1, &keys, input, &offset)
        key = try MapFields.readKey(input, &offset, checkedBy: checker)
        try MapFields.expect(2, &keys, input, &offset)
        name = try MapFields.readShownText(input, &offset, limit: Limits.displayBytes)
        try MapFields.expect(3, &keys, input, &offset)
        notice = try Issuer.readOptionalText(input, &offset, limit: Limits.noticeBytes)
        try MapFields.expect(4, &keys, input, &offset)
        contact = try Issuer.readOptionalText(input, &offset, limit: Limits.displayBytes)
        try MapFields.expect(5, &keys, input, &offset)
        blocks = try Issuer.readBlocks(input, &offset)
        try MapFields.expect(6, &keys, input, &offset)
        signFrom = try MapFields.readDay(input, &offset)
        try MapFields.expect(7, &keys, input, &offset)
        let untilAt = offset
        signUntil = try MapFields.readDay(input, &offset)
        guard signFrom <= signUntil else { throw DecodeError(.dateOrder, at: untilAt) }
        try MapFields.expect(8, &keys, input, &offset)
        let stateAt = offset
        guard let state = State(rawValue: try CBOR.readUnsigned(input, &offset)) else {
            throw DecodeError(.outOfRange, at: stateAt)
        }
        self.state = state
        try MapFields.expect(9, &keys, input, &offset)
        revocationList =
            CBOR.readNull(input, &offset)
            ? nil : try RevocationSource.readIdentifier(input, &offset)
        var places: [Int64: Int] = [:]
        try MapFields.end(&keys, input, &offset) { key, place in places[key] = place }
        letterhead = Letterhead(input, at: places)
    }

    private static func readOptionalText(
        _ input: borrowing Span<UInt8>, _ offset: inout Int, limit: Int
    ) throws(DecodeError) -> String {
        let start = offset
        if try CBOR.readText(input, &offset, limit: limit).isEmpty { return "" }
        offset = start
        return try MapFields.readShownText(input, &offset, limit: limit)
    }

    /// Numbers of blocks, ascending, each once.
    private static func readBlocks(
        _ input: borrowing Span<UInt8>, _ offset: inout Int
    ) throws(DecodeError) -> [UInt64] {
        var blocks: [UInt64] = []
        for _ in 0..<(try CBOR.readArrayHead(input, &offset, limit: Limits.blocks)) {
            let start = offset
            let block = try CBOR.readUnsigned(input, &offset)
            if let last = blocks.last, last >= block { throw DecodeError(.keyOrder, at: start) }
            blocks.append(block)
        }
        return blocks
    }
}
