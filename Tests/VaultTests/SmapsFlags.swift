import Glibc

/// The flags that the kernel shows of a range of our own memory.
struct SmapsFlags {
    private let flags: [Substring]

    /// Nil if no range holds the address.
    init?(ofRangeAt address: UInt) {
        guard let file = unsafe fopen("/proc/self/smaps", "r") else { return nil }
        defer { unsafe fclose(file) }
        var line = [CChar](repeating: 0, count: 512)
        var isRange = false
        while unsafe fgets(&line, Int32(line.count), file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
            let ends = text.prefix { $0 != " " }.split(separator: "-")
            if ends.count == 2, let first = UInt(ends[0], radix: 16),
                let last = UInt(ends[1], radix: 16)
            {
                isRange = (first..<last).contains(address)
            } else if isRange, text.hasPrefix("VmFlags:") {
                flags = text.split { $0 == " " || $0 == "\n" }
                return
            }
        }
        return nil
    }

    func contains(_ flag: String) -> Bool { flags.contains { $0 == flag } }
}
