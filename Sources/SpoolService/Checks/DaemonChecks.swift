package import Checking
internal import Explaining
internal import Files
internal import Glibc
package import Proofs
internal import Siblings

/// Looks for everything that would keep the daemon from working.
package enum DaemonChecks {
    /// To be asked as the user of the daemon; starts the reader of pictures once.
    package static func results(
        _ settings: DaemonSettings, at now: Instant
    ) -> [CheckResult] {
        SpoolChecks.results(settings)
            + ListChecks.results(lists: settings.lists, roots: settings.roots, at: now)
            + ReaderChecks.results(expectsPDF: settings.expectsPDF, PictureReader.installed)
            + UnitChecks.results()
    }
}

/// Files outside of the spool that the daemon writes, and the account that looks.
enum PlaceChecks {
    static func results(_ settings: DaemonSettings) -> [CheckResult] {
        var results: [CheckResult] = []
        for (what, path) in [
            (Wording("journal", "journal"), settings.journal),
            (Wording("métriques", "metrics"), settings.metrics),
        ] {
            if let path { results.append(result(what, path)) }
        }
        if geteuid() == 0 {
            let command = "runuser -u justificatif -- justificatifd check"
            results.append(
                .good(
                    "contrôle fait par root, qui peut tout : pour voir les droits du service, "
                        + command,
                    "checked by root, who may do anything: to see what the service may do, "
                        + command))
        }
        return results
    }

    private static func result(_ what: Wording, _ path: String) -> CheckResult {
        do throws(FileFault) { try FileWriting.refuseUnlessReplaceable(path) } catch {
            return .bad(
                "\(what.french) \(path) : n’est pas un fichier",
                "\(what.english) \(path): is not a file",
                fix: Wording(
                    "choisissez un autre nom dans \(DaemonSettings.usualPath), puis : systemctl "
                        + "restart justificatifd",
                    "choose another name in \(DaemonSettings.usualPath), then: systemctl restart "
                        + "justificatifd"))
        }
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        guard unsafe access(folder, W_OK | X_OK) == 0 else {
            return .bad(
                "\(what.french) : ce compte ne peut pas écrire dans \(folder)",
                "\(what.english): this account cannot write to \(folder)",
                command: opening(folder))
        }
        return .good("\(what.french) : \(path)", "\(what.english): \(path)")
    }

    /// What lets the service write to a folder; one that is there keeps its owner, who may be
    /// another service.
    static func opening(_ folder: String) -> String {
        unsafe access(folder, F_OK) == 0
            ? "chgrp justificatif \(folder) && chmod g+rwx \(folder)"
            : "install -d -o justificatif \(folder)"
    }
}
