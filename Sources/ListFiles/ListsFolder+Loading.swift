package import Explaining
internal import Files
internal import JSONFields
package import Lists
package import Wire

/// Lists read from a folder and authenticated anew.
package struct LoadedLists: Sendable {
    package let edition: ListsEdition
    package let inForce: ListsInForce
    /// Revocation lists that are named but cannot be used, and why: they count as missing, and
    /// nobody else's are disturbed.
    package let faults: [Explanation]

    package init(edition: ListsEdition, inForce: ListsInForce, faults: [Explanation]) {
        self.edition = edition
        self.inForce = inForce
        self.faults = faults
    }
}

extension ListsFolder {
    /// The lists in force.
    ///
    /// Without a trust list there are none, which every verdict then says. Throws `ListsFault`
    /// when the folder is no lists folder or its root chain or trust list is damaged.
    package func load(
        roots: Roots, _ crypto: some SignatureChecking & Hashing
    ) throws -> ListsInForce {
        try loadAll(roots: roots, crypto).inForce
    }

    /// The lists in force, with all that is known about them.
    package func loadAll(
        roots: Roots, _ crypto: some SignatureChecking & Hashing
    ) throws -> LoadedLists {
        guard Folders.isFolder(path) else {
            throw ListsFault(
                "no-lists-folder", path,
                Wording(
                    "ce dossier n’existe pas ; lancez : \(command)",
                    "no such folder; run: \(command)"))
        }
        // An install may remove the old files between our reading of the state and of them.
        var parts = try parts(roots, crypto)
        for _ in 0..<3 where parts.isOvertaken { parts = try self.parts(roots, crypto) }
        if let fault = parts.trustFault { throw fault }
        let edition = parts.edition
        let inForce = ListsInForce(
            trust: edition.trust?.list, revocations: edition.revocations.mapValues(\.list),
            observed: observed())
        return LoadedLists(edition: edition, inForce: inForce, faults: parts.faults)
    }

    /// What the folder holds, whole or not.
    struct Parts {
        var edition: ListsEdition
        /// The root chain or the trust list is named and cannot be used.
        var trustFault: ListsFault?
        var faults: [Explanation] = []
        /// A file that the state names has gone.
        var isOvertaken = false
    }

    func parts(
        _ pinned: Roots, _ crypto: some SignatureChecking & Hashing
    ) throws -> Parts {
        let state = try state()
        var parts = Parts(edition: ListsEdition(pinned: pinned))
        do {
            let chain = try state.chain.map { try bytes(of: $0, limit: Limits.rootChainBytes) }
            let roots = try chain.map { try walk($0, from: pinned, crypto) } ?? pinned
            if let name = state.chain, let chain,
                name != ListFileName.roots(version: roots.version, chain, crypto)
            {
                throw notAdopted(name)
            }
            let trust = try state.trust.map { name in
                let bytes = try bytes(of: name, limit: Limits.trustListBytes)
                let list = try authenticated(bytes, name, roots, crypto)
                let signed = ListsEdition.Signed(list: list, bytes: bytes)
                guard state.marks.isAdopted(signed, crypto) else { throw notAdopted(name) }
                return signed
            }
            parts.edition = ListsEdition(
                pinned: pinned, roots: roots, chain: chain, trust: trust, revocations: [:],
                marks: state.marks)
        } catch let fault as FileFault {
            parts.trustFault = ListsFault(fault)
            parts.isOvertaken = fault.code == .notFound
        } catch let fault as ListsFault {
            parts.trustFault = fault
        }
        guard let trust = parts.edition.trust?.list else {
            parts.edition = ListsEdition(
                pinned: pinned, roots: parts.edition.roots, chain: parts.edition.chain, trust: nil,
                revocations: [:], marks: state.marks)
            return parts
        }
        try loadRevocations(state, trust, &parts, crypto)
        return parts
    }

    private func loadRevocations(
        _ state: ListsState, _ trust: TrustList, _ parts: inout Parts,
        _ crypto: some SignatureChecking & Hashing
    ) throws {
        var found: [String: ListsEdition.Signed<RevocationList>] = [:]
        for source in trust.content.revocationSources {
            guard let name = state.revocations[source.identifier] else { continue }
            do {
                let bytes = try bytes(of: name, limit: Limits.revocationListBytes)
                let list = try RevocationList(authenticating: bytes, for: source, crypto)
                let signed = ListsEdition.Signed(list: list, bytes: bytes)
                guard state.marks.isAdopted(signed, crypto) else { throw notAdopted(name) }
                found[source.identifier] = signed
            } catch let fault as ListsFault {
                parts.faults.append(fault.explanation)
            } catch let fault as FileFault {
                parts.isOvertaken = parts.isOvertaken || fault.code == .notFound
                parts.faults.append(fault.explanation)
            } catch let refusal as RevocationListRefusal {
                parts.faults.append(ListsFault(refusal, at: file(name)).explanation)
            }
        }
        let edition = parts.edition
        parts.edition = ListsEdition(
            pinned: edition.pinned, roots: edition.roots, chain: edition.chain,
            trust: edition.trust, revocations: found, marks: edition.marks)
    }

    /// A good list that somebody put in the place of the one that was adopted, such as an older
    /// one, would bring cancelled proofs back (Spec/lists.md 6.1).
    private func notAdopted(_ name: String) -> ListsFault {
        ListsFault(
            "not-as-adopted", file(name),
            Wording(
                "n’est pas la liste qui a été adoptée ici ; installez de nouveau les listes",
                "is not the list that was adopted here; install the lists again"))
    }

    /// `state.json`; empty before anything was installed.
    func state() throws -> ListsState {
        let path = file(ListsFolder.stateName)
        guard Folders.exists(path) else { return ListsState() }
        let bytes = try FileReading.bytes(of: path, limit: 1_048_576)
        return try ListsFault.reading { () throws(JSONFault) in
            try ListsState(reading: bytes, from: path)
        }
    }

    private func bytes(of name: String, limit: Int) throws(FileFault) -> [UInt8] {
        try FileReading.bytes(of: file(name), limit: limit)
    }

    private func walk(
        _ bytes: [UInt8], from pinned: Roots, _ crypto: some SignatureChecking & Hashing
    ) throws(ListsFault) -> Roots {
        let chain: RootChain
        do throws(DecodeError) {
            chain = try RootChain(decoding: bytes, checkedBy: crypto)
        } catch {
            throw ListsFault(RootChainRefusal.malformed(error), at: path)
        }
        do throws(RootChainRefusal) {
            return try chain.walk(from: pinned, crypto)
        } catch {
            throw ListsFault(error, at: path)
        }
    }

    private func authenticated(
        _ bytes: [UInt8], _ name: String, _ roots: Roots,
        _ crypto: some SignatureChecking & Hashing
    ) throws(ListsFault) -> TrustList {
        do throws(TrustListRefusal) {
            return try TrustList(authenticating: bytes, against: roots, crypto)
        } catch {
            throw ListsFault(error, at: file(name))
        }
    }
}
