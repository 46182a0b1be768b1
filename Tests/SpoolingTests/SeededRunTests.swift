import TestSupport
import Testing

/// Long lives with many deaths, chosen by a seed.
struct SeededRunTests {
    @Test func judgesEveryArrivalOnceInRandomLives() {
        let runs = Tier.isLong ? 12_000 : 100
        for run in 0..<runs {
            let seed = RunSeed.value &+ UInt64(run)
            var random = SplitMix64(seed: seed)
            let files = Int.random(in: 1...40, using: &random)
            var simulation = Simulation(
                files: files, seed: seed, journal: Bool.random(using: &random))
            for _ in 0..<Int.random(in: 0...6, using: &random) {
                let cut = SimulatedDisk.Cut.allCases.randomElement(using: &random) ?? .clean
                if Int.random(in: 0..<4, using: &random) == 0 {
                    simulation.refuse(step: Int.random(in: 1...200, using: &random))
                }
                simulation.live(dyingAt: Int.random(in: 1...250, using: &random), cut)
            }
            simulation.refuse(step: 0)
            simulation.live(dyingAt: nil)
            #expect(simulation.faults() == [], "run of seed \(seed)")
        }
    }

    @Test func keepsNoPersonalDataBeyondItsTimeWhereverItDies() {
        let runs = Tier.isLong ? 2_000 : 40
        for run in 0..<runs {
            let seed = RunSeed.value &+ UInt64(run)
            var random = SplitMix64(seed: seed)
            var simulation = Simulation(files: 12, seed: seed)
            simulation.live(dyingAt: nil)
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                let cut = SimulatedDisk.Cut.allCases.randomElement(using: &random) ?? .clean
                simulation.pass(milliseconds: 30 * 3_600_000)
                simulation.live(dyingAt: Int.random(in: 1...40, using: &random), cut)
            }
            simulation.live(dyingAt: nil)
            for _ in 0..<4 { simulation.pass(milliseconds: 25 * 3_600_000) }
            #expect(simulation.personalData == [], "run of seed \(seed)")
            #expect(simulation.faults() == [], "run of seed \(seed)")
        }
    }
}
