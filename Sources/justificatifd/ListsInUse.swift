internal import Judging
internal import ListFiles
internal import Siblings
internal import Sodium
internal import Verification

/// What scans are judged by: the lists on the shelf, the reader, the rules.
struct ListsInUse {
    private(set) var shelf: ListShelf
    private let crypto: SodiumCrypto
    private let reader: PictureReader
    private(set) var judge: ScanJudge<SodiumCrypto>

    /// Loads the lists of `folder`; `roots` is a file, nil for those pinned there.
    init(
        _ folder: String, roots: String?, _ crypto: SodiumCrypto, _ reader: PictureReader
    ) throws {
        self.crypto = crypto
        self.reader = reader
        shelf = try ListShelf(ListsFolder(folder), roots: roots, crypto)
        judge = ListsInUse.judge(shelf, crypto, reader)
    }

    /// Takes what was installed meanwhile; costs next to nothing when nothing was.
    mutating func refresh() {
        if shelf.refresh() { judge = ListsInUse.judge(shelf, crypto, reader) }
    }

    /// Reads the lists again, new ones or not.
    mutating func reload() {
        if shelf.reload() { judge = ListsInUse.judge(shelf, crypto, reader) }
    }

    private static func judge(
        _ shelf: ListShelf, _ crypto: SodiumCrypto, _ reader: PictureReader
    ) -> ScanJudge<SodiumCrypto> {
        ScanJudge(verifier: Verifier(lists: shelf.lists, crypto: crypto), reader: reader)
    }
}
