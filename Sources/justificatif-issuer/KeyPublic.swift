internal import ArgumentParser
internal import Console
internal import Explaining
internal import Files
internal import ListFiles
internal import Signers
internal import Sodium
internal import Wire

struct KeyPublic: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "public",
        abstract: "Writes NAME.pub of a key that is not a file here.",
        discussion: """
            The key is in a PKCS#11 token, where the maker's tool has made it, or a program of \
            yours signs with it. Nothing secret is read, and no PIN is asked.

              justificatif-issuer key public --role issuer \
            --signer "pkcs11:token=caf;object=caf-2027-01" --out caf-2027-01
              justificatif-issuer key public --role root --hex 64-DIGITS --out anne

            Compare the kid with what the tool shows of the key before anybody signs it into a list.
            """)

    @Option(help: ArgumentHelp("issuer, revocations or root.", valueName: "role"))
    var role: KeyRole

    @Option(help: ArgumentHelp("The key in a PKCS#11 token.", valueName: "uri"))
    var signer: String?

    @Option(help: ArgumentHelp("The public key as 64 hexadecimal digits.", valueName: "digits"))
    var hex: String?

    @Option(help: ArgumentHelp("Path without its ending.", valueName: "name"))
    var out: String

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        let crypto = try SodiumCrypto()
        let key = try publicKey(crypto)
        let path = "\(out).pub"
        try FileWriting.write(
            Array(PublicKeyFile(role: role, key: key).text(crypto).utf8), to: path,
            existing: .refuse)
        try say("clé publique", "public key", path)
        try say("kid", "kid", key.identifier(crypto))
    }

    private func publicKey(_ crypto: SodiumCrypto) throws -> PublicKey {
        guard (signer == nil) != (hex == nil) else {
            throw Failure(
                "signer-or-hex", .data, "donnez --signer ou bien --hex",
                "give --signer or else --hex")
        }
        if let signer {
            guard case .device(let name) = try SignerName(option: signer) else {
                throw Failure(
                    "signer-public", .data,
                    "--signer : un programme ne montre pas sa clé publique ; donnez-la par --hex",
                    "--signer: a program does not show its public key; give it by --hex")
            }
            return try DeviceKey.publicKey(name, crypto)
        }
        let bytes = hex.flatMap { Hexadecimal.decode($0) } ?? []
        guard let key = PublicKey(bytes, checkedBy: crypto) else {
            throw Failure(
                "bad-key", .data,
                "--hex : doit avoir 64 chiffres hexadécimaux d’une clé Ed25519 d’ordre premier",
                "--hex: must be 64 hexadecimal digits of an Ed25519 key of prime order")
        }
        return key
    }
}
