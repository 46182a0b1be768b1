import TestSupport
import Testing

/// The promise of Spec/spool.md 3, at every step at which a daemon can die.
struct CrashPointTests {
    @Test func judgesEveryArrivalOnceWhenNothingDies() {
        var simulation = Simulation(files: 20, seed: 1)
        simulation.live(dyingAt: nil)
        #expect(simulation.faults() == [])
    }

    @Test(arguments: SimulatedDisk.Cut.allCases, [false, true])
    func judgesEveryArrivalOnceWhereverItDies(_ cut: SimulatedDisk.Cut, journal: Bool) {
        var whole = Simulation(files: 20, seed: 1, journal: journal)
        let steps = whole.live(dyingAt: nil)
        for step in 1...steps {
            var simulation = Simulation(files: 20, seed: 1, journal: journal)
            simulation.live(dyingAt: step, cut)
            simulation.live(dyingAt: nil)
            #expect(simulation.faults() == [], "died at step \(step) of \(steps)")
        }
    }

    /// In the long tier every death is followed by one at each step of the life after it, to its
    /// end; in the short one, every ninth by two of them.
    @Test(arguments: SimulatedDisk.Cut.allCases, [false, true])
    func judgesEveryArrivalOnceWhenItDiesAgainAfterARestart(
        _ cut: SimulatedDisk.Cut, journal: Bool
    ) {
        var whole = Simulation(files: 20, seed: 1, journal: journal)
        let steps = whole.live(dyingAt: nil)
        for first in stride(from: 1, through: steps, by: Tier.isLong ? 1 : 9) {
            var next = Simulation(files: 20, seed: 1, journal: journal)
            next.live(dyingAt: first, cut)
            let left = next.live(dyingAt: nil)
            let seconds = Tier.isLong ? Array(1...left) : [1 + first % 7, 8 + first % 30]
            for second in seconds where second <= left {
                var simulation = Simulation(files: 20, seed: 1, journal: journal)
                simulation.live(dyingAt: first, cut)
                simulation.live(dyingAt: second, cut)
                simulation.live(dyingAt: nil)
                #expect(simulation.faults() == [], "died at \(first), then at \(second)")
            }
        }
    }

    @Test func judgesEveryArrivalOnceWhicheverStepTheDiskRefuses() {
        var whole = Simulation(files: 20, seed: 1)
        let steps = whole.live(dyingAt: nil)
        for step in 1...steps {
            var simulation = Simulation(files: 20, seed: 1)
            simulation.refuse(step: step)
            simulation.live(dyingAt: nil)
            #expect(simulation.faults() == [], "refused step \(step)")
        }
    }
}
