/// How the closed days of a list are coded; a verifier reads both (Spec/lists.md 4).
package enum RevocationCoding: Int, Sendable {
    /// Version 1, which every verifier knows.
    case values = 1
    /// Version 2, about half as large.
    case filters = 2

    /// That of an entry of so many items; nil if there is none (L4).
    init?(itemCount: UInt64) {
        switch itemCount {
        case 6: self = .values
        case 8: self = .filters
        default: return nil
        }
    }
}
