internal import Glibc

/// Bytes in pages of their own that are neither swapped out nor written to a core file, and are
/// overwritten when their owner goes.
///
/// Sendable because nothing changes them between the two.
@safe struct LockedBytes: ~Copyable, @unchecked Sendable {
    private let pages: UnsafeMutableRawPointer
    private let pageBytes: Int
    private let count: Int

    /// Copies the bytes in; throws `no-locked-memory` if the system gives none.
    init(_ bytes: [UInt8]) throws(VaultFault) {
        let page = sysconf(Int32(_SC_PAGESIZE))
        let size = max(1, (bytes.count + page - 1) / page) * page
        let memory = unsafe mmap(
            nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let memory = unsafe memory, unsafe memory != MAP_FAILED else {
            throw .noLockedMemory(errno: errno)
        }
        guard unsafe mlock(memory, size) == 0, unsafe madvise(memory, size, MADV_DONTDUMP) == 0
        else {
            let number = errno
            unsafe munmap(memory, size)
            throw .noLockedMemory(errno: number)
        }
        unsafe pages = memory
        pageBytes = size
        count = bytes.count
        unsafe bytes.withUnsafeBytes { source in
            guard let start = source.baseAddress else { return }
            unsafe memory.copyMemory(from: start, byteCount: source.count)
        }
    }

    deinit {
        unsafe explicit_bzero(pages, pageBytes)
        unsafe munmap(pages, pageBytes)
    }

    /// The memory it takes, in bytes: whole pages.
    var size: Int { pageBytes }

    /// Where they are, for a test that asks the kernel.
    var address: UInt { unsafe UInt(bitPattern: pages) }

    /// A copy, outside of the locked pages.
    func copy() -> [UInt8] {
        unsafe Array(UnsafeRawBufferPointer(start: pages, count: count))
    }
}
