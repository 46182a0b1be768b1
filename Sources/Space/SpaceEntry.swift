package import Proofs

/// One thing that is kept of a person, opened.
package struct SpaceEntry: Equatable, Sendable {
    package let identifier: EntryIdentifier
    package let kind: SpaceKind
    /// The last UTC day it is kept.
    package let lastDay: Day
    package let bytes: [UInt8]

    package init(
        identifier: EntryIdentifier, kind: SpaceKind, lastDay: Day, bytes: [UInt8]
    ) {
        self.identifier = identifier
        self.kind = kind
        self.lastDay = lastDay
        self.bytes = bytes
    }
}

/// What is to be kept, in the place of another entry if one is named.
package struct SpaceChange: Equatable, Sendable {
    let bytes: [UInt8]
    let lastDay: Day
    let old: EntryIdentifier?

    package init(_ bytes: [UInt8], until lastDay: Day, replacing old: EntryIdentifier? = nil) {
        self.bytes = bytes
        self.lastDay = lastDay
        self.old = old
    }
}

/// Names one entry among those of its holder.
package struct EntryIdentifier: Hashable, Sendable {
    package static let byteCount = 16
    package let bytes: [UInt8]

    /// Nil unless 16 bytes are given.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == EntryIdentifier.byteCount else { return nil }
        self.bytes = bytes
    }
}

/// What is found of a person.
package struct SpaceContent: Equatable, Sendable {
    /// The latest last day first.
    package let entries: [SpaceEntry]
    /// How many did not open: moved, altered, or sealed under another secret (Spec/space.md 2).
    package let damaged: Int

    package init(entries: [SpaceEntry], damaged: Int) {
        self.entries = entries
        self.damaged = damaged
    }
}
