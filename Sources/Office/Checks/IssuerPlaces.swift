internal import Files

/// Where the packages keep what an issuing body has (contrib/justificatif-issuer.tmpfiles).
package struct IssuerPlaces: Equatable, Sendable {
    /// The account that all but the passphrase belongs to.
    package static let account = "justificatif-issuer"
    private static let largestFolder = 10_000

    /// The id of the revocation list, which names everything.
    package let id: String
    private let root: String
    private let otherRegister: String?

    /// The places of the list `id`; `root` is the folder of the system, the whole one if empty.
    ///
    /// `register` is that on a server, where there is one.
    package init(_ id: String, register: String? = nil, below root: String = "") {
        (self.id, self.root, otherRegister) = (id, root, register)
    }

    /// Whether the packages made these folders, which every account can see.
    package static var areThere: Bool { Folders.isFolder(IssuerPlaces("").registers) }

    /// The ids of which there is a key or a register; empty where nothing was set up, or this
    /// account may not look.
    package static func ids(below root: String = "") -> [String] {
        let places = IssuerPlaces("", below: root)
        let found = [(places.keys, "-revocations.key"), (places.registers, ".db")].flatMap {
            (folder, ending) in
            let names = (try? Folders.names(in: folder, limit: largestFolder)) ?? []
            return names.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }
        }
        return Set(found).sorted()
    }

    /// The folder of the account.
    package var home: String { "\(root)/var/lib/justificatif-issuer" }
    /// The folder of what only root reads.
    package var secrets: String { "\(root)/etc/justificatif-issuer" }
    /// The folder of the keys.
    package var keys: String { "\(home)/keys" }
    /// The folder of the registers.
    package var registers: String { "\(home)/registers" }
    /// The folder that a web server publishes.
    package var lists: String { "\(home)/lists" }

    /// The file of the passphrase of both keys.
    package var passphrase: String { "\(secrets)/\(id).passphrase" }
    /// The file of the secret that a portal's identifiers are computed from.
    package var officeSecret: String { "\(secrets)/office.secret" }
    /// The path without its ending.
    package var issuerKey: String { "\(keys)/\(id)" }
    /// The path without its ending.
    package var revocationsKey: String { "\(keys)/\(id)-revocations" }
    /// The file of the register, or its address on a server.
    package var register: String { otherRegister ?? "\(registers)/\(id).db" }
    /// The file of the published list.
    package var list: String { "\(lists)/\(id).cose" }

    /// The unit that publishes every day.
    package var timer: String { "justificatif-publish@\(id).timer" }
    /// Publishes at once.
    var publish: String { "systemctl start justificatif-publish@\(id)" }

    /// The files of a folder, whole paths.
    static func files(in folder: String) -> [String] {
        ((try? Folders.names(in: folder, limit: largestFolder)) ?? []).map { "\(folder)/\($0)" }
    }
}
