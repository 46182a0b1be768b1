internal import ArgumentParser
internal import Console
internal import Explaining
internal import Files
internal import Glibc
internal import JSONFields
internal import OutgoingCalls
internal import PortalRules
internal import PortalService
internal import Siblings
internal import SigningClient
internal import Sodium
internal import Space
internal import Vault

struct SettingsOption: ParsableArguments {
    @Option(help: ArgumentHelp("Settings of the portal.", valueName: "file"))
    var config = "/etc/justificatif/portail.json"

    /// Three pages a person: some 2,700 at once.
    private static let vaultBytes = 33_554_432

    func settings() throws -> PortalSettings {
        let bytes = try FileReading.bytes(of: config, limit: JSONValue.byteLimit)
        return try PortalSettings(json: JSONValue(parsing: bytes, from: config), at: config)
    }

    /// The secret of a file of one line.
    ///
    /// Throws if it cannot be read, is empty, or is readable by every user.
    func secret(_ path: String) throws -> String {
        let file = try Descriptor(reading: path)
        try file.refuseIfReadableByAll(
            named: path, "le secret du client", "the client's secret")
        let bytes = try file.readAll(limit: 4_096, named: path)
        let secret = bytes.filter { $0 != 0x0A && $0 != 0x0D }
        guard !secret.isEmpty, secret.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Failure(
                "client-secret", .configuration,
                "\(path) : doit contenir le secret du client, sur une ligne",
                "\(path): must hold the client's secret, on one line")
        }
        return String(decoding: secret, as: UTF8.self)
    }

    /// The space and its secret, as the settings name them; nil if they name none.
    ///
    /// `report` is told what could not be written.
    func space(
        _ settings: PortalSettings, _ crypto: SodiumCrypto,
        report: @escaping @Sendable (SpaceFault) -> Void
    ) throws -> PersonSpace? {
        guard let kept = settings.space else { return nil }
        let secret = try KeyedSecret(reading: kept.secretFile, .space, crypto)
        return PersonSpace(try SealedSpace(at: kept.file, secret, crypto), report: report)
    }

    /// The space for an administrator, who erases and opens nothing.
    func spaceToErase() throws -> SealedSpace {
        guard let kept = try settings().space else {
            throw Failure(
                "no-space", .configuration, "\(config) : ne nomme pas d’espace (« space »)",
                "\(config): names no space (\"space\")")
        }
        return try SealedSpace(erasing: kept.file, SodiumCrypto())
    }

    private func advice(_ settings: PortalSettings) throws -> AdviceRules {
        guard let path = settings.advice else { return .none }
        let bytes = try FileReading.bytes(of: path, limit: JSONValue.byteLimit)
        return try AdviceRules(json: JSONValue(parsing: bytes, from: path), at: path)
    }

    /// The artwork of the button, all of it read now; nil if the settings name no folder.
    ///
    /// Throws if a picture is a link, no file, or too large, or if the folder has none.
    func artwork(_ settings: PortalSettings) throws -> LoginArtwork? {
        guard let folder = settings.artwork else { return nil }
        var files: [String: [UInt8]] = [:]
        for name in LoginArtwork.names {
            let path = "\(folder)/\(name)"
            do throws(FileFault) {
                let file = try Descriptor(reading: path, followsLinks: false)
                files[name] = try file.readAll(limit: LoginArtwork.pictureLimit, named: path)
            } catch { guard error.code == .notFound else { throw error } }
        }
        return try LoginArtwork(files, in: folder)
    }

    func desk(
        _ settings: PortalSettings, _ crypto: SodiumCrypto, space: PersonSpace?
    ) throws -> PortalDesk {
        let bodyCallers = DataSource.allCases.map {
            ($0, OutgoingCaller(authorities: settings.authorities, threads: 8))
        }
        return PortalDesk(
            PortalEdges(
                settings: settings, secret: try secret(settings.secretFile),
                bodySecrets: try settings.bodies.secretFiles.mapValues(secret),
                caller: OutgoingCaller(authorities: settings.authorities),
                bodyCallers: Dictionary(uniqueKeysWithValues: bodyCallers),
                office: OfficeClient(socket: settings.signingSocket),
                printer: try PagePrinter.installed(),
                vault: AnswerVault(capacity: SettingsOption.vaultBytes),
                space: space, advice: try advice(settings), artwork: try artwork(settings),
                clock: { SettingsOption.time() }, random: { crypto.randomBytes($0) }),
            crypto)
    }

    /// CLOCK_BOOTTIME goes on while the machine sleeps; a person's 15 minutes do too.
    private static func time() -> VaultTime {
        var steady = timespec()
        unsafe clock_gettime(CLOCK_BOOTTIME, &steady)
        return VaultTime(
            steadyMilliseconds: Int64(steady.tv_sec) * 1_000 + Int64(steady.tv_nsec) / 1_000_000,
            wallSeconds: SystemClock.seconds())
    }
}
