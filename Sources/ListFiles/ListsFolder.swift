package import Explaining
package import Files
internal import JSONFields
package import Lists
package import Wire

/// The folder in which a verifier keeps the lists it adopted (Spec/lists.md 6).
///
///     roots.pub                     the roots it was born with, pinned by `lists init`
///     state.json                    which of the files below are in force; renamed over last
///     roots-2-<hash>.cose           the root chain, once roots have changed
///     trust-7-<hash>.cose           the trust list
///     revocations-caf-1-40-<hash>.cose
///     clock.json                    the latest time seen here; kept apart, may be lost
///     clock.log                     when somebody lowered it
///     lock                          held while lists are installed
package struct ListsFolder: Sendable {
    package static let rootsName = "roots.pub"
    package static let stateName = "state.json"
    static let clockName = "clock.json"
    static let clockLogName = "clock.log"

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
                    "other-roots", path,
                    Wording(
                        "d’autres racines sont déjà ancrées ici ; pour en changer, supprimez "
                            + "\(pinned) à la main",
                        "other roots are pinned here already; remove \(pinned) by hand if they "
                            + "are to change"))
            }
            return
        }
        try FileWriting.write(Array(RootsFile.text(roots).utf8), to: pinned, existing: .refuse)
    }

    /// Whether roots are pinned here.
    package var hasRoots: Bool { Folders.exists(file(ListsFolder.rootsName)) }

    /// The roots to begin from: a file named by the caller, else the ones pinned here.
    package func roots(
        named given: String?, _ crypto: some SignatureChecking
    ) throws -> Roots {
        if let given { return try RootsFile.read(given, crypto) }
        let pinned = file(ListsFolder.rootsName)
        guard Folders.exists(pinned) else {
            throw ListsFault(
                "no-lists", path,
                Wording(
                    "il n’y a pas encore de listes ici ; lancez : \(command)",
                    "no lists here yet; run: \(command)"))
        }
        return try RootsFile.read(pinned, crypto)
    }

    /// What changes whenever lists come into force, or the clock is lowered.
    package struct Stamp: Equatable, Sendable {
        package var state: FileStamp?
        package var clock: FileStamp?
    }

    /// Looking costs nothing.
    package var stamp: Stamp {
        Stamp(
            state: FileStamp(file(ListsFolder.stateName)),
            clock: FileStamp(file(ListsFolder.clockName)))
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// What makes the folder.
    var command: String { "justificatif lists init --roots roots.pub --lists \(path)" }
}

/// What is wrong with a lists folder, a list, roots or a public key, in one line.
package struct ListsFault: Explained, Equatable {
    package let explanation: Explanation

    init(_ code: String, _ place: String, _ words: Wording) {
        explanation = Explanation(code, .configuration, words.about(place))
    }

    /// The same of an error about something that `place` names.
    init(_ error: some Explained, at place: String) {
        self.init(error.explanation.code, place, error.explanation.words)
    }

    /// What `read` returns; what is wrong with a JSON file of ours is a matter of configuration.
    static func reading<Value>(
        _ read: () throws(JSONFault) -> Value
    ) throws(ListsFault) -> Value {
        do throws(JSONFault) { return try read() } catch { throw ListsFault(error) }
    }

    /// The same of an error that names its place.
    init(_ error: some Explained) {
        let row = error.explanation
        explanation = Explanation(row.code, .configuration, row.words)
    }
}
