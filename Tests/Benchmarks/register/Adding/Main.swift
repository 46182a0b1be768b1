import Glibc
import Proofs
import Register

/// Adds rows with random identifiers to a register for some seconds, and prints how many.
///
///     adding REGISTER SECONDS GROUP
///
/// GROUP rows are one transaction, on the disk before the next begins. REGISTER is a file, made if
/// there is none, or the address of a server.
@main
enum Adding {
    static func main() throws {
        let words = CommandLine.arguments
        guard words.count == 4, let seconds = Int(words[2]), let group = Int(words[3]) else {
            print("usage: adding REGISTER SECONDS GROUP")
            exit(64)
        }
        let register = try ProofRegister.openOrCreate(words[1]).register
        let today = Day(number: time(nil) / 86_400)
        let end = now() + seconds * 1_000_000_000
        var (count, numbers) = (0, Numbers())
        while now() < end {
            try register.add((0..<group).map { _ in row(today, &numbers) }, today: today)
            count += group
        }
        print(count)
    }

    private static func row(_ day: Day, _ numbers: inout Numbers) -> RegisterRow {
        guard let identifier = ProofIdentifier(numbers.bytes()),
            let fingerprint = Fingerprint(numbers.bytes()),
            let reference = Reference(number: UInt64(numbers.next() >> 68))
        else { preconditionFailure("16 bytes, 16 bytes, 60 bits") }
        return RegisterRow(
            identifier: identifier, fingerprint: fingerprint, reference: reference, issued: day)
    }

    private static func now() -> Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}

/// Numbers that no other process has: the kernel's random ones would cost as much as a row.
private struct Numbers {
    private var last = UInt128.random(in: 0...UInt128.max)

    mutating func next() -> UInt128 {
        last = last &* 0xDA94_2042_E4DD_58B5 &+ 1
        return last
    }

    /// The upper bits, which vary most, come first.
    mutating func bytes() -> [UInt8] {
        let number = next()
        return (1...16).map { UInt8(truncatingIfNeeded: number >> (128 - 8 * $0)) }
    }
}
