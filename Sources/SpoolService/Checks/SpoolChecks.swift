internal import Checking
internal import Explaining
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
                        "\(path) : dossier absent", "\(path): folder missing",
                        fix: Wording(
                            "systemd-tmpfiles --create, ou lancez le service une fois, il crée ses "
                                + "dossiers",
                            "systemd-tmpfiles --create, or start the service once, it makes its "
                                + "folders")))
                continue
            }
            results.append(result(path, rights, plan))
            if let first, !rights.isOnSameFileSystem(as: first) {
                results.append(
                    .bad(
                        "\(path) : sur un autre disque que les autres dossiers",
                        "\(path): on another disk than the other folders",
                        fix: Wording(
                            "mettez tout \(settings.spool) sur un seul système de fichiers "
                                + "(findmnt -T \(path) dit lequel)",
                            "put all of \(settings.spool) on one file system (findmnt -T \(path) "
                                + "says which)")))
            }
            first = first ?? rights
        }
        if let folder = try? Folder("\(settings.spool)/in") {
            results += room(folder, settings)
        }
        if let folders = try? settings.openFolders(), let survey = try? SpoolSurvey(folders) {
            results += LeftBehind.results(
                unreadable: survey.unreadable, closedFolders: survey.closedFolders, settings)
        }
        return results + PlaceChecks.results(settings)
    }

    private static func result(
        _ path: String, _ rights: FolderRights, _ plan: SpoolMaking.Plan
    ) -> CheckResult {
        let (wanted, mode) = (String(plan.mode, radix: 8), String(rights.mode, radix: 8))
        if !rights.isUsable {
            return .bad(
                "\(path) : ce compte ne peut pas y écrire",
                "\(path): this account cannot write there",
                fix: Wording(
                    "rendez-le au compte du service : chown justificatif \(path)",
                    "give it to the account of the service: chown justificatif \(path)"))
        }
        // Less for others is an operator's right; more is a leak.
        if rights.mode & ~plan.mode != 0 {
            return .bad(
                "\(path) : droits \(mode), trop larges", "\(path): mode \(mode), too wide",
                command: "chmod \(wanted) \(path)")
        }
        if plan.mode & 0o2000 != 0, rights.mode & 0o2000 == 0 {
            return .bad(
                "\(path) : les fichiers n’y prennent pas le groupe du dossier",
                "\(path): files do not take the group of the folder there",
                command: "chmod \(wanted) \(path)")
        }
        if let result = group(path, rights, plan) { return result }
        return .good("\(path) : droits \(mode)", "\(path): mode \(mode)")
    }

    /// Nil when its group is the one of the configuration, or none is asked for.
    private static func group(
        _ path: String, _ rights: FolderRights, _ plan: SpoolMaking.Plan
    ) -> CheckResult? {
        guard let name = plan.group else { return nil }
        guard let number = SpoolMaking.groupNumber(name) else {
            return .bad(
                "groupe \(name) : inconnu sur ce poste",
                "group \(name): unknown to this machine", command: "groupadd --system \(name)")
        }
        if number == rights.group { return nil }
        return .bad(
            "\(path) : n’est pas au groupe \(name)", "\(path): is not of group \(name)",
            command: "chgrp \(name) \(path)")
    }

    private static func room(_ folder: borrowing Folder, _ settings: DaemonSettings)
        -> [CheckResult]
    {
        let free = folder.space.freeBytes >> 20
        let floor = UInt64(settings.freeMebibytes)
        var results: [CheckResult] = [
            free >= floor
                ? .good("place libre : \(free) Mio", "free space: \(free) MiB")
                : .bad(
                    "place libre : \(free) Mio, il en faut \(floor)",
                    "free space: \(free) MiB of the \(floor) needed",
                    fix: Wording(
                        "libérez de la place sur ce disque : df -h \(settings.spool)",
                        "make room on this disk: df -h \(settings.spool)"))
        ]
        if folder.isRemote {
            results.append(
                .good(
                    "disque réseau : relu chaque seconde, les dépôts n’y sont pas annoncés",
                    "network disk: read again every second, arrivals are not announced there"))
        }
        return results
    }
}

/// What stays in `in/` and will not be judged until somebody does something (Spec/spool.md 2).
enum LeftBehind {
    /// `unreadable` files and `closedFolders` are in it.
    static func results(
        unreadable: Int, closedFolders: Int, _ settings: DaemonSettings
    ) -> [CheckResult] {
        var results: [CheckResult] = []
        let place = "\(settings.spool)/in"
        if unreadable > 0 {
            let command = opening("f", in: place, by: "g+r")
            results.append(
                .bad(
                    "\(place) : \(unreadable) fichier(s) que le service n’a pas le droit de "
                        + "lire, non contrôlés",
                    "\(place): \(unreadable) file(s) that the service may not read, "
                        + "not checked",
                    fix: Wording(
                        "\(command) ; pour la suite, Samba : create mask = 0660",
                        "\(command); from now on, Samba: create mask = 0660")))
        }
        if closedFolders > 0 {
            let command = opening("d", in: place, by: "g+rwx")
            results.append(
                .bad(
                    "\(place) : \(closedFolders) dossier(s) non ouverts, leur contenu n’est "
                        + "pas contrôlé",
                    "\(place): \(closedFolders) folder(s) not opened, what is in them is "
                        + "not checked",
                    fix: Wording(
                        "déposez les fichiers eux-mêmes ; ou réglez folder_levels (0 à 2, ici "
                            + "\(settings.folderLevels)), et pour un dossier fermé : \(command)",
                        "drop the files themselves; or set folder_levels (0 to 2, here "
                            + "\(settings.folderLevels)), and for a closed folder: \(command)")))
        }
        return results
    }

    /// Gives what is in `place` the group of `place`, which the service is in, and rights to it: a
    /// file that was moved there has kept its own.
    private static func opening(_ type: String, in place: String, by mode: String) -> String {
        "find \(place) -mindepth 1 -type \(type) -exec chgrp --reference=\(place) {} + "
            + "-exec chmod \(mode) {} +"
    }
}
