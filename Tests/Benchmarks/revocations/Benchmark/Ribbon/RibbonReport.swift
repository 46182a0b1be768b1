import Lists
import Proofs
import Sodium
import Wire

/// The same register in two ribbons a day, beside today's coding.
enum RibbonReport {
    static func report(
        _ register: SimulatedRegister, beside list: RevocationList, bytes whole: Int,
        every share: Int, _ crypto: SodiumCrypto
    ) throws {
        let firstDay = Benchmark.firstDay
        var days: [RibbonDay] = []
        let seconds = processor { days = register.days.compactMap { RibbonDay($0, crypto) } }
        let bytes = RibbonList(days: days).encoded(firstDay: firstDay)
        // What today's list takes without its days: the same envelope, the same numbers.
        let values = list.content.days.reduce(0) { $0 + $1.byteCount }
        let heads = list.content.days.count * 10
        print("\nribbons: coding \(decimal(seconds)) s of processor")
        let size = bytes.count + max(0, whole - values - heads)
        print("days: \(bytes.count) bytes, SHA-256 \(hex(crypto.sha256(bytes)))")
        print("list: \(size) bytes, \(Benchmark.bits(size, register)) bits a revocation")
        let loading = try quickest(of: 7) { _ = try RibbonList(reading: bytes, firstDay: firstDay) }
        print("reading \(decimal(loading * 1e3)) ms, without hash and signature")
        let read = try RibbonList(reading: bytes, firstDay: firstDay)
        lookups(read, list, register, crypto)
        exactness(read, register, every: share, crypto)
        strangers(read, list, register, crypto)
        guesses(days, register)
        hostile(bytes, crypto)
        edges(crypto)
    }

    private static func hex(_ digest: Digest) -> String { Hexadecimal.encode(digest.bytes) }

    private static func lookups(
        _ ribbons: RibbonList, _ list: RevocationList, _ register: SimulatedRegister,
        _ crypto: SodiumCrypto
    ) {
        let sample = Lookup.questions(register, 100_000)
        var (hits, others) = (0, 0)
        let one = processor {
            for (proof, day) in sample where ribbons.holds(proof, issued: day, crypto) { hits += 1 }
        }
        let other = processor {
            for (proof, day) in sample where list.status(of: proof, issued: day) == .revoked {
                others += 1
            }
        }
        let nanoseconds = 1e9 / Double(sample.count)
        print(
            "lookup \(Int(one * nanoseconds)) ns of processor, values \(Int(other * nanoseconds)) "
                + "ns; revoked \(hits) and \(others) of \(sample.count)")
    }

    private static func exactness(
        _ ribbons: RibbonList, _ register: SimulatedRegister, every share: Int,
        _ crypto: SodiumCrypto
    ) {
        var (asked, wrong) = (0, 0)
        for one in register.days {
            for index in 0..<one.issued
            where index % share == 0 || one.revoked.contains(index) {
                let proof = SimulatedRegister.fingerprint(one.day, index)
                asked += 1
                let isRevoked = one.revoked.contains(index)
                if ribbons.holds(proof, issued: one.day, crypto) != isRevoked { wrong += 1 }
            }
        }
        print("asked for \(asked) issued: \(wrong) wrong answers")
    }

    /// Fingerprints that the register does not hold, as after the loss of some of its rows.
    private static func strangers(
        _ ribbons: RibbonList, _ list: RevocationList, _ register: SimulatedRegister,
        _ crypto: SodiumCrypto
    ) {
        var (ours, values) = (0, 0)
        for index in 0..<1_000_000 {
            let day = register.days[index % register.days.count].day
            let proof = SimulatedRegister.fingerprint(day, 1 << 39 | index)
            ours += ribbons.holds(proof, issued: day, crypto) ? 1 : 0
            values += list.status(of: proof, issued: day) == .revoked ? 1 : 0
        }
        print("asked for 1000000 never issued: \(ours) called revoked, with values \(values)")
    }

    /// What the list tells of the number issued.
    private static func guesses(_ days: [RibbonDay], _ register: SimulatedRegister) {
        let guesses = zip(days, register.days.filter { !$0.revoked.isEmpty }).map { ours, one in
            let slots = Double(ours.exact.ribbon.slots) / (1 + 1.0 / 64)
            let passing = slots - Double(ours.count)
            let guess = Double(ours.count) + passing * Double(1 << ours.approximate.ribbon.width)
            return abs(guess / Double(one.issued) - 1)
        }.sorted()
        print(
            "number issued, guessed from the slots of a day: "
                + "\(decimal(guesses[guesses.count / 2] * 100)) % off (median)")
    }

    /// Every truncation, and lists in which some bytes were changed.
    private static func hostile(_ bytes: [UInt8], _ crypto: SodiumCrypto) {
        let part = min(bytes.count, 3_000)
        let short = (0..<part).count {
            (try? RibbonList(reading: Array(bytes[..<$0]), firstDay: Benchmark.firstDay)) != nil
        }
        var random = Mixer(9)
        var (read, slowest) = (0, 0.0)
        let tries = max(200, 20_000_000 / bytes.count)
        for _ in 0..<tries {
            var changed = bytes
            for _ in 0..<1 + random.next() % 4 {
                // The heads of the first days, as often as any byte.
                let range = random.next() % 2 == 0 ? min(400, bytes.count) : bytes.count
                changed[Int(random.next() % UInt64(range))] = UInt8(random.next() & 0xFF)
            }
            slowest = max(
                slowest,
                processor {
                    guard
                        let list = try? RibbonList(reading: changed, firstDay: Benchmark.firstDay)
                    else { return }
                    read += 1
                    for day in list.days {
                        _ = list.holds(
                            SimulatedRegister.fingerprint(day.day, 1), issued: day.day, crypto)
                    }
                })
        }
        print(
            "truncated lists that were read: \(short) of \(part); changed lists that were read: "
                + "\(read) of \(tries), the slowest in \(decimal(slowest * 1e3)) ms")
    }

    /// Days on which nobody, one and everybody is revoked.
    private static func edges(_ crypto: SodiumCrypto) {
        for (issued, revoked) in [(1_000, 0), (1, 1), (1_000, 1), (1_000_000, 1), (1_000, 1_000)] {
            let one = SimulatedRegister.OneDay(
                day: Benchmark.firstDay, issued: issued, revoked: Set(0..<revoked))
            let days = [RibbonDay(one, crypto)].compactMap { $0 }
            let size = RibbonList(days: days).encoded(firstDay: Benchmark.firstDay).count
            let wrong = (0..<issued).count { index in
                let proof = SimulatedRegister.fingerprint(one.day, index)
                return days.contains { $0.holds(proof, crypto) } != (index < revoked)
            }
            print("a day of \(issued), \(revoked) revoked: \(size) bytes, \(wrong) wrong answers")
        }
    }
}
