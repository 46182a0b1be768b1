import Foundation
import TestSupport

/// `justificatif-issuer serve` in a folder of its own, asked by a client in Python that was written
/// from Spec/signing.md and shares no code with it.
final class RunningSigner {
    static let canRun = Command.isInstalled("/usr/bin/python3")

    let desk: RegisterDesk
    /// The words that say who signs: a key file, if a test does not change them.
    var signing: [String]
    private var process = Process()

    var socket: String { desk.file("sign.sock") }
    var isRunning: Bool { process.isRunning }

    /// Makes key, register and office secret; starts nothing.
    init() throws {
        desk = try RegisterDesk()
        signing = ["--key", desk.file("caf.key")]
        try desk.must("key", "office", "--out", desk.file("office.secret"))
        try desk.must("register", "new", "--register", desk.register)
    }

    deinit { if process.isRunning { process.terminate() } }

    var words: [String] {
        ["serve"] + signing + [
            "--register", desk.register, "--office-secret", desk.file("office.secret"),
        ]
    }

    /// Starts it through other programs, each of which ends by starting its arguments, or with
    /// variables (`NAME=value`), and waits until it answers or has ended.
    func start(through wrapper: [String] = [], _ more: String...) throws {
        process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            wrapper + [Command.path(of: "justificatif-issuer")] + words
            + ["--socket", socket] + more
        let errors = desk.write("", as: "errors")
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
        try process.run()
        for _ in 0..<12_000 where process.isRunning && !errorText.contains("\"started\"") {
            usleep(10_000)
        }
    }

    var errorText: String { String(decoding: desk.contents(of: "errors") ?? [], as: UTF8.self) }

    /// Asks it to stop; its exit status, -1 if a signal ended it.
    func stop(_ signal: Int32 = SIGTERM) -> Int32 {
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : -1
    }

    /// What it answers to a request, as another account if one is given; nil if nothing came.
    func ask(_ request: [String: Any], as uid: Int? = nil) throws -> [String: Any]? {
        var whole = request
        whole["format"] = "justificatif-signing/1"
        let bytes = try JSONSerialization.data(withJSONObject: whole)
        let account =
            uid.map { ["setpriv", "--reuid=\($0)", "--regid=\($0)", "--clear-groups"] } ?? []
        let outcome = try Command.run(
            "/usr/bin/env", account + ["/usr/bin/python3", "-c", Self.client, socket],
            input: Array(bytes))
        return outcome.objects.first
    }

    static let client = """
        import socket, sys, time
        door = socket.socket(socket.AF_UNIX)
        door.settimeout(300)
        for _ in range(2000):
            try:
                door.connect(sys.argv[1])
                break
            except ConnectionRefusedError:
                time.sleep(0.05)
        try:
            door.sendall(sys.stdin.buffer.read())
            door.shutdown(socket.SHUT_WR)
        except (BrokenPipeError, OSError):
            pass
        answer = b''
        try:
            while part := door.recv(65536):
                answer += part
        except ConnectionResetError:
            pass
        sys.stdout.buffer.write(answer)
        """

    /// Has a quotient familial of this month signed.
    func issue(_ key: Int = 0, for holder: String = "5f1c0a3bv1") throws -> [String: Any]? {
        try ask([
            "ask": "issue", "holder": holder, "key": String(repeating: "k", count: 24) + "\(key)",
            "wish": Self.wish(),
        ])
    }

    /// The references that a holder finds.
    func references(of holder: String = "5f1c0a3bv1") throws -> [String] {
        let answer = try ask(["ask": "proofs", "holder": holder])
        let proofs = answer?["proofs"] as? [[String: Any]] ?? []
        return proofs.compactMap { $0["reference"] as? String }
    }

    /// The sample answer as if it had been received now: the service has the machine's clock.
    static func wish() throws -> [String: Any] {
        let now = ISO8601DateFormatter().string(from: Date())
        let month = Int(now.dropFirst(5).prefix(2)) ?? 1
        var text = Checkout.text("Tests/Samples/quotient-familial.json") ?? ""
        text = text.replacing("\"annee\": 2026", with: "\"annee\": \(now.prefix(4))")
        text = text.replacing("\"mois\": 11", with: "\"mois\": \(month)")
        let identity = Checkout.text("Tests/Samples/identity.json") ?? ""
        return [
            "kind": "quotient-familial", "fetched_at": now,
            "answer": try JSONSerialization.jsonObject(with: Data(text.utf8)),
            "identity": try JSONSerialization.jsonObject(with: Data(identity.utf8)),
        ]
    }
}
