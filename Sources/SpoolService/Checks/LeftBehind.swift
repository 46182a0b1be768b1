internal import Explaining
internal import SpoolFiles

/// What stays in `in/` and will not be judged until somebody does something (Spec/spool.md 2).
enum LeftBehind {
    static func results(_ survey: SpoolSurvey, _ settings: DaemonSettings) -> [CheckResult] {
        var results: [CheckResult] = []
        let place = "\(settings.spool)/in"
        if survey.unreadable > 0 {
            let command = "find \(place) -type f ! -perm -g=r -exec chmod g+r {} +"
            results.append(
                .bad(
                    "\(place) : \(survey.unreadable) fichier(s) que le service n’a pas le droit de "
                        + "lire, non contrôlés",
                    "\(place): \(survey.unreadable) file(s) that the service may not read, "
                        + "not checked",
                    fix: Wording(
                        "\(command) ; pour la suite, Samba : create mask = 0660",
                        "\(command); from now on, Samba: create mask = 0660")))
        }
        if survey.closedFolders > 0 {
            results.append(
                .bad(
                    "\(place) : \(survey.closedFolders) dossier(s) non ouverts, leur contenu n’est "
                        + "pas contrôlé",
                    "\(place): \(survey.closedFolders) folder(s) not opened, what is in them is "
                        + "not checked",
                    fix: Wording(
                        "déposez les fichiers eux-mêmes ; ou réglez folder_levels (0 à 2, ici "
                            + "\(settings.folderLevels)), et pour un dossier fermé : chmod g+rwx",
                        "drop the files themselves; or set folder_levels (0 to 2, here "
                            + "\(settings.folderLevels)), and for a closed folder: chmod g+rwx")))
        }
        return results
    }
}
