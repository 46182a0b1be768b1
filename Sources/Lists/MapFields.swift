internal import Proofs
internal import Wire

/// Fields of a map in a signed list: known ones all present and in order, then only keys from 64
/// on, which a later version may add and this one passes over (Spec/lists.md 1).
enum MapFields {
    /// Keys from here on may be added without breaking older verifiers.
    static let firstIgnored: Int64 = 64

    /// The keys of one map while it is read: those it describes are 1, 2 and so on.
    struct Keys {
        fileprivate var inOrder = CBOR.MapKeys()
        /// Pairs of the map, and how many of the keys are described.
        fileprivate let count, known: Int

        init(count: Int, known: Int) {
            self.count = count
            self.known = known
        }
    }

    /// Begins a map.
    static func begin(
        _ input: borrowing Span<UInt8>, _ offset: inout Int, known: Int
    ) throws(DecodeError) -> Keys {
        Keys(count: try CBOR.readMapHead(input, &offset, limit: known + 64), known: known)
    }

    /// Passes over a described key.
    ///
    /// Where it should be, `missing-key` is what comes after it, or the end of the map, and
    /// `unknown-key` is a key that is not described (M1).
    static func expect(
        _ key: Int, _ keys: inout Keys, _ input: borrowing Span<UInt8>, _ offset: inout Int
    ) throws(DecodeError) {
        let start = offset
        guard key <= keys.count else { throw DecodeError(.missingKey, at: start) }
        let found = try keys.inOrder.next(input, &offset)
        guard found != key else { return }
        let isDescribed = found > key && found <= keys.known || found >= firstIgnored
        throw DecodeError(isDescribed ? .missingKey : .unknownKey, at: start)
    }

    /// Passes over the pairs after the described ones; `passing` gets each key and the place of
    /// its value.
    static func end(
        _ keys: inout Keys, _ input: borrowing Span<UInt8>, _ offset: inout Int,
        passing: (Int64, Int) -> Void = { _, _ in }
    ) throws(DecodeError) {
        for _ in keys.known..<keys.count {
            let start = offset
            let key = try keys.inOrder.next(input, &offset)
            guard key >= firstIgnored else { throw DecodeError(.unknownKey, at: start) }
            passing(key, offset)
            try CBOR.skip(input, &offset, depth: Limits.unknownDepth)
        }
    }

    /// An instant from 1970 to 2149, in seconds.
    static func readInstant(
        _ input: borrowing Span<UInt8>, _ offset: inout Int
    ) throws(DecodeError) -> Instant {
        let start = offset
        let seconds = try CBOR.readUnsigned(input, &offset)
        guard seconds <= UInt64(Day.last) * UInt64(Day.seconds) else {
            throw DecodeError(.outOfRange, at: start)
        }
        return Instant(seconds: Int64(seconds))
    }

    static func readDay(
        _ input: borrowing Span<UInt8>, _ offset: inout Int
    ) throws(DecodeError) -> Day {
        let start = offset
        let number = try CBOR.readUnsigned(input, &offset)
        guard number <= UInt64(Day.last) else { throw DecodeError(.outOfRange, at: start) }
        return Day(number: Int(number))
    }

    /// Text that is shown: not empty, no control or direction character but the line end.
    static func readShownText(
        _ input: borrowing Span<UInt8>, _ offset: inout Int, limit: Int
    ) throws(DecodeError) -> String {
        let start = offset
        let text = try CBOR.readText(input, &offset, limit: limit)
        guard ShownText.isPlain(text) else { throw DecodeError(.nameForm, at: start) }
        return text
    }

    /// Public keys of prime order, 1 to `limit`, in ascending order of their bytes, each once.
    static func readKeys(
        _ input: borrowing Span<UInt8>, _ offset: inout Int, limit: Int,
        checkedBy checker: some SignatureChecking
    ) throws(DecodeError) -> [PublicKey] {
        let start = offset
        let count = try CBOR.readArrayHead(input, &offset, limit: limit)
        guard count > 0 else { throw DecodeError(.wrongLength, at: start) }
        var keys: [PublicKey] = []
        for _ in 0..<count {
            let keyStart = offset
            let key = try readKey(input, &offset, checkedBy: checker)
            if let last = keys.last, !last.bytes.lexicographicallyPrecedes(key.bytes) {
                throw DecodeError(.keyOrder, at: keyStart)
            }
            keys.append(key)
        }
        return keys
    }

    /// A public key of prime order.
    static func readKey(
        _ input: borrowing Span<UInt8>, _ offset: inout Int,
        checkedBy checker: some SignatureChecking
    ) throws(DecodeError) -> PublicKey {
        let start = offset
        let bytes = try CBOR.readBytes(input, &offset, count: PublicKey.byteCount)
        guard let key = PublicKey(bytes, checkedBy: checker) else {
            throw DecodeError(.keyNotPrimeOrder, at: start)
        }
        return key
    }
}

/// Text from a signed list that a screen or a page will show.
package enum ShownText {
    /// Whether the text has no control character but the line end, and none that changes the
    /// direction of writing or takes no room.
    ///
    /// The characters are named and not looked up in a table of Unicode, whose next version could
    /// make two verifiers disagree about one list (Spec/lists.md 1).
    package static func isPlain(_ text: String) -> Bool {
        !text.isEmpty && text.unicodeScalars.allSatisfy { $0 == "\n" || !isHidden($0.value) }
    }

    private static func isHidden(_ value: UInt32) -> Bool {
        switch value {
        case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x61C, 0x200B...0x200F, 0x2028...0x202E,
            0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
            true
        default: false
        }
    }
}
