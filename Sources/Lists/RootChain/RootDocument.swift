package import Wire

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
