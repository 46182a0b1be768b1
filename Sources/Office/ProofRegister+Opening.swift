internal import Lists
package import Register
package import Wire

extension ProofRegister {
    /// Opens the register that justificatifs of `key` are entered in, or makes it; says which.
    ///
    /// Where the packages have a folder of registers none is made: a wrong path would be a second
    /// register that nobody publishes from. Throws what `checkReleases` throws, and `RegisterFault`
    /// for one that cannot be used.
    package static func openForIssuing(
        _ path: String, under key: PublicKey, counter: CounterCheck?,
        makes: Bool = !IssuerPlaces.areThere
    ) throws -> (register: ProofRegister, isNew: Bool) {
        let (register, isNew) =
            makes ? try openOrCreate(path) : (try ProofRegister(opening: path), false)
        try register.checkReleases(under: key, counter: counter, beside: path)
        return (register, isNew)
    }

    /// Throws `RegisterBehindRefusal` for a register that is behind its last publication, by the
    /// note beside it or by the list that counters have (Spec/register.md 4.1).
    package func checkReleases(
        under key: PublicKey, counter: CounterCheck?, beside path: String
    ) throws {
        if let note = ReleaseNote.path(besideRegister: path) {
            try ReleaseNote.read(note)?.check(self)
        }
        if let (list, mark) = counter?.release(for: key) {
            try checkKnows(
                list, epoch: mark.epoch, sequence: mark.sequence, digest: mark.content.bytes)
        }
    }
}
