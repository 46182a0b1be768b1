package import Explaining
internal import Files
internal import ListFiles
package import Lists
package import Wire

/// A trust list on its way to the signatures it needs (Spec/lists.md 3.4).
package struct TrustProposal: Equatable, Sendable {
    package let content: TrustListContent
    package private(set) var message: JointlySignedMessage

    /// A list nobody has signed yet.
    package init(_ content: TrustListContent) {
        self.content = content
        message = JointlySignedMessage(payload: content.payload)
    }

    /// Reads a list that others may have signed; `place` is what errors call it.
    ///
    /// The signatures are not looked at. Throws `notATrustList`.
    package init(
        reading bytes: [UInt8], at place: String, _ crypto: some SignatureChecking & Hashing
    ) throws(TrustProposalRefusal) {
        do throws(DecodeError) {
            message = try JointlySignedMessage(decoding: bytes, limit: Limits.trustListBytes)
            content = try TrustListContent(reading: message.payload, checkedBy: crypto)
        } catch { throw .notATrustList(place, error) }
    }

    /// Reads a list from a file.
    package init(
        reading path: String, _ crypto: some SignatureChecking & Hashing
    ) throws {
        let bytes = try FileReading.bytes(ofInput: path, limit: Limits.trustListBytes)
        try self.init(reading: bytes, at: path, crypto)
    }

    /// Reads a list from a file, or the one in force in a lists folder; throws `noneInForce`.
    package init(
        known path: String, _ crypto: some SignatureChecking & Hashing
    ) throws {
        guard Folders.isFolder(path) else {
            try self.init(reading: path, crypto)
            return
        }
        let folder = ListsFolder(path)
        let lists = try folder.loadAll(roots: folder.roots(named: nil, crypto), crypto)
        guard let trust = lists.edition.trust else {
            throw TrustProposalRefusal.noneInForce(path)
        }
        try self.init(reading: trust.bytes, at: path, crypto)
    }

    /// Adds a signature.
    ///
    /// Throws `unloadable` for a list that no verifier would load, whatever its other signatures.
    package mutating func sign(
        by signer: some Signing, _ crypto: some SignatureChecking & Hashing
    ) throws {
        let kid = signer.publicKey.identifier(crypto)
        let signature = try signer.signature(for: message.signedBytes(by: kid, .trust))
        message.add(.init(kid: kid, signature: signature))
        guard let alone = Roots(version: 1, threshold: 1, keys: [signer.publicKey]) else { return }
        do throws(TrustListRefusal) {
            _ = try TrustList(authenticating: message.encoded, against: alone, crypto)
        } catch { throw TrustProposalRefusal.unloadable(error) }
    }

    /// How many keys of some roots have signed it.
    package func count(of roots: Roots, _ crypto: some SignatureChecking & Hashing) -> Int {
        message.count(of: roots.keys, .trust, checkedBy: crypto)
    }
}

/// Why a trust list is neither shown nor signed; nothing was written.
package enum TrustProposalRefusal: Explained, Equatable {
    case notATrustList(String, DecodeError)
    case unloadable(TrustListRefusal)
    /// The lists folder has no trust list.
    case noneInForce(String)

    package var explanation: Explanation {
        switch self {
        case .notATrustList(let place, let error):
            TrustListRefusal.malformed(error).explanation.about(place)
        case .unloadable(let refusal):
            Explanation(
                refusal.code, .data,
                "aucun vérificateur ne chargerait cette liste : \(refusal.explanation.french)",
                "no verifier would load this list: \(refusal.explanation.english)")
        case .noneInForce(let path):
            Explanation(
                "no-trust-list", .configuration,
                "\(path) : aucune liste de confiance n’est en vigueur ici",
                "\(path): no trust list is in force here")
        }
    }
}
