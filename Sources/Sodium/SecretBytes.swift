internal import CSodium

/// Secret bytes in guarded memory: locked in RAM, between guard pages, wiped when they go.
@safe package struct SecretBytes: ~Copyable {
    package let count: Int
    private let memory: UnsafeMutablePointer<UInt8>

    /// `count` bytes, zero.
    package init(count: Int) throws(SodiumFault) {
        guard let memory = unsafe sodium_malloc(max(count, 1)) else { throw .outOfMemory }
        unsafe sodium_memzero(memory, count)
        unsafe self.memory = memory.assumingMemoryBound(to: UInt8.self)
        self.count = count
    }

    deinit { unsafe sodium_free(memory) }

    /// The first byte, for C, for as long as the closure runs.
    ///
    /// It must not be kept.
    @unsafe package borrowing func withPointer<Result>(
        _ body: (UnsafePointer<UInt8>) throws -> Result
    ) rethrows -> Result {
        unsafe try body(memory)
    }

    /// The same for writing.
    @unsafe mutating func withMutablePointer<Result>(
        _ body: (UnsafeMutablePointer<UInt8>) throws -> Result
    ) rethrows -> Result {
        unsafe try body(memory)
    }

    /// A copy of part of these bytes in a guarded place of their own.
    borrowing func slice(_ range: Range<Int>) throws(SodiumFault) -> SecretBytes {
        precondition((0...count).contains(range.lowerBound) && range.upperBound <= count)
        let copy = try SecretBytes(count: range.count)
        unsafe copy.memory.update(from: memory + range.lowerBound, count: range.count)
        return copy
    }

    /// These public bytes followed by those of `rest`.
    init(_ first: [UInt8], then rest: borrowing SecretBytes) throws(SodiumFault) {
        try self.init(count: first.count + rest.count)
        unsafe memory.update(from: first, count: first.count)
        unsafe (memory + first.count).update(from: rest.memory, count: rest.count)
    }

    /// Whether they begin with these public bytes.
    borrowing func starts(with bytes: [UInt8]) -> Bool {
        unsafe UnsafeBufferPointer(start: memory, count: count).starts(with: bytes)
    }
}
