import Foundation
import TestSupport

/// A SoftHSM2 with one token for each holder and machine, in a folder of its own; the keys are made
/// in it by `pkcs11-tool`, which shares nothing with our programs.
final class TokenDesk {
    static let canRun = Tool.isInstalled("softhsm2-util", "pkcs11-tool", "cc")
    static let module = "/usr/lib/softhsm/libsofthsm2.so"

    private let hsm = TemporaryFolder()
    private let work = TemporaryFolder()
    private var variables: [String: String]

    init() throws {
        try FileManager.default.createDirectory(
            atPath: hsm.file("tokens"), withIntermediateDirectories: true)
        hsm.write(Array("directories.tokendir = \(hsm.file("tokens"))\n".utf8), as: "conf")
        variables = ["SOFTHSM2_CONF": hsm.file("conf")]
        _ = work.write(secret: Array("271828\n".utf8), as: "pin")
    }

    /// What is around: our programs' folder of work, without the tokens.
    var path: String { work.path }
    func file(_ name: String) -> String { work.file(name) }
    func contents(of name: String) -> [UInt8]? { work.contents(of: name) }
    func text(of name: String) -> String {
        String(decoding: contents(of: name) ?? [], as: UTF8.self)
    }

    @discardableResult
    func write(_ text: String, as name: String) -> String {
        work.write(Array(text.utf8), as: name)
    }

    /// A token with a key of that name.
    func makeToken(_ name: String, kind: String = "EC:edwards25519") throws {
        try must(
            "softhsm2-util --init-token --free --label \(name) --so-pin 31415926 --pin 271828")
        try makeKey(name, in: name, kind: kind)
    }

    func makeKey(_ name: String, in token: String, kind: String = "EC:edwards25519") throws {
        try must(
            "pkcs11-tool --module \(Self.module) --token-label \(token) --login --pin 271828 "
                + "--keypairgen --key-type \(kind) --label \(name)")
    }

    /// What a program of ours needs to find the tokens, as `env` takes it.
    var environment: [String] { variables.map { "\($0.key)=\($0.value)" } }

    /// Changes what the failing module does.
    func set(_ variable: String, _ value: String?) { variables[variable] = value }

    /// Builds a module that fails as it is told.
    func failingModule() throws -> String {
        let source = "\(Checkout.root)/Tests/PulledToken/PulledToken.c"
        try must("cc -shared -fPIC -o \(hsm.file("pulled.so")) \(source)")
        return hsm.file("pulled.so")
    }

    func uri(_ name: String, in token: String? = nil, module: String = TokenDesk.module) -> String {
        "pkcs11:token=\(token ?? name);object=\(name)?module-path=\(module)"
    }

    /// The words that have a key of a token sign.
    func signer(
        _ name: String, in token: String? = nil, module: String = TokenDesk.module
    ) -> [String] {
        [
            "--signer", uri(name, in: token, module: module), "--public", file("\(name).pub"),
            "--pin-file", file("pin"),
        ]
    }

    func shell(_ line: String) throws -> Outcome {
        let settings = environment.map { "'\($0)'" }.joined(separator: " ")
        return try Command.shell("cd \(work.path) && export \(settings) && \(line)")
    }

    func must(_ line: String) throws {
        let outcome = try shell(line)
        guard outcome.status == 0 else { throw Desk.Refused(outcome) }
    }

    /// One of our programs, with the token's settings.
    func run(_ words: [String], program: String = "justificatif-issuer") throws -> Outcome {
        let quoted = ([Command.path(of: program)] + words).map { "'\($0)'" }
        return try shell(quoted.joined(separator: " "))
    }

    @discardableResult
    func must(_ words: [String], program: String = "justificatif-issuer") throws -> Outcome {
        let outcome = try run(words, program: program)
        guard outcome.status == 0 else { throw Desk.Refused(outcome) }
        return outcome
    }

    /// Makes a token with a key, and its `.pub`.
    func makePublic(_ name: String, role: String, in token: String? = nil) throws {
        try must([
            "key", "public", "--role", role, "--signer", uri(name, in: token), "--out", file(name),
        ])
    }
}
