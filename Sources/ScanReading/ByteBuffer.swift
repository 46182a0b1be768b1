internal import Glibc

/// Owner of zeroed bytes whose allocation may fail without a trap.
@safe
struct ByteBuffer: ~Copyable {
    private let bytes: UnsafeMutablePointer<UInt8>
    private let count: Int

    /// `count` is at least 1 and already bounded; throws `outOfMemory`.
    init(count: Int) throws(PictureRefusal) {
        guard let bytes = unsafe calloc(count, 1) else { throw .outOfMemory }
        unsafe self.bytes = bytes.assumingMemoryBound(to: UInt8.self)
        self.count = count
    }

    deinit { unsafe free(bytes) }

    func withBytes<Result: ~Copyable, Failure>(
        _ body: (UnsafeMutableBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try unsafe body(UnsafeMutableBufferPointer(start: bytes, count: count))
    }
}
