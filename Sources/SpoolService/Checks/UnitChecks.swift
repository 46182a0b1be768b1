internal import Files
internal import Glibc

/// Whether systemd starts what is installed, and the folder of fetched lists can be written.
enum UnitChecks {
    /// `root` is the folder of the system, the whole one if it is empty; says nothing where systemd
    /// does not run.
    static func results(below root: String = "") -> [CheckResult] {
        guard Folders.isFolder("\(root)/run/systemd/system") else { return [] }
        return [daemon(root), timer(root), fetched(root)].compactMap(\.self)
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
        guard isEnabled(unit, by: "multi-user.target", root) else {
            return .bad(
                "\(unit) : ne démarre pas avec la machine",
                "\(unit): does not start with the machine",
                command: "systemctl enable --now \(unit)")
        }
        return .good("\(unit) : démarre avec la machine", "\(unit): starts with the machine")
    }

    /// A counter without a network has its lists brought by hand.
    private static func timer(_ root: String) -> CheckResult? {
        let unit = "justificatif-lists.timer"
        guard isInstalled(unit, root) else { return nil }
        guard isEnabled(unit, by: "timers.target", root) else {
            let command = "systemctl enable --now \(unit)"
            return .good(
                "\(unit) : arrêté, les listes sont apportées à la main (sinon : \(command))",
                "\(unit): off, lists are brought by hand (otherwise: \(command))")
        }
        return .good("\(unit) : démarre avec la machine", "\(unit): starts with the machine")
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
