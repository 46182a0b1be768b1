import Foundation
import TestSupport
import Testing

/// The signing service as a process: Spec/signing.md over its socket.
@Suite(.enabled(if: RunningSigner.canRun, "needs python3"))
struct ServeCommandTests {
    @Test func signsFindsCancelsAndEndsCleanly() throws {
        let signer = try RunningSigner()
        try signer.start()
        let preview = try signer.ask(["ask": "preview", "wish": RunningSigner.wish()])
        let readable = try #require(preview?["readable"] as? [String: Any])
        #expect(try signer.desk.issuedCount() == 0)
        let issued = try signer.issue()
        let proof = try #require(issued)
        #expect(proof["result"] as? String == "issued")
        #expect(proof["readable"] as? NSDictionary == readable as NSDictionary)
        let reference = try #require(proof["reference"] as? String)
        #expect(try signer.issue()?["text"] as? String == proof["text"] as? String)
        #expect(try signer.references() == [reference])
        #expect(try signer.references(of: "somebody-else").isEmpty)
        let others = try signer.ask([
            "ask": "cancel", "holder": "somebody-else", "reference": reference,
        ])
        #expect(others?["code"] as? String == "holder-unknown-proof")
        let own = try signer.ask(["ask": "cancel", "holder": "5f1c0a3bv1", "all": true])
        #expect((own?["proofs"] as? [[String: Any]])?.first?["cancelled"] is String)
        #expect(try signer.desk.stats()["revoked"] as? Int == 1)
        #expect(signer.stop() == 0)
        #expect(!signer.desk.names.contains("sign.sock"))
    }

    /// What the portal's account cannot do, whatever runs in it.
    @Test(.enabled(if: getuid() == 0 && Command.isInstalled("setpriv"), "needs root and setpriv"))
    func anotherAccountIsRefusedAndCannotReadASecret() throws {
        let signer = try RunningSigner()
        let (desk, other) = (signer.desk, 65_534)
        unsafe chmod(desk.path, 0o755)
        try signer.start()
        let account = ["setpriv", "--reuid=\(other)", "--regid=\(other)", "--clear-groups"]
        for name in ["caf.key", "office.secret", "register.db"] {
            let read = try Command.run("/usr/bin/env", account + ["cat", desk.file(name)])
            #expect(read.status != 0 && read.output.isEmpty, "\(name)")
        }
        // The file of the socket keeps it out, and the kernel's word does where that would not.
        #expect(try signer.ask(["ask": "proofs", "holder": "a"], as: other) == nil)
        unsafe chmod(signer.socket, 0o666)
        let refused = try signer.ask(["ask": "proofs", "holder": "a"], as: other)
        #expect(refused?["code"] as? String == "peer-not-allowed")
        #expect(signer.errorText.contains("\"uid\":\(other)"))
        #expect(signer.stop() == 0)
        // Named, it may ask; it still reads no key, and the service's own account may not ask.
        try signer.start(through: [], "--peer", "\(other)")
        unsafe chmod(signer.socket, 0o666)
        let answer = try signer.ask(["ask": "proofs", "holder": "a"], as: other)
        #expect(answer?["result"] as? String == "proofs")
        let own = try signer.ask(["ask": "proofs", "holder": "a"])
        #expect(own?["code"] as? String == "peer-not-allowed")
    }

    @Test(.enabled(if: Command.isInstalled("systemd-socket-activate")))
    func takesTheSocketThatTheServiceManagerOpened() throws {
        let signer = try RunningSigner()
        let words = [Command.path(of: "justificatif-issuer")] + signer.words
        // By Python: Foundation waits for what has closed the descriptors it was started with.
        let script = """
            import os, subprocess, sys, time
            path = sys.argv[1]
            quiet = subprocess.DEVNULL
            service = subprocess.Popen(
                ["systemd-socket-activate", "-l", *sys.argv[1:]], stdout=quiet, stderr=quiet)
            while not os.path.exists(path):
                time.sleep(0.01)
            asked = subprocess.run([sys.executable, "-c", sys.stdin.read(), path],
                                   input=b"{}", stdout=subprocess.PIPE)
            service.terminate()
            print(asked.stdout.decode(), service.wait(300))
            """
        let outcome = try Command.run(
            "/usr/bin/env", ["python3", "-c", script, signer.socket] + words,
            input: Array(RunningSigner.client.utf8))
        #expect(outcome.text.contains("bad-request") && outcome.lines.last == " 0")
    }

    @Test func saysWhatKeepsItFromStarting() throws {
        let signer = try RunningSigner()
        let cases: [([String], String, Int32)] = [
            (signer.words, "socket-option", 64),
            (signer.words + ["--socket", "/nowhere/a.sock"], "not-found", 74),
            (signer.words + ["--socket", signer.desk.file("caf.key")], "exists", 74),
            (
                signer.words + ["--socket", signer.socket, "--peer", "no-such-account"],
                "peer-unknown", 78
            ),
            (
                [
                    "serve", "--key", signer.desk.file("rev.key"), "--register",
                    signer.desk.register, "--socket", signer.socket,
                ], "key-role", 78
            ),
            (
                [
                    "serve", "--key", signer.desk.file("caf.key"), "--register",
                    signer.desk.register, "--socket", signer.socket, "--office-secret",
                    signer.desk.file("caf.key"),
                ], "not-an-office-secret", 78
            ),
        ]
        for (words, code, status) in cases {
            let outcome = try signer.desk.run(words)
            #expect(outcome.errors.contains("[\(code)]"), "\(outcome.errors)")
            #expect(outcome.status == status, "\(code)")
        }
        #expect(!signer.desk.names.contains("sign.sock"))
    }

    @Test func aSecretIsMadeOnceAndForItsOwner() throws {
        let signer = try RunningSigner()
        let path = signer.desk.file("office.secret")
        let again = try signer.desk.run(["key", "office", "--out", path])
        #expect(again.errors.contains("[exists]"))
        var status = stat()
        #expect(unsafe stat(path, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
    }
}
