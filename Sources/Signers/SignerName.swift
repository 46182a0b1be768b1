package import Explaining

/// Which signer outside of this program is meant (Spec/keys.md 1).
package enum SignerName: Equatable, Sendable {
    /// An absolute path, never looked for in PATH.
    case program(path: String)
    case device(DeviceName)

    private static let programScheme = "program:"

    /// Reads `program:PATH` or a PKCS#11 URI; throws `SignerNameFault`.
    package init(parsing text: String) throws(SignerNameFault) {
        guard text.hasPrefix(SignerName.programScheme) else {
            guard text.hasPrefix(DeviceName.scheme) else { throw .neither }
            self = .device(try DeviceName(parsing: text))
            return
        }
        let path = String(text.dropFirst(SignerName.programScheme.count))
        guard path.hasPrefix("/"), !path.utf8.contains(0) else { throw .relativePath }
        self = .program(path: path)
    }
}

/// Why a text names no signer; it is not quoted, since it may hold a PIN.
package enum SignerNameFault: Explained, Equatable {
    case neither
    case relativePath
    /// The part of the URI that is missing, unknown, or not as it must be.
    case uri(String)
    case pinInURI

    package var explanation: Explanation {
        switch self {
        case .neither:
            Explanation(
                "signer-name", .data,
                "doit commencer par program:/ ou pkcs11: (Spec/keys.md 1)",
                "must begin with program:/ or pkcs11: (Spec/keys.md 1)")
        case .relativePath:
            Explanation(
                "signer-name", .data, "program : veut un chemin absolu",
                "program: wants an absolute path")
        case .uri(let part):
            Explanation(
                "signer-name", .data,
                "pkcs11 : la partie « \(part) » manque, est de trop ou est mal écrite "
                    + "(Spec/keys.md 3)",
                "pkcs11: the part \"\(part)\" is missing, not used here, or badly written "
                    + "(Spec/keys.md 3)")
        case .pinInURI:
            Explanation(
                "signer-pin", .data,
                "un code ne s’écrit pas sur la ligne de commande, que tous peuvent lire ; donnez "
                    + "--pin-file, ou répondez sur le terminal",
                "a PIN is not written on the command line, which everybody can read; give "
                    + "--pin-file, or answer on the terminal")
        }
    }
}
