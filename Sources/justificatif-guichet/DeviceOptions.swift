internal import ArgumentParser
internal import Console
internal import Explaining
internal import Files
internal import GuichetService
internal import Host
internal import Proofs
internal import Sodium

/// Where the paired devices are.
struct DeviceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Folder of the paired devices.", valueName: "dir"))
    var devices = PairedDevices.usualFolder

    /// The devices of the folder, in the name of its owner if the command is root's.
    func open() throws -> PairedDevices {
        let crypto = try SodiumCrypto()
        guard Folders.exists(devices) else {
            throw Failure(
                "devices-missing", .configuration,
                "\(devices) : ce dossier n’existe pas ; le programme le fait quand il démarre avec "
                    + "--origin : systemctl restart justificatif-guichet",
                "\(devices): this folder is not there; the program makes it when it starts with "
                    + "--origin: systemctl restart justificatif-guichet")
        }
        _ = try FolderOwner.become(of: devices)
        return try PairedDevices(in: devices, crypto)
    }
}

struct Pair: SpeakingCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes the code by which one browser of another machine is let in.",
        discussion: """
            Open the address of --origin on that machine and type the code within ten minutes. It \
            serves once, and five wrong tries end it. A new code takes the place of an unused one.

              sudo justificatif-guichet pair --name "Accueil 1"
            """)

    @Option(help: ArgumentHelp("What the device is called in lists.", valueName: "name"))
    var name: String

    @OptionGroup var shelf: DeviceOptions
    @OptionGroup var speech: LanguageOptions

    func run() throws {
        let code = try PairingCode(for: name, in: shelf.open(), at: Moment.now())
        try say("Code", "Code", code.shown)
        try say(
            "Ouvrez la page de contrôle sur l’appareil et tapez ce code. Il sert une fois, pendant "
                + "\(PairingCode.lifetime / 60) minutes.",
            "Open the counter page on the device and type this code. It serves once, for "
                + "\(PairingCode.lifetime / 60) minutes.")
    }
}

struct Devices: SpeakingCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows the paired devices, or forgets one: its number, its day, its name.",
        discussion: """
            A device that was forgotten is refused at its next question.

              sudo justificatif-guichet devices
              sudo justificatif-guichet devices --forget 3f9a0c5be1d27784
            """)

    @Option(help: ArgumentHelp("Forget the device of this number.", valueName: "number"))
    var forget: String?

    @OptionGroup var shelf: DeviceOptions
    @OptionGroup var speech: LanguageOptions

    func run() throws {
        let devices = try shelf.open()
        if let forget {
            try devices.forget(forget)
            try say("Appareil oublié", "Device forgotten", forget)
            return
        }
        let all = try devices.all()
        for device in all {
            try Terminal.out("\(device.identifier)  \(device.pairedAt.day)  \(device.name)")
        }
        if all.isEmpty { try say("Aucun appareil relié.", "No paired device.") }
    }
}
