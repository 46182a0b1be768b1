internal import Files
internal import Glibc

/// Files outside of the spool that the daemon writes, and the account that looks.
enum PlaceChecks {
    static func results(_ settings: DaemonSettings) -> [CheckResult] {
        var results: [CheckResult] = []
        for (what, path) in [("journal", settings.journal), ("métriques", settings.metrics)] {
            if let path { results.append(result(what, path)) }
        }
        if geteuid() == 0 {
            results.append(
                .good(
                    "contrôle fait par root, qui peut tout : pour voir les droits du service, "
                        + "runuser -u justificatif -- justificatifd check"))
        }
        return results
    }

    private static func result(_ what: String, _ path: String) -> CheckResult {
        do throws(FileFault) { try FileWriting.refuseUnlessReplaceable(path) } catch {
            return .bad("\(what) \(path) : n’est pas un fichier", fix: "choisissez un autre nom")
        }
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        guard unsafe access(folder, W_OK | X_OK) == 0 else {
            return .bad(
                "\(what) : ce compte ne peut pas écrire dans \(folder)",
                fix: "créez ce dossier et rendez-le au compte du service")
        }
        return .good("\(what) : \(path)")
    }
}
