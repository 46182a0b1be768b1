internal import Files
package import Lists
package import Proofs
package import Wire

extension ListsFolder {
    /// Adopts what can be adopted of the files offered, and says what became of each.
    ///
    /// All of it is verified before anything is written. New files get names of their own and are
    /// flushed; then one rename of `state.json` puts all of them in force at once, so that a stop
    /// at any moment leaves the old lists or the new, whole. What then counts no more is removed.
    /// With a witness, no file is adopted that it does not name.
    package func install(
        _ offers: [ListOffer], roots pinned: Roots, at now: Instant, witness: ListWitness? = nil,
        _ crypto: some SignatureChecking & Hashing
    ) throws -> AdoptionReport {
        let lock = try FolderLock(path)
        defer { withExtendedLifetime(lock) {} }
        // Lists that are damaged count as gone here, so that installing them again puts it right.
        let before = try parts(pinned, crypto).edition
        var adoption = Adoption(to: before, at: now, witness: witness, crypto)
        adoption.consider(offers)
        let report = adoption.report
        // The trust list that was in force may have other signatures now.
        let hasNewFile = adoption.edition.trust?.bytes != before.trust?.bytes
        if report.hasAdopted || !report.dropped.isEmpty || hasNewFile {
            try save(adoption.edition, crypto)
        }
        removeAllBut(try state().files)
        return report
    }

    private func save(_ edition: ListsEdition, _ hasher: some Hashing) throws {
        var state = ListsState()
        state.marks = edition.marks
        state.chain = try edition.chain.map {
            try write($0, as: ListFileName.roots(version: edition.roots.version, $0, hasher))
        }
        state.trust = try edition.trust.map { signed in
            let sequence = signed.list.content.sequence
            return try write(
                signed.bytes, as: ListFileName.trust(sequence: sequence, signed.bytes, hasher))
        }
        for (identifier, signed) in edition.revocations {
            let content = signed.list.content
            let name = ListFileName.revocations(
                identifier, epoch: content.epoch, sequence: content.sequence, signed.bytes, hasher)
            state.revocations[identifier] = try write(signed.bytes, as: name)
        }
        try FileWriting.write(
            Array(state.text().utf8), to: file(ListsFolder.stateName), existing: .replace)
    }

    /// Writes a file unless it exists already; its name holds its hash.
    private func write(_ bytes: [UInt8], as name: String) throws(FileFault) -> String {
        let path = file(name)
        if (try? FileReading.bytes(of: path, limit: bytes.count)) == bytes { return name }
        try FileWriting.write(bytes, to: path, existing: .replace)
        return name
    }

    /// Tidies up: old lists, and what a killed install left.
    ///
    /// Nothing depends on it.
    private func removeAllBut(_ kept: Set<String>) {
        guard let names = try? Folders.names(in: path, limit: 100_000) else { return }
        for name in names where !kept.contains(name) {
            guard ListFileName.isOurs(name) || ListFileName.isLeftOver(name) else { continue }
            try? Folders.remove(file(name))
        }
    }
}
