import Lists
import TestSupport
import Wire

/// A chain of root documents.
enum RootsTarget: FuzzTarget {
    static let name = "roots"
    static var mutator: (any Mutator)? { CBORMutator() }

    static func examine(_ input: [UInt8]) throws {
        guard let chain = try? RootChain(decoding: input, checkedBy: Believing.all) else { return }
        try hold(chain.encoded == input, "a chain has one form")
        for (before, after) in zip(chain.documents, chain.documents.dropFirst()) {
            try hold(after.roots.version == before.roots.version + 1, "a chain has no gap")
        }
        for document in chain.documents {
            try hold(
                CBORTree(document.message.payload)?.withoutLaterKeys.encoded
                    == document.roots.payload, "roots have one form")
            try hold(
                (1...document.roots.keys.count).contains(document.roots.threshold),
                "a threshold can be met")
        }
        let known = Counter.roots
        if let followed = try? chain.walk(from: known, Believing.none) {
            try hold(followed == known, "nobody is followed without good signatures")
        }
        if let followed = try? chain.walk(from: known, Believing.all) {
            try hold(followed.version >= known.version, "nothing goes back")
            try hold(
                followed == known || followed == chain.last.roots, "a chain is walked to its end")
        }
    }
}
