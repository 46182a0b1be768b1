internal import SpoolFiles
internal import Spooling

/// Folders, rights, room (Spec/spool.md 1, 4, 6).
enum SpoolChecks {
    static func results(_ settings: DaemonSettings) -> [CheckResult] {
        var results: [CheckResult] = []
        var first: FolderRights?
        let plans = SpoolMaking.plans(
            dropGroup: settings.dropGroup, readGroup: settings.readGroup)
        for plan in plans {
            let path = "\(settings.spool)/\(plan.name)"
            guard let rights = FolderRights(path) else {
                results.append(
                    .bad(
                        "\(path) : dossier absent",
                        fix: "lancez le service une fois, il crée ses dossiers"))
                continue
            }
            results.append(result(path, rights, plan))
            if let first, !rights.isOnSameFileSystem(as: first) {
                results.append(
                    .bad(
                        "\(path) : sur un autre disque que les autres dossiers",
                        fix: "mettez tout \(settings.spool) sur un seul système de fichiers"))
            }
            first = first ?? rights
        }
        if let folder = try? Folder("\(settings.spool)/in") {
            results += room(folder, settings)
        }
        if let folders = try? settings.openFolders(), let survey = try? SpoolSurvey(folders) {
            results += LeftBehind.results(survey, settings)
        }
        return results + PlaceChecks.results(settings)
    }

    private static func result(
        _ path: String, _ rights: FolderRights, _ plan: SpoolMaking.Plan
    ) -> CheckResult {
        let wanted = String(plan.mode, radix: 8)
        if !rights.isUsable {
            return .bad(
                "\(path) : ce compte ne peut pas y écrire",
                fix: "rendez-le au compte du service : chown justificatif \(path)")
        }
        // Less for others is an operator's right; more is a leak.
        if rights.mode & ~plan.mode != 0 {
            return .bad(
                "\(path) : droits \(String(rights.mode, radix: 8)), trop larges",
                fix: "chmod \(wanted) \(path)")
        }
        if plan.mode & 0o2000 != 0, rights.mode & 0o2000 == 0 {
            return .bad(
                "\(path) : les fichiers n’y prennent pas le groupe du dossier",
                fix: "chmod \(wanted) \(path)")
        }
        if let result = group(path, rights, plan) { return result }
        return .good("\(path) : droits \(String(rights.mode, radix: 8))")
    }

    /// Nil when its group is the one of the configuration, or none is asked for.
    private static func group(
        _ path: String, _ rights: FolderRights, _ plan: SpoolMaking.Plan
    ) -> CheckResult? {
        guard let name = plan.group else { return nil }
        guard let number = SpoolMaking.groupNumber(name) else {
            return .bad("groupe \(name) : inconnu sur ce poste", fix: "groupadd --system \(name)")
        }
        if number == rights.group { return nil }
        return .bad("\(path) : n’est pas au groupe \(name)", fix: "chgrp \(name) \(path)")
    }

    private static func room(_ folder: borrowing Folder, _ settings: DaemonSettings)
        -> [CheckResult]
    {
        let free = folder.space.freeBytes >> 20
        let floor = UInt64(settings.freeMebibytes)
        var results: [CheckResult] = [
            free >= floor
                ? .good("place libre : \(free) Mio")
                : .bad(
                    "place libre : \(free) Mio, il en faut \(floor)",
                    fix: "libérez de la place sur le disque de \(settings.spool)")
        ]
        if folder.isRemote {
            results.append(
                .good("disque réseau : relu chaque seconde, les dépôts n’y sont pas annoncés"))
        }
        return results
    }
}
