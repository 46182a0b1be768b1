package import Proofs

/// Publishing goes in steps, so that whatever dies when, publishing again is right
/// (Spec/register.md 3):
///
/// 1. `beginPublication`: one transaction closes the days before, takes a sequence, and sets
///    apart what is revoked by now. From here on this cannot be undone, and nothing registered or
///    revoked later can be in the list.
/// 2. The list is made of what step 1 fixed, however long that takes; issuing goes on.
/// 3. `confirm` notes what the list says.
/// 4. The list is written to its file.
extension ProofRegister {
    /// What a publisher may do with the list it made.
    package enum Confirmation: Equatable, Sendable {
        /// The list may be released.
        case release
        /// The sequence was used for a list that said something else: make it again with this.
        case makeAgain(Publication)
    }

    /// The newest publication; nil if there was none.
    package func lastPublication() throws(RegisterFault) -> Publication? {
        try read { try $0.publication() }
    }

    /// Step 1.
    ///
    /// Publishing again as of the same instant, with nothing revoked since, takes the same
    /// sequence again; so does a publication that was never confirmed. `epoch` is that of the
    /// last publication, else 1, when not given; `sequence` is where to go on after a backup was
    /// restored.
    package func beginPublication(
        of list: String, epoch: UInt64?, sequence: UInt64?, at instant: Instant
    ) throws -> Publication {
        try writing(.alone) { tables in
            let last = try tables.publication()
            let epoch = epoch ?? last?.epoch ?? 1
            try ProofRegister.check(list, epoch, instant, against: last)
            let anew = try tables.announceRevocations() > 0
            let isSame = last?.epoch == epoch && last?.issued == instant && !anew
            let free: UInt64
            if let last {
                free = last.isReleased && !isSame ? last.sequence + 1 : last.sequence
            } else {
                free = 1
            }
            if let sequence, sequence < free {
                throw PublicationRefusal.sequenceUsed(next: free)
            }
            let number = sequence ?? free
            let publication = Publication(
                list: list, epoch: epoch, sequence: number, issued: instant,
                closedThrough: instant.day.adding(days: -1),
                digest: isSame && number == last?.sequence ? last?.digest : nil)
            try tables.save(publication)
            return publication
        }
    }

    /// Step 3, with the SHA-256 of the payload; throws `overtaken`.
    package func confirm(
        _ publication: Publication, digest: [UInt8]
    ) throws -> Confirmation {
        try writing(.alone) { tables in
            guard let last = try tables.publication(),
                last.with(sequence: last.sequence, digest: nil)
                    == publication.with(sequence: publication.sequence, digest: nil)
            else { throw PublicationRefusal.overtaken }
            if let noted = last.digest, noted != digest {
                let next = last.with(sequence: last.sequence + 1, digest: nil)
                try tables.save(next)
                return .makeAgain(next)
            }
            try tables.save(last.with(sequence: last.sequence, digest: digest))
            return .release
        }
    }

    private static func check(
        _ list: String, _ epoch: UInt64, _ instant: Instant, against last: Publication?
    ) throws(PublicationRefusal) {
        guard let last else { return }
        guard list == last.list else { throw .otherList(last.list) }
        guard epoch >= last.epoch else { throw .earlierEpoch(last.epoch) }
        // A later epoch begins a new line for verifiers: it cures a publication made by a clock
        // that was wrong, which would otherwise close days that are still to come.
        guard epoch > last.epoch || instant >= last.issued else {
            throw .earlierInstant(last.issued)
        }
    }
}
