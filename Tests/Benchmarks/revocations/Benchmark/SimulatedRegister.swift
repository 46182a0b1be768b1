import Lists
import Proofs

/// Justificatifs of 92 days, made up anew from a seed whenever they are asked for: weekends are
/// quieter, and rates of revocation differ from day to day.
struct SimulatedRegister {
    struct OneDay {
        let day: Day
        let issued: Int
        /// Numbers of the revoked ones, each once.
        let revoked: Set<Int>
    }

    static let dayCount = 92
    let days: [OneDay]
    let issued: Int
    let revoked: Int

    init(issued: Int, revoked: Int, firstDay: Day, seed: UInt64) {
        var random = Mixer(seed)
        let weights = (0..<SimulatedRegister.dayCount).map { place in
            let isWeekend = [2, 3].contains((firstDay.number + place) % 7)
            return (isWeekend ? 0.2 : 1.0) * (0.8 + 0.4 * random.fraction())
        }
        let volumes = SimulatedRegister.share(issued, weights)
        let rates = volumes.map { Double($0) * (0.5 + random.fraction()) }
        let withdrawals = SimulatedRegister.share(revoked, rates)
        days = volumes.indices.map { place in
            var chosen = Set<Int>()
            while chosen.count < withdrawals[place] {
                chosen.insert(Int(random.next() % UInt64(volumes[place])))
            }
            return OneDay(
                day: firstDay.adding(days: place), issued: volumes[place], revoked: chosen)
        }
        self.issued = issued
        self.revoked = revoked
    }

    /// Whole numbers of this sum, in proportion to the weights.
    private static func share(_ total: Int, _ weights: [Double]) -> [Int] {
        let sum = weights.reduce(0, +)
        var parts = weights.map { Int(Double(total) * $0 / sum) }
        for place in 0..<(total - parts.reduce(0, +)) { parts[place % parts.count] += 1 }
        return parts
    }

    /// Fingerprint number `index` of a day.
    static func fingerprint(_ day: Day, _ index: Int) -> Fingerprint {
        var random = Mixer(UInt64(day.number) << 40 | UInt64(index))
        return Fingerprint(number: UInt128(random.next()) << 64 | UInt128(random.next()))
    }
}

/// SplitMix64.
struct Mixer {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// From 0 up to, but not including, 1.
    mutating func fraction() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
}
