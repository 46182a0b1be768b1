import Glibc
import Lists
import Proofs
import Sodium
import Wire

/// Size, exactness, loading and looking up of a revocation list over a simulated register, in both
/// codings.
///
///     swift run -c release Benchmark ISSUED REVOKED [SHARE]
///
/// SHARE checks exactness on one in so many issued only; 1 is all of them.
@main
enum Benchmark {
    static let firstDay = Day(number: 20_684)

    static func main() throws {
        let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        guard numbers.count >= 2 else {
            print("usage: Benchmark ISSUED REVOKED [SHARE]")
            exit(64)
        }
        let crypto = try SodiumCrypto()
        let register = SimulatedRegister(
            issued: numbers[0], revoked: numbers[1], firstDay: firstDay, seed: 20_261_121)
        let key = try SecretKey(role: .revocations, crypto)
        print("issued \(register.issued), revoked \(register.revoked), 92 closed days")
        Entropy.report(register)
        let share = numbers.count > 2 ? numbers[2] : 1
        for coding in [RevocationCoding.values, .filters] {
            try report(coding, register, key, every: share, crypto)
        }
    }

    private static func report(
        _ coding: RevocationCoding, _ register: SimulatedRegister, _ key: SecretKey,
        every share: Int, _ crypto: SodiumCrypto
    ) throws {
        print("\nversion \(coding.rawValue)")
        var bytes: [UInt8] = []
        let seconds = try processor { bytes = try publish(register, coding, key, crypto) }
        print("publishing: \(decimal(seconds)) s of processor")
        print("list: \(bytes.count) bytes, \(bits(bytes.count, register)) bits a revocation")
        let source = RevocationSource(identifier: "simulated", keys: [key.publicKey], epoch: 1)
        let list = try RevocationList(authenticating: bytes, for: source, crypto)
        // Several, since memory that was freed before is used again first.
        let before = Memory.resident()
        let more = try (0..<16).map { _ in
            try RevocationList(authenticating: bytes, for: source, crypto)
        }
        print("memory of a loaded list: \((Memory.resident() - before) / more.count) kB")
        try Loading.report(bytes, coding, source, key.publicKey, crypto)
        Lookup.report(list, register, key, crypto)
        Exactness.report(list, register, every: share)
        Exactness.strangers(list, register)
    }

    static func publish(
        _ register: SimulatedRegister, _ coding: RevocationCoding, _ key: SecretKey,
        _ crypto: SodiumCrypto
    ) throws -> [UInt8] {
        let lastDay = firstDay.adding(days: SimulatedRegister.dayCount - 1)
        let issued = lastDay.adding(days: 1).start.adding(hours: 1)
        let draft = RevocationListDraft(
            identifier: "simulated", epoch: 1, sequence: 92, issued: issued,
            warnAfter: issued.adding(hours: 240), refuseAfter: issued.adding(hours: 1_080),
            trustMinimum: 1, firstDay: firstDay, lastClosedDay: lastDay,
            closedDays: register.days.map { one in
                .init(
                    day: one.day,
                    revoked: one.revoked.map { SimulatedRegister.fingerprint(one.day, $0) },
                    forEachIssued: { each in
                        for index in 0..<one.issued {
                            try each(SimulatedRegister.fingerprint(one.day, index))
                        }
                    })
            },
            open: [], coding: coding)
        return try draft.signed(by: key, crypto)
    }

    static func bits(_ bytes: Int, _ register: SimulatedRegister) -> String {
        decimal(Double(bytes * 8) / Double(register.revoked))
    }
}

/// A number with two decimals.
func decimal(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    let cents = hundredths % 100
    return "\(hundredths / 100).\(cents < 10 ? "0" : "")\(cents)"
}

func now() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func timed<Result>(_ work: () throws -> Result) rethrows -> (Result, Double) {
    let start = now()
    let result = try work()
    return (result, now() - start)
}

/// Seconds of processor that some work takes: other programs do not count.
func processor(_ work: () throws -> Void) rethrows -> Double {
    func used() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = used()
    try work()
    return used() - start
}

/// The quickest of several runs, in seconds.
func quickest(of runs: Int, _ work: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<runs { best = min(best, try timed(work).1) }
    return best
}
