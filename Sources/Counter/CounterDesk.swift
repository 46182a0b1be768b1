package import ListFiles
package import Lists
package import Proofs
package import Siblings
package import Sodium
internal import Verification

/// A place that checks justificatifs: its lists, its names as a recipient, its reader of pictures.
///
/// The one door to judging. Commands, the daemon and the page program open it the same way, so that
/// the same input at the same instant gets the same verdict from each.
package struct CounterDesk: Sendable {
    /// What became of a look at the lists folder.
    package enum Refresh: Sendable {
        case unchanged
        /// Other lists are used from now on.
        case loaded(LoadedLists)
        /// What is in the folder cannot be used; the lists from before go on.
        case kept(any Error)
    }

    private let folder: ListsFolder
    private let rootsFile: String?
    private let recipients: [String]
    private let crypto: SodiumCrypto
    private let isSimulated: Bool
    private var stamp: ListsFolder.Stamp

    /// The reader of pictures; without one, texts are judged and pictures are an internal error.
    package let reader: PictureReader?
    /// The lists of the folder, as they were read last.
    package private(set) var lists: LoadedLists
    /// Judges with these lists.
    package private(set) var judge: ScanJudge<SodiumCrypto>

    /// Opens a place by its lists folder.
    ///
    /// `roots` is a file with the roots to trust, nil for those pinned in the folder. `recipients`
    /// are the names the place answers to. `isSimulated` says that verdicts are asked for another
    /// instant than now: what this machine's clock has said before then does not count. Throws
    /// `ListsFault`, `JSONFault` or `FileFault` if there are no roots or the lists are damaged.
    package init(
        lists path: String, roots: String? = nil, recipients: [String] = [],
        reader: PictureReader? = nil, isSimulated: Bool = false, _ crypto: SodiumCrypto
    ) throws {
        folder = ListsFolder(path)
        rootsFile = roots
        self.recipients = recipients
        self.reader = reader
        self.isSimulated = isSimulated
        self.crypto = crypto
        // Taken before reading: what changes meanwhile is then seen at the next look.
        stamp = folder.stamp
        lists = try folder.loadAll(roots: folder.roots(named: roots, crypto), crypto)
        judge = ScanJudge(
            verifier: CounterDesk.verifier(lists.inForce, recipients, isSimulated, crypto),
            reader: reader)
    }

    /// How the lists and the clock are at `now`.
    package func health(at now: Instant) -> ListsHealth { ListsHealth(lists.inForce, at: now) }

    /// Reads the lists again if something was installed, and writes down the time about once an
    /// hour; costs next to nothing when there is nothing to do.
    ///
    /// Not for a simulated instant.
    package mutating func refresh(at now: Instant) -> Refresh {
        guard folder.stamp == stamp else { return reload() }
        if let seen = folder.observe(now, lists.inForce) {
            // Our own note of the time is no reason to read the lists again.
            use(LoadedLists(edition: lists.edition, inForce: seen, faults: lists.faults))
            stamp.clock = folder.stamp.clock
        }
        return .unchanged
    }

    /// Reads the lists again, new ones or not.
    package mutating func reload() -> Refresh {
        stamp = folder.stamp
        do {
            let loaded = try folder.loadAll(
                roots: folder.roots(named: rootsFile, crypto), crypto)
            use(loaded)
            return .loaded(loaded)
        } catch { return .kept(error) }
    }

    private mutating func use(_ loaded: LoadedLists) {
        lists = loaded
        judge = ScanJudge(
            verifier: CounterDesk.verifier(loaded.inForce, recipients, isSimulated, crypto),
            reader: reader)
    }

    private static func verifier(
        _ lists: ListsInForce, _ recipients: [String], _ isSimulated: Bool,
        _ crypto: SodiumCrypto
    ) -> Verifier<SodiumCrypto> {
        Verifier(
            lists: isSimulated ? lists.forgettingObservedTime : lists, recipients: recipients,
            crypto: crypto)
    }
}
