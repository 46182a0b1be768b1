internal import Synchronization

/// What was fetched about persons, for 15 minutes: the only place where it is kept
/// (Spec/portal.md 4).
///
/// Nothing in it is ever put out before its time: a vault that is full takes nothing new.
package final class AnswerVault: Sendable {
    private final class Item: Sendable {
        let bytes: LockedBytes
        let deadline: VaultDeadline

        init(_ bytes: consuming LockedBytes, _ deadline: VaultDeadline) {
            self.bytes = bytes
            self.deadline = deadline
        }
    }

    private struct State {
        var items: [VaultKey: Item] = [:]
        var size = 0
    }

    private let state = Mutex(State())
    private let capacity: Int

    /// A vault of at most `capacity` bytes, counted in whole pages.
    package init(capacity: Int) { self.capacity = capacity }

    /// Keeps bytes until their deadline, in place of what had that key.
    ///
    /// Throws `vault-full` and `no-locked-memory`; nothing is kept then.
    package func put(
        _ bytes: [UInt8], for key: VaultKey, until deadline: VaultDeadline
    ) throws(VaultFault) {
        let locked = try LockedBytes(bytes)
        let item = Item(locked, deadline)
        try state.withLock { state throws(VaultFault) in
            AnswerVault.remove(key, &state)
            guard state.size + item.bytes.size <= capacity else { throw VaultFault.full }
            state.items[key] = item
            state.size += item.bytes.size
        }
    }

    /// A copy of what has that key, nil if there is none or its time is over; it is wiped then.
    package func bytes(for key: VaultKey, at time: VaultTime) -> [UInt8]? {
        state.withLock { state in
            guard let item = state.items[key] else { return nil }
            guard !item.deadline.hasPassed(at: time) else {
                AnswerVault.remove(key, &state)
                return nil
            }
            return item.bytes.copy()
        }
    }

    /// Wipes one thing.
    package func wipe(_ key: VaultKey) { wipe { other, _ in other == key } }

    /// Wipes everything of one owner.
    package func wipe(owner: [UInt8]) { wipe { key, _ in key.owner == owner } }

    /// Wipes everything whose time is over.
    package func wipe(at time: VaultTime) { wipe { $1.hasPassed(at: time) } }

    /// Wipes everything.
    package func wipeAll() { wipe { _, _ in true } }

    /// The memory taken, in bytes.
    package var size: Int { state.withLock(\.size) }

    private func wipe(where isOver: (VaultKey, VaultDeadline) -> Bool) {
        state.withLock { state in
            for (key, item) in state.items where isOver(key, item.deadline) {
                AnswerVault.remove(key, &state)
            }
        }
    }

    private static func remove(_ key: VaultKey, _ state: inout State) {
        if let item = state.items.removeValue(forKey: key) { state.size -= item.bytes.size }
    }
}

/// What something in the vault is found by.
package struct VaultKey: Hashable, Sendable {
    /// The session, as the SHA-256 of its cookie.
    package let owner: [UInt8]
    package let item: String

    package init(owner: [UInt8], item: String) {
        self.owner = owner
        self.item = item
    }
}
