package import Explaining
internal import Files
internal import ListFiles
package import Lists
package import Wire

/// New roots on top of those that verifiers follow, or one more signature under such roots
/// (Spec/lists.md 2.2, 2.3).
package struct RootRotation: Equatable, Sendable {
    /// What is signed: the newest document of the chain that leaves.
    package private(set) var document: RootDocument
    /// The roots just before it.
    package let before: Roots
    private let known: RootChain?
    private let replacesLast: Bool

    /// Proposes new roots; `make` makes them of the version they are to have.
    ///
    /// `pinned` are the roots verifiers were born with, `known` the chain of earlier rotations,
    /// which every verifier must be able to follow: throws `RootChainRefusal` if not.
    package init(
        from pinned: Roots, _ known: RootChain?, _ crypto: some SignatureChecking & Hashing,
        _ make: (UInt64) throws -> Roots
    ) throws {
        before = try known?.walk(from: pinned, crypto) ?? pinned
        document = RootDocument(try make(before.version + 1))
        self.known = known
        replacesLast = false
    }

    /// The same by files: new roots of `keys`, or the newest of the file `chain` to be signed.
    ///
    /// Throws `RootsRefusal` as well, and `FileFault` or `ListsFault` for a file.
    package init(
        roots: String, chain: String?, keys: [String], threshold: Int?, addsSignature: Bool,
        _ crypto: some SignatureChecking & Hashing
    ) throws {
        let pinned = try RootsFile.read(roots, crypto)
        let known = try chain.map { try RootChain(reading: $0, crypto) }
        if addsSignature {
            guard let known, keys.isEmpty else { throw RootsRefusal.nothingToSign }
            try self.init(signing: known, from: pinned)
            return
        }
        guard !keys.isEmpty else { throw RootsRefusal.noKeys }
        try self.init(from: pinned, known, crypto) { version in
            try RootKeys.roots(version: version, threshold: threshold, keys, crypto)
        }
    }

    /// Takes up the newest roots of a chain, to sign them; throws `predecessorUnknown`.
    package init(signing known: RootChain, from pinned: Roots) throws(RootsRefusal) {
        document = known.last
        let version = document.roots.version - 1
        let earlier = known.documents.first { $0.roots.version == version }?.roots
        guard let before = version == pinned.version ? pinned : earlier else {
            throw .predecessorUnknown(version: version)
        }
        self.before = before
        self.known = known
        replacesLast = true
    }

    /// Adds a signature; throws `foreignSigner`.
    package mutating func sign(by signer: some Signing, _ hasher: some Hashing) throws {
        guard (before.keys + document.roots.keys).contains(signer.publicKey) else {
            throw RootsRefusal.foreignSigner
        }
        try document.sign(by: signer, hasher)
    }

    /// The chain to hand on.
    package var chain: RootChain {
        guard var chain = known else { return RootChain(document) }
        if replacesLast { chain.replaceLast(document) } else { chain.append(document) }
        return chain
    }
}

extension RootRotation {
    /// What was written to `out`, and whose signatures are still wanting, in lines.
    package func lines(
        _ out: String, _ crypto: some SignatureChecking & Hashing, _ language: Language
    ) -> [String] {
        let version = document.roots.version
        return [
            language("\(out) : racines \(version)", "\(out): roots \(version)"),
            language.row("empreinte", "fingerprint", document.roots.fingerprint(crypto)),
        ]
            + [before, document.roots].map { signers in
                let good = document.count(of: signers, crypto)
                let (version, needed) = (signers.version, signers.threshold)
                return language(
                    "signé par les racines \(version) : \(good) sur \(needed) qu’il faut",
                    "signed by roots \(version): \(good) of \(needed) needed")
            }
    }
}

extension RootChain {
    /// Reads a `roots.cose` file (Spec/lists.md 2.3); throws `FileFault` and `RootsRefusal`.
    package init(reading path: String, _ crypto: some SignatureChecking & Hashing) throws {
        let bytes = try FileReading.bytes(of: path, limit: Limits.rootChainBytes)
        do throws(DecodeError) { try self.init(decoding: bytes, checkedBy: crypto) } catch {
            throw RootsRefusal.chain(path, .malformed(error))
        }
    }
}
