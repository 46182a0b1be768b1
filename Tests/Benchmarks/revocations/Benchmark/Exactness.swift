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

    private static func open(_ list: RevocationList, _ register: SimulatedRegister) -> Int {
        let day = list.content.lastClosedDay.adding(days: 1)
        return (0..<100_000).count { index in
            list.status(of: SimulatedRegister.fingerprint(day, index), issued: day) == .revoked
        }
    }
}
