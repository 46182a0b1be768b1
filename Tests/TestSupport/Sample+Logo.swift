package import Lists
internal import Wire

extension Sample {
    /// A PNG of one blue, 60 by 20 pixels.
    package static var logoFile: [UInt8] {
        let digits =
            "89504e470d0a1a0a0000000d494844520000003c0000001408020000005e61c97e0000002d49"
            + "44415478daedce410900000804b08b6224a319d9143e84c1022cd5f34ea4a5a5a5a5a5a5a5a5"
            + "a5a5a5a52f2c5240b03d50ab03fd0000000049454e44ae426082"
        guard let bytes = Hexadecimal.decode(digits) else { preconditionFailure("no digits") }
        return bytes
    }

    package static var logo: Logo {
        guard let logo = Logo(png: logoFile) else { preconditionFailure("no logo") }
        return logo
    }
}
