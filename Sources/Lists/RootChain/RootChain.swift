package import Wire

/// Root documents one after the other, each version one more than the one before: every
/// publication has them all, so that a verifier that missed some can follow (Spec/lists.md 2.3).
package struct RootChain: Equatable, Sendable {
    /// At least one.
    package private(set) var documents: [RootDocument]

    package init(_ document: RootDocument) { documents = [document] }

    /// Decodes a chain; `out-of-range` when a version does not follow the one before.
    package init(
        decoding bytes: [UInt8], checkedBy checker: some SignatureChecking
    ) throws(DecodeError) {
        guard bytes.count <= Limits.rootChainBytes else {
            throw DecodeError(.tooLong, at: Limits.rootChainBytes)
        }
        var offset = 0
        let count = try CBOR.readArrayHead(bytes.span, &offset, limit: Limits.rootDocuments)
        guard count > 0 else { throw DecodeError(.wrongLength, at: 0) }
        documents = []
        for _ in 0..<count {
            let start = offset
            let document = try RootDocument(bytes.span, &offset, checkedBy: checker)
            if let last = documents.last, document.roots.version != last.roots.version + 1 {
                throw DecodeError(.outOfRange, at: start)
            }
            documents.append(document)
        }
        try CBOR.readEnd(bytes.span, offset)
    }

    /// The bytes of a root chain file, as Spec/lists.md 2 has them.
    package var encoded: [UInt8] {
        var writer = CBORWriter()
        writer.array(documents.count)
        for document in documents { writer.encoded(document.message.encoded) }
        return writer.bytes
    }

    /// The newest roots it names, proved or not.
    package var last: RootDocument { documents[documents.count - 1] }

    /// Adds the next document, whose version must be one more than the newest.
    package mutating func append(_ document: RootDocument) {
        precondition(document.roots.version == last.roots.version + 1)
        documents.append(document)
    }

    /// Replaces the newest document, once it has one more signature.
    package mutating func replaceLast(_ document: RootDocument) {
        precondition(document.roots.version == last.roots.version)
        documents[documents.count - 1] = document
    }

    /// The roots that the known ones vouch for, over as many steps as were missed.
    ///
    /// Each step needs the threshold of the roots before it and its own. Throws `gap` when the
    /// chain begins too late, `fork` when it names other keys for the version that is known, and
    /// `notSignedEnough`. Documents older than `known` are passed over.
    package func walk(
        from known: Roots, _ crypto: some SignatureChecking & Hashing
    ) throws(RootChainRefusal) -> Roots {
        var current = known
        for document in documents where document.roots.version >= known.version {
            let next = document.roots
            if next.version == current.version {
                guard next == current else { throw .fork(version: next.version) }
                continue
            }
            guard next.version == current.version + 1 else {
                throw .gap(known: current.version, next: next.version)
            }
            for signers in [current, next] {
                let good = document.count(of: signers, crypto)
                guard good >= signers.threshold else {
                    throw .notSignedEnough(
                        version: next.version, by: signers.version, good: good,
                        needed: signers.threshold)
                }
            }
            current = next
        }
        return current
    }
}

/// New roots, signed by holders of the roots before them and by their own (Spec/lists.md 2.2).
package struct RootDocument: Equatable, Sendable {
    package let roots: Roots
    package private(set) var message: JointlySignedMessage

    /// A document nobody has signed yet.
    package init(_ roots: Roots) {
        self.roots = roots
        message = JointlySignedMessage(payload: roots.payload)
    }

    /// Reads one document of a chain, at `offset` of `input`.
    init(
        _ input: borrowing Span<UInt8>, _ offset: inout Int,
        checkedBy checker: some SignatureChecking
    ) throws(DecodeError) {
        message = try JointlySignedMessage(input, &offset)
        roots = try Roots(reading: message.payload, checkedBy: checker)
    }

    /// Adds the signature of one root key.
    package mutating func sign(by signer: some Signing, _ hasher: some Hashing) throws {
        let kid = signer.publicKey.identifier(hasher)
        let signature = try signer.signature(for: message.signedBytes(by: kid, .root))
        message.add(.init(kid: kid, signature: signature))
    }

    /// How many keys of some roots have signed it.
    package func count(
        of roots: Roots, _ crypto: some SignatureChecking & Hashing
    ) -> Int {
        message.count(of: roots.keys, .root, checkedBy: crypto)
    }
}
