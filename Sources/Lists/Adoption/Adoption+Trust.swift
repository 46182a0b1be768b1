internal import Wire

extension Adoption {
    /// New roots come into force only with a trust list that they have signed: otherwise nothing
    /// could be checked until it came.
    mutating func adopt(
        chain bytes: [UInt8], offered trustLists: [[UInt8]]
    ) throws(AdoptionRefusal) -> AdoptionReport.Outcome {
        try checkSize(of: bytes, .rootChain)
        let roots = try walked(bytes)
        guard roots.version > edition.roots.version else {
            return .inForce(.roots(version: edition.roots.version))
        }
        guard isInForceSigned(by: roots) || trustLists.contains(where: { wouldCount($0, roots) })
        else { throw .rootsWithoutTrustList(version: roots.version) }
        edition.roots = roots
        edition.chain = bytes
        return .adopted(.roots(version: roots.version))
    }

    /// Whether other roots have signed the list in force too.
    ///
    /// Its date was looked at when it came; a clock that is wrong today changes nothing in that.
    private func isInForceSigned(by roots: Roots) -> Bool {
        guard let bytes = edition.trust?.bytes else { return false }
        return (try? TrustList(authenticating: bytes, against: roots, crypto)) != nil
    }

    private func wouldCount(_ bytes: [UInt8], _ roots: Roots) -> Bool {
        (try? candidate(bytes, roots)) != nil
    }

    /// The last roots of a chain that both the pinned ones and those in force vouch for.
    private func walked(_ bytes: [UInt8]) throws(AdoptionRefusal) -> Roots {
        let chain: RootChain
        do {
            chain = try RootChain(decoding: bytes, checkedBy: crypto)
        } catch {
            throw .rootChain(.malformed(error))
        }
        do {
            _ = try chain.walk(from: edition.pinned, crypto)
            return try chain.walk(from: edition.roots, crypto)
        } catch {
            throw .rootChain(error)
        }
    }

    /// The same list takes the place of the one in force as well, for it may have signatures that
    /// count with the roots to come (T8).
    mutating func adopt(
        trust bytes: [UInt8]
    ) throws(AdoptionRefusal) -> AdoptionReport.Outcome {
        let new = try candidate(bytes, edition.roots)
        let content = new.list.content
        let numbers = ListNumbers.trust(sequence: content.sequence, issued: content.issued)
        let isKnown = edition.marks.trust == new.mark && edition.trust != nil
        edition.trust = .init(list: new.list, bytes: bytes)
        edition.marks.trust = new.mark
        dropUnfounded()
        return isKnown ? .inForce(numbers) : .adopted(numbers)
    }

    /// A trust list that may come into force under these roots.
    private func candidate(
        _ bytes: [UInt8], _ roots: Roots
    ) throws(AdoptionRefusal) -> (list: TrustList, mark: HighWaterMarks.Mark) {
        try checkSize(of: bytes, .trustList)
        let list: TrustList
        let mark: HighWaterMarks.Mark
        do throws(TrustListRefusal) {
            list = try TrustList(authenticating: bytes, against: roots, crypto)
            mark = try TrustList.mark(of: list.content, in: bytes, crypto)
        } catch {
            throw .trustList(error)
        }
        try check(mark, against: edition.marks.trust, epochs: false)
        try checkDate(list.content.issued)
        return (list, mark)
    }
}
