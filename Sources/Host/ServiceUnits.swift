internal import Files

/// The units of the service manager, systemd.
package enum ServiceUnits {
    private static let folders = [
        "/etc/systemd/system", "/usr/local/lib/systemd/system", "/usr/lib/systemd/system",
        "/lib/systemd/system",
    ]

    /// Whether systemd manages this machine, and can be asked for anything.
    package static var areManaged: Bool { Folders.isFolder("/run/systemd/system") }

    /// Whether a unit of this file name, such as `justificatifd.service`, is installed.
    package static func isInstalled(_ unit: String) -> Bool {
        folders.contains { Folders.exists("\($0)/\(unit)") }
    }

    /// Starts a unit now and whenever the machine starts; returns whether systemd did.
    package static func enable(_ unit: String) throws(HostFault) -> Bool {
        try HostCommand.run("/usr/bin/systemctl", ["enable", "--now", unit])
    }
}
