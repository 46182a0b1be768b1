internal import Files
internal import JSONFields
package import Proofs
internal import Sodium
internal import Wire

/// Eight digits by which one browser becomes a device, once and within ten minutes
/// (Spec/guichet.md 6.3).
package struct PairingCode: Equatable, Sendable {
    /// How long it is good, in seconds.
    package static let lifetime: Int64 = 600
    /// Wrong ones that end it.
    package static let mostTries = 5
    static let digitCount = 8
    private static let fileName = "code"

    private let digits: String
    /// What the device will be called.
    let name: String
    private let until: Instant

    /// A new code for a device called `name`, in the place of one that was not used.
    ///
    /// Throws `device-name`, and `FileFault`.
    package init(
        for name: String, in devices: PairedDevices, at now: Instant
    ) throws {
        guard (1...64).contains(name.count),
            !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { throw PairingFault.badName }
        // 64 random bits: that some remainders are likelier by 1 in 184,467,440,737 helps nobody.
        let number = devices.crypto.randomBytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let text = String(number % 100_000_000)
        digits = String(repeating: "0", count: PairingCode.digitCount - text.count) + text
        self.name = name
        until = Instant(seconds: now.seconds + PairingCode.lifetime)
        let object: JSONObject = [
            "digits": .string(digits), "name": .string(name), "until": .string("\(until)"),
        ]
        try FileWriting.write(
            Array("\(JSONValue.object(object).line())\n".utf8), to: PairingCode.path(in: devices),
            mode: 0o600, existing: .replace)
    }

    /// The code that was made last, nil if there is none any more.
    ///
    /// Throws `device-file` if the file holds something else, and `FileFault`.
    init?(of devices: PairedDevices) throws {
        let path = PairingCode.path(in: devices)
        guard Folders.exists(path) else { return nil }
        let bytes = try FileReading.bytes(of: path, limit: PairedDevices.fileLimit)
        guard var fields = try? JSONFields(JSONValue(parsing: bytes, from: path), at: path),
            let digits = try? fields.text("digits"), digits.utf8.count == PairingCode.digitCount,
            let name = try? fields.text("name"),
            let until = (try? fields.text("until")).flatMap({ Instant($0) })
        else { throw PairingFault.notADevice(path) }
        self.digits = digits
        self.name = name
        self.until = until
    }

    /// As a person reads it aloud: `4821 7703`.
    package var shown: String { "\(digits.prefix(4)) \(digits.suffix(4))" }

    /// Whether it is neither too old nor of a clock that was set back since.
    func isGood(at now: Instant) -> Bool {
        let left = until.seconds - now.seconds
        return left > 0 && left <= PairingCode.lifetime
    }

    /// Whether somebody typed it; what is no digit is passed over.
    func isTyped(_ bytes: [UInt8]) -> Bool {
        let typed = bytes.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return GuichetToken.areSame(typed, Array(digits.utf8))
    }

    static func remove(from devices: PairedDevices) throws(FileFault) {
        try Folders.remove(path(in: devices))
    }

    private static func path(in devices: PairedDevices) -> String {
        "\(devices.folder)/\(fileName)"
    }
}
