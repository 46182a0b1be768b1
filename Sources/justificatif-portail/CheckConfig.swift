internal import ArgumentParser
internal import Console
internal import Explaining
internal import Files
internal import Glibc
internal import OpenIDConnect
internal import PortalRules
internal import PortalService
internal import Sodium
internal import Space
internal import Synchronization
internal import WebRules

struct CheckConfig: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-config",
        abstract: "Says whether the settings are right, and whether the neighbours answer.",
        discussion: """
            Reads the settings, the secrets, the advice and the artwork, opens the space, looks \
            for the lists, asks the provider for its document and keys, and the signing service \
            for the justificatifs of a person nobody is. Nothing is changed. Status 78 if \
            something is wrong.
            """)

    @OptionGroup var settings: SettingsOption
    @OptionGroup var speech: LanguageOptions

    func run() throws {
        let read = try settings.settings()
        let crypto = try SodiumCrypto()
        let desk = try settings.desk(read, crypto, space: nil)
        if let kept = read.space {
            _ = try KeyedSecret(reading: kept.secretFile, .space, crypto)
            // The portal makes one where there is none.
            if FileStamp(kept.file) != nil { _ = try SealedSpace(erasing: kept.file, crypto) }
        }
        try say("Origine", "Origin", read.origin)
        try say("Retour à déclarer", "Callback to register", read.provider.callback.text)
        try say("Retour de déconnexion", "Logout to register", read.provider.afterLogout.text)
        try say("Bouton", "Button", desk.settings.artwork ?? lang("en toutes lettres", "in words"))
        warn(ofMissing: read.body.pages)
        guard Folders.isFolder(read.lists) else {
            throw Failure(
                "lists-folder", .configuration, "\(read.lists) : dossier des listes introuvable",
                "\(read.lists): no folder of lists")
        }
        let faults = CheckConfig.waiting { await desk.faults() }
        for fault in faults.dropLast() { Terminal.error(fault.line(lang), lang) }
        if let last = faults.last { throw Failure(last) }
        try say("Tout répond.", "Everything answers.")
    }

    /// Whoever runs a public service has to have these pages; the portal works without them.
    private func warn(ofMissing pages: LegalPages) {
        guard !pages.missing.isEmpty else { return }
        let names = pages.missing.joined(separator: ", ")
        Terminal.warning(
            lang(
                "body : \"pages\" ne nomme pas \(names) ; une administration doit ces pages à tous",
                "body: \"pages\" does not name \(names); a public body owes everybody these pages"),
            lang)
    }

    /// What asynchronous work returns; the command has nothing else to do meanwhile.
    private static func waiting<Value: Sendable>(
        _ work: @escaping @Sendable () async -> Value
    ) -> Value {
        let result = Box<Value>()
        Task.detached {
            let value = await work()
            result.value.withLock { $0 = value }
        }
        while true {
            if let value = result.value.withLock({ $0 }) { return value }
            usleep(10_000)
        }
    }

    private final class Box<Value: Sendable>: Sendable {
        let value = Mutex<Value?>(nil)
    }
}
