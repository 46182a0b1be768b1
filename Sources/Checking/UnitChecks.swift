internal import Explaining
internal import Files
internal import Glibc

/// Whether systemd starts what is installed, and the folder of fetched lists can be written.
package enum UnitChecks {
    /// Of a counter: `root` is the folder of the system, the whole one if it is empty.
    ///
    /// Says nothing where systemd does not run.
    package static func results(below root: String = "") -> [CheckResult] {
        guard Folders.isFolder("\(root)/run/systemd/system") else { return [] }
        return [daemon(root), guichet(root), timer(root), fetched(root)].compactMap(\.self)
    }

    /// Of an issuing body: whether `timer` publishes its list, and a portal beside it is heard by
    /// the signing service of the list `id`.
    package static func issuing(
        _ id: String, timer: String, below root: String = ""
    ) -> [CheckResult] {
        guard Folders.isFolder("\(root)/run/systemd/system") else { return [] }
        return [isEnabled(timer, by: "timers.target", root) ? starts(timer) : off(timer)]
            + (hasPortal(below: root) ? [signing(id, root)] : [])
    }

    /// Whether a portal starts beside.
    package static func hasPortal(below root: String = "") -> Bool {
        isEnabled("justificatif-portail.service", by: "multi-user.target", root)
    }

    /// One socket is enough: the portal asks one service.
    private static func signing(_ id: String, _ root: String) -> CheckResult {
        let place = "\(root)/etc/systemd/system/sockets.target.wants"
        let names = (try? Folders.names(in: place, limit: 10_000)) ?? []
        let sockets = names.filter { $0.hasPrefix("justificatif-sign@") }
        return sockets.first.map { starts($0) } ?? off("justificatif-sign@\(id).socket")
    }

    private static func off(_ unit: String) -> CheckResult {
        .bad(
            "\(unit) : ne démarre pas avec la machine",
            "\(unit): does not start with the machine",
            command: "systemctl enable --now \(unit)")
    }

    private static func starts(_ unit: String) -> CheckResult {
        .good("\(unit) : démarre avec la machine", "\(unit): starts with the machine")
    }

    private static func isInstalled(_ unit: String, _ root: String) -> Bool {
        ["etc", "lib", "usr/lib"].contains {
            Folders.exists("\(root)/\($0)/systemd/system/\(unit)")
        }
    }

    private static func isEnabled(_ unit: String, by target: String, _ root: String) -> Bool {
        var status = stat()
        let link = "\(root)/etc/systemd/system/\(target).wants/\(unit)"
        return unsafe lstat(PathText.cString(link), &status) == 0
    }

    private static func daemon(_ root: String) -> CheckResult? {
        let unit = "justificatifd.service"
        guard isInstalled(unit, root) else { return nil }
        return isEnabled(unit, by: "multi-user.target", root) ? starts(unit) : off(unit)
    }

    /// A person at a counter may start the page from the desktop instead.
    private static func guichet(_ root: String) -> CheckResult? {
        optional(
            "justificatif-guichet.service", by: "multi-user.target", root,
            Wording("la page s’ouvre depuis le bureau", "the page is opened from the desktop"))
    }

    /// A counter without a network has its lists brought by hand.
    private static func timer(_ root: String) -> CheckResult? {
        optional(
            "justificatif-lists.timer", by: "timers.target", root,
            Wording("les listes sont apportées à la main", "lists are brought by hand"))
    }

    /// Of a unit without which things go another way; nil if it is not installed.
    private static func optional(
        _ unit: String, by target: String, _ root: String, _ otherWay: Wording
    ) -> CheckResult? {
        guard isInstalled(unit, root) else { return nil }
        guard !isEnabled(unit, by: target, root) else { return starts(unit) }
        let command = "systemctl enable --now \(unit)"
        return .good(
            "\(unit) : arrêté, \(otherWay.french) (sinon : \(command))",
            "\(unit): off, \(otherWay.english) (otherwise: \(command))")
    }

    private static func fetched(_ root: String) -> CheckResult? {
        let place = "\(root)/var/lib/justificatif-fetch"
        var status = stat()
        guard unsafe stat(PathText.cString(place), &status) == 0, status.st_uid == 0 else {
            return nil
        }
        return .bad(
            "\(place) : à root, aucune liste ne sera téléchargée",
            "\(place): belongs to root, no list will be fetched",
            command: "chown -R justificatif-fetch: \(place)")
    }
}
