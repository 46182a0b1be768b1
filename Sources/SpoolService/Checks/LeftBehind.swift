internal import SpoolFiles

/// What stays in `in/` and will not be judged until somebody does something (Spec/spool.md 2).
enum LeftBehind {
    static func results(_ survey: SpoolSurvey, _ settings: DaemonSettings) -> [CheckResult] {
        var results: [CheckResult] = []
        let place = "\(settings.spool)/in"
        if survey.unreadable > 0 {
            results.append(
                .bad(
                    "\(place) : \(survey.unreadable) fichier(s) que le service n’a pas le droit de "
                        + "lire, non contrôlés",
                    fix: "find \(place) -type f ! -perm -g=r -exec chmod g+r {} + ; "
                        + "pour la suite, Samba : create mask = 0660"))
        }
        if survey.closedFolders > 0 {
            results.append(
                .bad(
                    "\(place) : \(survey.closedFolders) dossier(s) non ouverts, leur contenu n’est "
                        + "pas contrôlé",
                    fix: "déposez les fichiers eux-mêmes ; ou réglez folder_levels (0 à 2, ici "
                        + "\(settings.folderLevels)), et pour un dossier fermé : chmod g+rwx"))
        }
        return results
    }
}
