import Lists
import Proofs
import Sodium
import Wire

/// Looking one justificatif up, beside checking its signature.
enum Lookup {
    static func report(
        _ list: RevocationList, _ register: SimulatedRegister, _ key: SecretKey,
        _ crypto: SodiumCrypto
    ) {
        let sample = questions(register, 200_000)
        var hits = 0
        let message = [UInt8](repeating: 7, count: 230)
        guard let signature = try? key.signature(for: message) else { return }
        var lookups: [Double] = []
        var checks: [Double] = []
        // Short turns, the two in turn: other programs disturb both alike, and few turns at all.
        for start in stride(from: 0, to: sample.count, by: 1_000) {
            lookups.append(
                timed {
                    for (proof, day) in sample[start..<start + 1_000]
                    where list.status(of: proof, issued: day) == .revoked { hits += 1 }
                }.1 / 1_000)
            checks.append(
                timed {
                    for _ in 0..<20
                    where !crypto.isValid(signature, for: message.span, by: key.publicKey) {
                        hits += 1
                    }
                }.1 / 20)
        }
        let one = lookups.sorted()[lookups.count / 2] * 1e9
        let check = checks.sorted()[checks.count / 2] * 1e9
        print(
            "lookup \(Int(one)) ns, signature check \(Int(check)) ns: "
                + "\(decimal(one / check * 100)) % (hits \(hits))")
    }

    /// Half of them revoked, in random order.
    static func questions(
        _ register: SimulatedRegister, _ count: Int
    ) -> [(Fingerprint, Day)] {
        var random = Mixer(5)
        return (0..<count).map { index in
            let one = register.days[Int(random.next() % UInt64(register.days.count))]
            let any = Int(random.next() % UInt64(max(1, one.issued)))
            let chosen = index % 2 == 0 ? any : one.revoked.randomElement() ?? any
            return (SimulatedRegister.fingerprint(one.day, chosen), one.day)
        }
    }
}
