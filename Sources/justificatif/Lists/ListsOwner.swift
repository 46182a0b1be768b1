internal import Console
internal import Explaining
internal import Host

/// In whose name lists are written.
enum ListsOwner {
    /// Gives up root for the owner of the folder, and says so: a file of root's there could not be
    /// replaced by the service.
    static func become(of folder: String, _ lang: Language) throws {
        guard let name = try FolderOwner.become(of: folder) else { return }
        Terminal.note(
            lang(
                "\(folder) est écrit au nom du compte \(name)",
                "\(folder) is written in the name of the account \(name)"), lang)
    }
}
