import Proofs
import Wire

/// A closed day in two ribbons: the first is passed by all revoked and by one in 2^k of the others,
/// the second tells the revoked from the others among those that pass.
struct RibbonDay {
    let day: Day
    /// How many are revoked.
    let count: Int
    let approximate: (seed: UInt8, ribbon: Ribbon)
    let exact: (seed: UInt8, ribbon: Ribbon)

    func holds(_ fingerprint: Fingerprint, _ hasher: some Hashing) -> Bool {
        RibbonDay.passes(fingerprint, day, approximate, hasher)
            && exact.ribbon.value(
                for: RibbonHash(day, .exact, seed: exact.seed).row(of: fingerprint, hasher)) == 1
    }

    private static func passes(
        _ fingerprint: Fingerprint, _ day: Day, _ layer: (seed: UInt8, ribbon: Ribbon),
        _ hasher: some Hashing
    ) -> Bool {
        let width = layer.ribbon.width
        guard width > 0 else { return true }
        let row = RibbonHash(day, .approximate, seed: layer.seed).row(of: fingerprint, hasher)
        return layer.ribbon.value(for: row) == row.value(width: width)
    }
}

extension RibbonDay {
    /// Codes a day; nil if nothing is revoked.
    init?(_ one: SimulatedRegister.OneDay, _ hasher: some Hashing) {
        let (day, count) = (one.day, one.revoked.count)
        guard count > 0 else { return nil }
        let width = RibbonDay.width(issued: one.issued, revoked: count)
        let revoked = one.revoked.map { SimulatedRegister.fingerprint(day, $0) }
        guard
            let first = RibbonDay.ribbon(
                day, .approximate, width, width == 0 ? [] : revoked.map { ($0, 0) }, hasher)
        else { return nil }
        let hash = RibbonHash(day, .approximate, seed: first.seed)
        let passing = (0..<one.issued).compactMap { index -> (Fingerprint, UInt32)? in
            let proof = SimulatedRegister.fingerprint(day, index)
            if one.revoked.contains(index) { return (proof, 1) }
            if width == 0 { return (proof, 0) }
            let row = hash.row(of: proof, hasher)
            return first.ribbon.value(for: row) == row.value(width: width) ? (proof, 0) : nil
        }
        guard let second = RibbonDay.ribbon(day, .exact, 1, passing, hasher) else { return nil }
        self.init(day: day, count: count, approximate: first, exact: second)
    }

    /// The k for which both ribbons together are expected to be smallest.
    private static func width(issued: Int, revoked: Int) -> Int {
        let bits = (0...31).map { width in
            Double(width * revoked) + Double(issued - revoked) / Double(1 << width)
        }
        return bits.indices.min { bits[$0] < bits[$1] } ?? 0
    }

    /// The first of 16 seeds that has a solution, with one slot in 64 to spare or more.
    private static func ribbon(
        _ day: Day, _ layer: RibbonHash.Layer, _ width: Int, _ keys: [(Fingerprint, UInt32)],
        _ hasher: some Hashing
    ) -> (seed: UInt8, ribbon: Ribbon)? {
        var slots = keys.count + keys.count / 64
        while slots <= 2 * keys.count + 64 {
            for seed in UInt8(0)..<16 {
                let hash = RibbonHash(day, layer, seed: seed)
                var system = RibbonSystem(slots: slots)
                let isSolved = keys.allSatisfy { fingerprint, bit in
                    let row = hash.row(of: fingerprint, hasher)
                    return system.add(row, value: layer == .exact ? bit : row.value(width: width))
                }
                if isSolved { return (seed, system.solved(width: width)) }
            }
            slots += 1 + slots / 128
        }
        return nil
    }
}
