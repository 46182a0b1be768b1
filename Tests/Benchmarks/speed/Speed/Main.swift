import CAllocations
import Glibc
import TestSupport
import Wire

/// Does one thing many times and prints, on a line, nanoseconds and heap allocations each.
///
///     speed NAME TIMES [WARM]
///
/// It is done WARM times first, 3 if that is not given. Without arguments it prints the names, and
/// `speed token` the text of `verify-0` and the key that it is good by, for the programs of others.
@main
enum Speed {
    static func main() throws {
        let words = CommandLine.arguments.dropFirst()
        guard let name = words.first else {
            return Operation.all.forEach { print($0.name) }
        }
        if name == "token" {
            print(SampleCounter.text)
            return print(Hexadecimal.encode(Practice.issuer.publicKey.bytes))
        }
        let numbers = words.dropFirst().compactMap { Int($0) }
        guard let operation = Operation.all.first(where: { $0.name == name }), numbers.count >= 1
        else {
            print("usage: speed NAME TIMES [WARM]")
            exit(64)
        }
        let once = try operation.prepare()
        try run(once, times: numbers.count > 1 ? numbers[1] : 3)
        let times = Double(numbers[0])
        let (start, allocated) = (nanoseconds(), allocations_so_far())
        try run(once, times: numbers[0])
        let (end, total) = (nanoseconds(), allocations_so_far())
        print(Double(end - start) / times, Double(total - allocated) / times)
    }

    private static func run(_ once: () throws -> Bool, times: Int) throws {
        for _ in 0..<times {
            guard try once() else { throw WrongResult() }
        }
    }

    private static func nanoseconds() -> Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
