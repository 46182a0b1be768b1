import CAllocations
import Glibc
import TestSupport
import Wire

/// Does one thing many times and prints, on a line, nanoseconds and heap allocations each.
///
///     speed [--lists FOLDER] [--threads N] [--warm N] NAME TIMES
///
/// It is done 3 times first, or as often as `--warm` says. Threads share what was made ready, and do
/// it TIMES times together. FOLDER has the lists that `speed --lists FOLDER make SIZE` put there.
/// Without arguments it prints the names, and `speed token` the text of `verify-0` and the key that
/// it is good by, for the programs of others.
@main
enum Speed {
    static func main() async throws {
        var words = Array(CommandLine.arguments.dropFirst())
        let lists = SampleLists(folder: option("--lists", in: &words))
        let threads = option("--threads", in: &words).flatMap { Int($0) } ?? 1
        let warm = option("--warm", in: &words).flatMap { Int($0) } ?? 3
        guard let name = words.first else { return Operation.all.forEach { print($0.name) } }
        if name == "token" { return printToken() }
        guard words.count == 2 else { return usage() }
        if name == "make" { return try lists.make(words[1]) }
        guard let times = Int(words[1]) else { return usage() }
        guard let operation = Operation.all.first(where: { $0.name == name }) else {
            return usage()
        }
        let once = try operation.prepare(lists)
        try run(once, times: warm)
        let (start, allocated) = (nanoseconds(), allocations_so_far())
        if threads == 1 {
            try run(once, times: times)
        } else {
            try await run(once, times: times / threads, on: threads)
        }
        let (end, total) = (nanoseconds(), allocations_so_far())
        print(Double(end - start) / Double(times), Double(total - allocated) / Double(times))
    }

    private static func run(_ once: Operation.Once, times: Int) throws {
        for _ in 0..<times {
            guard try once() else { throw WrongResult() }
        }
    }

    private static func run(
        _ once: @escaping Operation.Once, times: Int, on threads: Int
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<threads { group.addTask { try run(once, times: times) } }
            try await group.waitForAll()
        }
    }

    /// The value after an option, which leaves the words with it.
    private static func option(_ name: String, in words: inout [String]) -> String? {
        guard let place = words.firstIndex(of: name), place + 1 < words.count else { return nil }
        defer { words.removeSubrange(place...place + 1) }
        return words[place + 1]
    }

    private static func printToken() {
        print(SampleCounter.text)
        print(Hexadecimal.encode(Practice.issuer.publicKey.bytes))
    }

    private static func usage() {
        print("usage: speed [--lists FOLDER] [--threads N] [--warm N] NAME TIMES")
        exit(64)
    }

    private static func nanoseconds() -> Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
