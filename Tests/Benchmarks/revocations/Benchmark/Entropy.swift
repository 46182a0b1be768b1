import Glibc

/// The least a list can take, whatever the coding.
enum Entropy {
    static func report(_ register: SimulatedRegister) {
        let byDay = register.days.reduce(0.0) { $0 + bits($1.issued, $1.revoked.count) }
        let whole = bits(register.issued, register.revoked)
        print("entropy bound, days known: \(Int(byDay / 8)) bytes")
        print("entropy bound, one set: \(Int(whole / 8)) bytes")
        // Without an index in the justificatif, a list must tell which of all fingerprints.
        let keyed = register.days.reduce(0.0) { sum, one in
            let (issued, revoked) = (Double(one.issued), Double(one.revoked.count))
            return sum + revoked * (log2(issued) + 1.4427)
        }
        print("bound of one exact sorted set of values a day: \(Int(keyed / 8)) bytes")
    }

    /// log2 of the number of ways to choose `chosen` among `all`.
    private static func bits(_ all: Int, _ chosen: Int) -> Double {
        (lgamma(Double(all) + 1) - lgamma(Double(chosen) + 1) - lgamma(Double(all - chosen) + 1))
            / log(2)
    }
}

enum Memory {
    /// Resident memory of this process, in kB.
    static func resident() -> Int {
        guard let file = unsafe fopen("/proc/self/statm", "r") else { return 0 }
        defer { unsafe fclose(file) }
        var buffer = [CChar](repeating: 0, count: 128)
        guard unsafe fgets(&buffer, 128, file) != nil else { return 0 }
        let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        let fields = String(decoding: bytes, as: UTF8.self).split(separator: " ")
        return fields.dropFirst().first.flatMap { Int($0) }.map { $0 * 4 } ?? 0
    }
}
