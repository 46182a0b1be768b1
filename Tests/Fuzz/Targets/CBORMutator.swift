/// Changes one value in a tree of CBOR, also inside byte strings, and sets all lengths right.
struct CBORMutator: Mutator {
    func changed(
        _ input: [UInt8], _ chance: inout Chance, _ within: ([UInt8]) -> [UInt8]
    ) -> [UInt8]? {
        guard let tree = CBORTree(input) else { return nil }
        var place = chance.below(tree.count)
        return tree.changed(at: &place, &chance, within).encoded
    }
}

extension CBORTree {
    /// Values in the tree, this one included.
    fileprivate var count: Int {
        switch self {
        case .wrapped(let tree): 1 + tree.count
        case .array(let items): items.reduce(1) { $0 + $1.count }
        case .map(let pairs): pairs.reduce(1) { $0 + $1.key.count + $1.value.count }
        default: 1
        }
    }

    /// The tree with the value at `place`, counted from the root, replaced.
    fileprivate func changed(
        at place: inout Int, _ chance: inout Chance, _ within: ([UInt8]) -> [UInt8]
    ) -> CBORTree {
        let isHere = place == 0
        place -= 1
        if isHere { return replaced(&chance, within) }
        switch self {
        case .wrapped(let tree):
            return .wrapped(tree.changed(at: &place, &chance, within))
        case .array(let items):
            var changed: [CBORTree] = []
            for item in items { changed.append(item.changed(at: &place, &chance, within)) }
            return .array(changed)
        case .map(let pairs):
            var changed: [Pair] = []
            for pair in pairs {
                let key = pair.key.changed(at: &place, &chance, within)
                let value = pair.value.changed(at: &place, &chance, within)
                changed.append(Pair(key: key, value: value))
            }
            return .map(changed)
        default:
            return self
        }
    }

    private func replaced(_ chance: inout Chance, _ within: ([UInt8]) -> [UInt8]) -> CBORTree {
        if chance.oneIn(8) { return CBORTree.invented(&chance) }
        switch self {
        case .unsigned(let number): return .unsigned(CBORTree.near(number, &chance))
        case .negative(let number): return .negative(CBORTree.near(number, &chance))
        case .bytes(let bytes): return .bytes(CBORTree.resized(bytes, &chance, within))
        case .text(let bytes): return .text(CBORTree.resized(bytes, &chance, within))
        case .wrapped(let tree): return .bytes(CBORTree.resized(tree.encoded, &chance, within))
        case .array(let items):
            return .array(CBORTree.reordered(items, &chance) { CBORTree.invented(&$0) })
        case .map(let pairs):
            let changed = CBORTree.reordered(pairs, &chance) { chance in
                Pair(
                    key: .unsigned(UInt64(chance.below(130))), value: CBORTree.invented(&chance))
            }
            // Out of order it would be refused for that alone.
            if chance.oneIn(8) { return .map(changed) }
            return .map(
                changed.sorted { $0.key.encoded.lexicographicallyPrecedes($1.key.encoded) })
        case .simple: return .simple(UInt8(19 + chance.below(5)))
        }
    }

    private static func invented(_ chance: inout Chance) -> CBORTree {
        switch chance.below(8) {
        case 0: .unsigned(chance.one(of: edges))
        case 1: .negative(chance.one(of: edges))
        case 2: .bytes([UInt8](repeating: 7, count: chance.one(of: [0, 1, 8, 16, 24, 32, 64])))
        case 3: .text(Array(chance.one(of: ["", "Léa", "44109", "caf", "e\u{301}", " a"]).utf8))
        case 4: .array([.unsigned(UInt64(chance.below(100))), .simple(22)])
        case 5: .map([Pair(key: .unsigned(64), value: .simple(21))])
        case 6: .array([])
        default: .simple(UInt8(20 + chance.below(3)))
        }
    }

    /// Where heads grow, integers end, and dates and limits of the format lie.
    private static let edges: [UInt64] = [
        0, 1, 23, 24, 63, 64, 127, 128, 255, 256, 65_535, 65_536, 86_400, 1_793_577_600,
        5_662_224_000, 0xFFFF_FFFF, 0x1_0000_0000, 1 << 56, UInt64(Int64.max), 1 << 63, .max,
    ]

    private static func near(_ number: UInt64, _ chance: inout Chance) -> UInt64 {
        switch chance.below(6) {
        case 0: number &+ 1
        case 1: number &- 1
        case 2: number &+ 86_400
        case 3: number &- 86_400
        case 4: number &+ UInt64(chance.below(1_000))
        default: chance.one(of: edges)
        }
    }

    private static func resized(
        _ bytes: [UInt8], _ chance: inout Chance, _ within: ([UInt8]) -> [UInt8]
    ) -> [UInt8] {
        let changed = within(bytes)
        // Most byte strings of the format have one length only.
        guard !chance.oneIn(3) else { return changed }
        return Array((changed + bytes.dropFirst(changed.count)).prefix(bytes.count))
    }

    private static func reordered<Element>(
        _ elements: [Element], _ chance: inout Chance, _ new: (inout Chance) -> Element
    ) -> [Element] {
        var changed = elements
        switch chance.below(4) {
        case 0 where !changed.isEmpty: changed.remove(at: chance.below(changed.count))
        case 1 where !changed.isEmpty: changed.append(chance.one(of: changed))
        case 2 where changed.count > 1:
            changed.swapAt(chance.below(changed.count), chance.below(changed.count))
        default: changed.insert(new(&chance), at: chance.below(changed.count + 1))
        }
        return changed
    }
}
