package import Explaining
internal import Wire

/// Why a PKCS#11 module cannot be used (Spec/keys.md 3).
package enum ModuleFault: Explained, SignerFault, Equatable {
    /// The loader finds no such library, or not all that it needs.
    case notFound(String)
    case notAModule(String)
    case notStarted(String)

    package var explanation: Explanation {
        switch self {
        case .notFound(let path):
            Explanation(
                "pkcs11-no-module", .configuration,
                "\(path) : ce module n’existe pas, ou il lui manque une bibliothèque ; installez "
                    + "p11-kit-modules, ou donnez module-path= dans --signer",
                "\(path): there is no such module, or it lacks a library; install "
                    + "p11-kit-modules, or give module-path= in --signer")
        case .notAModule(let path):
            Explanation(
                "pkcs11-not-a-module", .configuration,
                "\(path) : n’est pas un module PKCS#11", "\(path): is not a PKCS#11 module")
        case .notStarted(let path):
            Explanation(
                "pkcs11-not-started", .configuration,
                "\(path) : ce module n’a pas démarré ; voyez ses propres réglages",
                "\(path): this module did not start; see its own settings")
        }
    }
}
