internal import Wire

/// What a printed page shows of an issuer besides its name (Spec/lists.md 3.2).
///
/// No verdict depends on it.
package struct Letterhead: Equatable, Sendable {
    /// Key 64: lines of a postal address; may be empty.
    package let address: String
    /// Key 65.
    package let logo: Logo?

    package init(address: String = "", logo: Logo? = nil) {
        self.address = address
        self.logo = logo
    }
}

/// A small PNG beside the name of an issuer.
package struct Logo: Equatable, Sendable {
    /// The file, as signed.
    package let bytes: [UInt8]
    /// In pixels, 1 to 600 and 1 to 200.
    package let width, height: Int

    private static let beginning: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
    ]
    private static let end: [UInt8] = [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]

    /// Nil for a file of more than `Limits.logoBytes`, one that is no PNG from its first chunk to
    /// its last, and one of more pixels.
    package init?(png bytes: [UInt8]) {
        guard bytes.count <= Limits.logoBytes, bytes.starts(with: Logo.beginning),
            bytes.suffix(Logo.end.count).elementsEqual(Logo.end)
        else { return nil }
        let sizes = bytes.dropFirst(Logo.beginning.count).prefix(8)
        let width = sizes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        let height = sizes.suffix(4).reduce(0) { $0 << 8 | Int($1) }
        guard (1...600).contains(width), (1...200).contains(height) else { return nil }
        self.bytes = bytes
        self.width = width
        self.height = height
    }
}

extension Letterhead {
    private static let addressKey: Int64 = 64
    private static let logoKey: Int64 = 65

    /// The pairs that `write` writes.
    var count: Int { (address.isEmpty ? 0 : 1) + (logo == nil ? 0 : 1) }

    func write(to writer: inout CBORWriter) {
        if !address.isEmpty {
            writer.integer(Letterhead.addressKey)
            writer.text(address)
        }
        if let logo {
            writer.integer(Letterhead.logoKey)
            writer.byteString(logo.bytes)
        }
    }

    /// What is at the places of the values of keys from 64 on.
    ///
    /// A verifier passes over these keys, so nothing is refused: a value of another form is none.
    init(_ input: borrowing Span<UInt8>, at places: [Int64: Int]) {
        var address = ""
        if var offset = places[Letterhead.addressKey] {
            do {
                address = try MapFields.readShownText(input, &offset, limit: Limits.addressBytes)
            } catch {
                address = ""
            }
        }
        var logo: Logo?
        if var offset = places[Letterhead.logoKey] {
            do {
                logo = Logo(png: try CBOR.readBytes(input, &offset, limit: Limits.logoBytes))
            } catch {
                logo = nil
            }
        }
        self.init(address: address, logo: logo)
    }
}
