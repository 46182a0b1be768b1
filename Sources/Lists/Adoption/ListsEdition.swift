/// One complete set of lists: what is in force, the bytes it was authenticated from, and the
/// marks behind which nothing goes.
package struct ListsEdition: Sendable {
    /// A list, and the signed bytes it was read from.
    package struct Signed<List: Sendable>: Sendable {
        package let list: List
        package let bytes: [UInt8]

        package init(list: List, bytes: [UInt8]) {
            self.list = list
            self.bytes = bytes
        }
    }

    /// The roots trusted from the start, by hand.
    package let pinned: Roots
    /// The roots in force: the pinned ones, or later ones of `chain`.
    package internal(set) var roots: Roots
    package internal(set) var chain: [UInt8]?
    package internal(set) var trust: Signed<TrustList>?
    /// By the id of the list.
    package internal(set) var revocations: [String: Signed<RevocationList>]
    package internal(set) var marks: HighWaterMarks

    /// The edition of a verifier that has adopted nothing.
    package init(pinned: Roots) {
        self.pinned = pinned
        roots = pinned
        revocations = [:]
        marks = HighWaterMarks()
    }

    /// An edition from authenticated parts.
    package init(
        pinned: Roots, roots: Roots, chain: [UInt8]?, trust: Signed<TrustList>?,
        revocations: [String: Signed<RevocationList>], marks: HighWaterMarks
    ) {
        self.pinned = pinned
        self.roots = roots
        self.chain = chain
        self.trust = trust
        self.revocations = revocations
        self.marks = marks
    }
}
