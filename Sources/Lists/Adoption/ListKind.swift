internal import Wire

/// What the bytes of a published file are, told from the bytes and never from a name.
package enum ListKind: Equatable, Sendable {
    case rootChain
    case trustList
    case revocationList

    /// Nil when they are none of these.
    ///
    /// That they are whole and good is for others to say.
    package init?(of bytes: [UInt8]) {
        var offset = 0
        guard let head = try? CBOR.readHead(bytes.span, &offset), head.major == .array,
            offset < bytes.count
        else { return nil }
        // A chain holds arrays of four; the other two begin with a protected header, which is
        // empty where there are several signers (Spec/lists.md 6.4).
        switch bytes[offset] {
        case 0x84: self = .rootChain
        case 0x40: self = .trustList
        case 0x41...0x5B: self = .revocationList
        default: return nil
        }
    }

    /// The largest file of this kind, in bytes.
    package var byteLimit: Int {
        switch self {
        case .rootChain: Limits.rootChainBytes
        case .trustList: Limits.trustListBytes
        case .revocationList: Limits.revocationListBytes
        }
    }
}
