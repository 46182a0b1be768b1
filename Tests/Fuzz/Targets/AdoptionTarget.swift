import Lists
import Proofs
import TestSupport
import Wire

/// A file offered to a verifier that has lists in force.
enum AdoptionTarget: FuzzTarget {
    static let name = "adoption"
    static var mutator: (any Mutator)? { CBORMutator() }

    private static let before: ListsEdition = {
        var adoption = Adoption(
            to: ListsEdition(pinned: Counter.roots), at: Sample.now.adding(hours: 48),
            Practice.crypto)
        adoption.consider([
            ListOffer(name: "trust", bytes: Counter.trustBytes),
            ListOffer(name: "revocations", bytes: Counter.revocationBytes),
        ])
        precondition(!adoption.report.hasRefused, "the lists of the fuzzer are good")
        return adoption.edition
    }()

    static func examine(_ input: [UInt8]) throws {
        for now in [Sample.now, Sample.day(2028, 1, 1).start] {
            try examine(input, at: now, Practice.crypto)
            try examine(input, at: now, Believing.all)
        }
    }

    private static func examine(
        _ input: [UInt8], at now: Instant, _ crypto: some SignatureChecking & Hashing
    ) throws {
        var adoption = Adoption(to: before, at: now, crypto)
        adoption.consider([ListOffer(name: "input", bytes: input)])
        let (after, report) = (adoption.edition, adoption.report)
        try hold(report.outcomes.count == 1, "every file has one outcome")
        if !report.hasAdopted {
            try hold(kept(after) == kept(before), "what is refused changes nothing")
        }
        try holdMark(after.marks.trust, before.marks.trust)
        for (identifier, mark) in before.marks.revocations {
            try holdMark(after.marks.revocations[identifier], mark)
        }
        try hold(after.roots.version >= before.roots.version, "roots never go back")
        adoption = Adoption(to: after, at: now, crypto)
        adoption.consider([ListOffer(name: "input", bytes: input)])
        try hold(!adoption.report.hasAdopted, "nothing is adopted twice")
    }

    private static func holdMark(
        _ new: HighWaterMarks.Mark?, _ old: HighWaterMarks.Mark?
    ) throws {
        guard let old else { return }
        guard let new else { throw Broken(description: "broken: a mark stays") }
        try hold(
            new == old || (new.epoch, new.sequence) > (old.epoch, old.sequence),
            "marks only rise")
    }

    private static func kept(_ edition: ListsEdition) -> [[UInt8]?] {
        [edition.roots.payload, edition.chain, edition.trust?.bytes]
            + edition.revocations.sorted { $0.key < $1.key }.map(\.value.bytes)
    }
}
