internal import Explaining
internal import Files
package import Lists
internal import Wire

/// Where lists are installed from: a folder, a single file, or standard input with a tar stream
/// or a single file (Spec/lists.md 6.4).
package enum ListSource {
    /// The files of a source.
    ///
    /// Of a folder or an archive only names that end in `.cose` count, in any case: a stick with a
    /// FAT file system may have them in capitals.
    package static func offers(from source: String) throws -> [ListOffer] {
        if source == "-" {
            let bytes = try FileReading.standardInput(limit: Limits.sourceBytes)
            return try offers(in: bytes, named: "-")
        }
        guard Folders.isFolder(source) else {
            let bytes = try FileReading.bytes(ofInput: source, limit: Limits.sourceBytes)
            return try offers(in: bytes, named: source)
        }
        var room = Limits.sourceBytes
        let names = try Folders.names(in: source, limit: Limits.sourceFiles)
        let offers = try names.filter(isList).map { name in
            let bytes = try FileReading.bytes(of: "\(source)/\(name)", limit: room)
            room -= bytes.count
            return ListOffer(name: name, bytes: bytes)
        }
        return try some(offers, in: source)
    }

    private static func offers(in bytes: [UInt8], named name: String) throws -> [ListOffer] {
        guard TarStream.isTar(bytes) else { return [ListOffer(name: name, bytes: bytes)] }
        let members: [TarStream.Member]
        do {
            members = try TarStream.members(of: bytes, limit: Limits.sourceFiles)
        } catch {
            throw ListsFault("archive", name, words(error))
        }
        let offers = members.filter { isList($0.name) }.map {
            ListOffer(name: lastPart($0.name), bytes: $0.bytes)
        }
        return try some(offers, in: name)
    }

    private static func isList(_ name: String) -> Bool { name.lowercased().hasSuffix(".cose") }

    private static func some(_ offers: [ListOffer], in source: String) throws -> [ListOffer] {
        guard offers.isEmpty else { return offers }
        throw ListsFault(
            "no-list", source,
            Wording(
                "ne contient pas de liste (aucun fichier dont le nom finit par .cose)",
                "holds no list (no file whose name ends in .cose)"))
    }

    private static func lastPart(_ name: String) -> String {
        name.split(separator: "/").last.map(String.init) ?? name
    }

    private static func words(_ fault: TarStream.Fault) -> Wording {
        switch fault {
        case .truncated: Wording("l’archive tar est tronquée", "the tar archive is cut short")
        case .badHeader: Wording("l’archive tar est abîmée", "the tar archive is damaged")
        case .tooMany(let limit):
            Wording(
                "l’archive tar contient plus de \(limit) fichiers",
                "the tar archive holds more than \(limit) files")
        }
    }
}
