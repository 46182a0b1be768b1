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

    /// The second death is at every step of the first 60 after the restart in the long tier, at
    /// a few of them in the short one.
    @Test(arguments: SimulatedDisk.Cut.allCases, [false, true])
    func judgesEveryArrivalOnceWhenItDiesAgainWhileRecovering(
        _ cut: SimulatedDisk.Cut, journal: Bool
    ) {
        var whole = Simulation(files: 20, seed: 1, journal: journal)
        let steps = whole.live(dyingAt: nil)
        for step in 1...steps {
            let seconds = Tier.isLong ? Array(1...60) : [1 + step % 7, 8 + step % 30]
            for second in seconds {
                var simulation = Simulation(files: 20, seed: 1, journal: journal)
                simulation.live(dyingAt: step, cut)
                simulation.live(dyingAt: second, cut)
                simulation.live(dyingAt: nil)
                #expect(simulation.faults() == [], "died at \(step), then at \(second)")
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
