import Files
import JustificatifVerifier
import ListFiles
import Lists
import Proofs
import Sodium
import TestSupport

/// A lists folder with the lists of Vectors/practice/pictures.
struct PracticeLists: ~Copyable {
    private let folder = TemporaryFolder()

    /// `lists` are the names of those to install.
    init(_ lists: [String] = ["trust.cose", "revocations.cose"]) throws {
        let crypto = try SodiumCrypto()
        let roots = try RootsFile.read("\(Checkout.root)/Vectors/practice/roots.pub", crypto)
        try ListsFolder(folder.path).pin(roots, crypto)
        try install(lists)
    }

    var path: String { folder.path }

    func install(_ lists: [String]) throws {
        let crypto = try SodiumCrypto()
        let folder = ListsFolder(folder.path)
        _ = try folder.install(
            lists.map { name in
                let bytes = Checkout.bytes("Vectors/practice/pictures/\(name)") ?? []
                return ListOffer(name: name, bytes: bytes)
            }, roots: folder.roots(named: nil, crypto), at: Practised.instant, crypto)
    }

    func spoil() { folder.write(Array("{".utf8), as: ListsFolder.stateName) }
}

/// The pictures of Vectors/practice, and the day on which most of them show their verdict.
enum Practised {
    static let instant = Sample.day(2026, 11, 21).start
    static let seconds = instant.seconds
    static let clock = ControlClock.fixed(secondsSince1970: seconds)

    static func clock(_ day: (year: Int, month: Int, day: Int)) -> ControlClock {
        .fixed(secondsSince1970: Sample.day(day.year, day.month, day.day).start.seconds)
    }

    static func picture(_ name: String) -> String {
        "\(Checkout.root)/Vectors/practice/pictures/\(name).png"
    }
}
