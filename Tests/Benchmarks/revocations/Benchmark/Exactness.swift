import Lists
import Proofs

/// Every issued justificatif is asked for: none is called revoked that is not, none is missed.
enum Exactness {
    static func report(_ list: RevocationList, _ register: SimulatedRegister, every share: Int) {
        var asked = 0
        var wronglyRevoked = 0
        var missed = 0
        let seconds = timed {
            for one in register.days {
                for index in 0..<one.issued
                where share == 1 || index % share == 0 || one.revoked.contains(index) {
                    let proof = SimulatedRegister.fingerprint(one.day, index)
                    let found = list.status(of: proof, issued: one.day) == .revoked
                    let isRevoked = one.revoked.contains(index)
                    asked += 1
                    if found, !isRevoked { wronglyRevoked += 1 }
                    if !found, isRevoked { missed += 1 }
                }
            }
        }.1
        print(
            "asked for \(asked) issued: \(wronglyRevoked) wrongly revoked, \(missed) missed "
                + "(\(decimal(seconds)) s)")
        let later = open(list, register)
        print("asked for 100000 issued after publication on the open day: \(later) revoked")
    }

    /// Asks for fingerprints that the register does not hold, as after the loss of some of its rows.
    static func strangers(_ list: RevocationList, _ register: SimulatedRegister) {
        let revoked = (0..<1_000_000).count { index in
            let day = register.days[index % register.days.count].day
            let proof = SimulatedRegister.fingerprint(day, 1 << 39 | index)
            return list.status(of: proof, issued: day) == .revoked
        }
        print("asked for 1000000 never issued: \(revoked) called revoked")
    }

    private static func open(_ list: RevocationList, _ register: SimulatedRegister) -> Int {
        let day = list.content.lastClosedDay.adding(days: 1)
        return (0..<100_000).count { index in
            list.status(of: SimulatedRegister.fingerprint(day, index), issued: day) == .revoked
        }
    }
}
