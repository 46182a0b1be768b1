internal import Files
package import Lists
package import Wire

/// The folder in which a verifier keeps the lists it adopted (Spec/lists.md 6).
///
///     roots.pub    the roots it was born with, pinned by `lists init`
///     trust.cose   the trust list in force
package struct ListsFolder: Sendable {
    package static let trustName = "trust.cose"
    package static let rootsName = "roots.pub"

    package let path: String

    package init(_ path: String) { self.path = path }

    /// Makes the folder and pins `roots` in it.
    ///
    /// Pinning other roots over existing ones is refused: whom to trust is decided once, by hand.
    package func pin(_ roots: Roots, _ crypto: some SignatureChecking) throws {
        try Folders.make(path)
        let pinned = file(ListsFolder.rootsName)
        if Folders.exists(pinned) {
            guard try RootsFile.read(pinned, crypto) == roots else {
                throw ListsFault(
                    "\(path): other roots are pinned here already; "
                        + "remove \(pinned) by hand if they are to change")
            }
            return
        }
        try FileWriting.write(Array(RootsFile.text(roots).utf8), to: pinned, existing: .refuse)
    }

    /// The roots in use: a file named by the caller, else the ones pinned here.
    package func roots(
        named given: String?, _ crypto: some SignatureChecking
    ) throws -> Roots {
        if let given { return try RootsFile.read(given, crypto) }
        let pinned = file(ListsFolder.rootsName)
        guard Folders.exists(pinned) else {
            throw ListsFault(
                "\(path): no lists here yet; run: justificatif lists init "
                    + "--roots roots.pub --lists \(path)")
        }
        return try RootsFile.read(pinned, crypto)
    }

    /// The lists in force, authenticated anew.
    ///
    /// Without a trust list there are none, which every verdict then says.
    package func load(
        roots: Roots, _ crypto: some SignatureChecking & Hashing
    ) throws -> ListsInForce {
        guard Folders.isFolder(path) else {
            throw ListsFault(
                "\(path): no such folder; run: justificatif lists init "
                    + "--roots roots.pub --lists \(path)")
        }
        let trust = file(ListsFolder.trustName)
        guard Folders.exists(trust) else { return ListsInForce(trust: nil) }
        return ListsInForce(trust: try trustList(trust, roots, crypto))
    }

    /// Adopts the trust list of `source`, a file or a folder that holds `trust.cose`.
    ///
    /// It is verified whole before anything is written. A lower sequence, or the same one with
    /// other content, is refused and the old list kept.
    package func install(
        from source: String, roots: Roots, _ crypto: some SignatureChecking & Hashing
    ) throws -> TrustList {
        let from =
            Folders.isFolder(source) ? "\(source)/\(ListsFolder.trustName)" : source
        let bytes = try FileReading.bytes(of: from, limit: Limits.trustListBytes)
        let new = try trustList(from, roots, crypto)
        if let old = try load(roots: roots, crypto).trust {
            let (had, has) = (old.content, new.content)
            guard has.sequence > had.sequence || has == had else {
                throw ListsFault(
                    "\(from): sequence \(has.sequence) is not newer than "
                        + "\(had.sequence), which is in force; the old list is kept")
            }
        }
        try FileWriting.write(bytes, to: file(ListsFolder.trustName), existing: .replace)
        return new
    }

    private func trustList(
        _ path: String, _ roots: Roots, _ crypto: some SignatureChecking & Hashing
    ) throws -> TrustList {
        let bytes = try FileReading.bytes(of: path, limit: Limits.trustListBytes)
        do {
            return try TrustList(authenticating: bytes, against: roots, crypto)
        } catch {
            throw ListsFault("\(path): \(error.message)")
        }
    }

    private func file(_ name: String) -> String { "\(path)/\(name)" }
}

/// What is wrong with a lists folder or a list, in one line.
package struct ListsFault: Error, Equatable, Sendable, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
}
