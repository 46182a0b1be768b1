import Explaining
import Glibc
import JSONFields
import LocalSockets
import Proofs
import Register
import Siblings
import SigningClient
import SigningMessages
import SigningService
import TestSupport
import Testing
import Verification

/// The exchange over a real socket.
@Suite(.timeLimit(.minutes(10))) struct SigningServerTests {
    private typealias Fixture = ServiceFixture

    /// What the service says to these bytes.
    private static func answer(
        to bytes: [UInt8], _ server: RunningServer
    ) throws -> SigningAnswer {
        let socket = try server.connect()
        try? socket.write(bytes, before: Deadline(seconds: 300))
        socket.endWriting()
        let answer = try socket.readAll(limit: 1 << 20, before: Deadline(seconds: 300))
        return try SigningAnswer(parsing: answer)
    }

    @Test func previewsIssuesFindsAndCancels() async throws {
        let server = try RunningServer()
        let (client, holder) = (server.client, try Fixture.holder())
        let readable = try await client.preview(Fixture.wish())
        let proof = try await client.issue(Fixture.wish(), for: holder, key: Fixture.key())
        #expect(proof.readable == readable && !proof.isRepeat)
        #expect(try Scenario().verdict(on: [proof.text]).code == .valid)
        let again = try await client.issue(Fixture.wish(), for: holder, key: Fixture.key())
        #expect(again.text == proof.text && again.isRepeat)
        #expect(try await client.proofs(of: holder).map(\.reference) == [proof.reference])
        #expect(try await client.cancel(proof.reference, of: holder).cancelled == Sample.today)
        #expect(try await client.cancelAll(of: holder).isEmpty)
        server.stop()
        #expect(server.hasStopped())
    }

    @Test func aRefusalHasItsCode() async throws {
        let server = try RunningServer()
        let late = try Fixture.wish(fetchedAt: Sample.now.adding(minutes: -16))
        let fault = await #expect(throws: OfficeFault.self) {
            try await server.client.preview(late)
        }
        guard case .refused(let refusal) = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
        #expect(refusal.code == "answer-too-old")
    }

    @Test func answersManyAtOnceAndSignsEachKeyOnce() async throws {
        let server = try RunningServer()
        let (client, holder) = (server.client, try Fixture.holder())
        let wish = try Fixture.wish()
        let keys = try (0..<40).map { try Fixture.key($0 % 4) }
        let texts = try await withThrowingTaskGroup(of: String.self) { group in
            for key in keys {
                group.addTask { try await client.issue(wish, for: holder, key: key).text }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(texts.count == 4)
        #expect(try server.fixture.register.counts().map(\.issued) == [4])
    }

    @Test(arguments: ["", "{", "[]", "{\"ask\": 1}", "GET / HTTP/1.1\r\n\r\n", "\u{0}"])
    func whatIsNoRequestIsToldSo(text: String) throws {
        let server = try RunningServer()
        let refusal = try Self.answer(to: Array(text.utf8), server).refusal
        #expect(refusal?.code == "bad-request")
        #expect(refusal?.operatorWords.english.contains("request") == true)
    }

    @Test func aRequestBeyondAMebibyteIsToldSo() throws {
        let server = try RunningServer()
        let bytes = [UInt8](repeating: UInt8(ascii: " "), count: (1 << 20) + 1)
        let refusal = try Self.answer(to: bytes, server).refusal
        #expect(refusal?.code == "bad-request")
        #expect(refusal?.operatorWords.english == "larger than 1048576 bytes")
    }

    @Test func anotherAccountIsRefusedBeforeItIsRead() async throws {
        let server = try RunningServer(peers: [getuid() + 1])
        let fault = await #expect(throws: OfficeFault.self) {
            try await server.client.proofs(of: Fixture.holder())
        }
        guard case .refused(let refusal) = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
        #expect(refusal.code == "peer-not-allowed")
        #expect(server.logged.contains("\"event\":\"peer-refused\",\"uid\":\(getuid())"))
    }

    /// More than are served at a time, and none of them says anything.
    @Test func silentConnectionsKeepNobodyOutForLong() async throws {
        let server = try RunningServer(patience: 1)
        let silent = try (0..<SigningLimits.requestsAtOnce + 2).map { _ in try server.connect() }
        let holder = try Fixture.holder()
        #expect(try await server.client.proofs(of: holder).isEmpty)
        let told = try silent[0].readAll(limit: 1 << 20, before: Deadline(seconds: 300))
        #expect(try SigningAnswer(parsing: told).refusal?.code == "bad-request")
    }

    @Test func finishesWhatWasBegunBeforeItStops() async throws {
        let server = try RunningServer()
        let socket = try server.connect()
        let request = SigningRequest.issue(
            try Fixture.wish(), for: try Fixture.holder(), key: try Fixture.key())
        let bytes = request.json.lineBytes()
        try socket.write(Array(bytes.prefix(100)), before: Deadline(seconds: 300))
        // So that the first is begun: connections are taken in their order.
        #expect(try await server.client.proofs(of: Fixture.holder()).isEmpty)
        server.stop()
        try socket.write(Array(bytes.dropFirst(100)), before: Deadline(seconds: 300))
        socket.endWriting()
        let answer = try socket.readAll(limit: 1 << 20, before: Deadline(seconds: 300))
        #expect(try SigningAnswer(parsing: answer).delivered != nil)
        #expect(server.hasStopped())
    }

    /// What an answer that nobody takes told of stays in the register.
    @Test func anAnswerThatNobodyTakesIsLostAndSaidToBe() async throws {
        let server = try RunningServer()
        try Self.askAndHangUp(
            .issue(Fixture.wish(), for: Fixture.holder(), key: Fixture.key()), server)
        // So that the first is begun: connections are taken in their order.
        _ = try await server.client.proofs(of: Fixture.holder())
        server.stop()
        #expect(server.hasStopped())
        #expect(server.logged.contains(#""ask":"issue","at""#))
        #expect(server.logged.contains(#""event":"answer-lost""#))
        #expect(try server.fixture.register.counts().map(\.issued) == [1])
    }

    private static func askAndHangUp(_ request: SigningRequest, _ server: RunningServer) throws {
        let socket = try server.connect()
        try socket.write(request.json.lineBytes(), before: Deadline(seconds: 300))
    }

    @Test func theLogSaysNothingOfAPerson() async throws {
        let server = try RunningServer()
        let (client, holder, key) = (
            server.client, try Fixture.holder("marker-sub"), try Fixture.key(3)
        )
        let proof = try await client.issue(Fixture.wish(), for: holder, key: key)
        _ = try await client.cancel(proof.reference, of: holder)
        _ = try? Self.answer(to: Array("{\"marker-field\": \"marker-value\"}".utf8), server)
        server.stop()
        #expect(server.hasStopped())
        let logged = server.logged
        #expect(
            logged.contains(
                """
                {"ask":"issue","at":"2026-11-02T09:30:00Z","event":"answered","milliseconds":0,\
                "result":"issued"}
                """))
        #expect(logged.contains("\"ask\":null") && logged.contains("bad-request"))
        for marker in ["marker", key.text, "\(proof.reference)", proof.text, "TERRASSIER"] {
            #expect(!logged.contains(marker), "\(marker)")
        }
    }

    @Test func aServiceThatIsNotThereIsUnreachable() async throws {
        let folder = TemporaryFolder()
        for path in [folder.file("none.sock"), String(repeating: "a", count: 200)] {
            let fault = await #expect(throws: OfficeFault.self) {
                try await OfficeClient(socket: path).cancelAll(of: Fixture.holder())
            }
            guard case .unreachable = fault else {
                Issue.record("\(String(describing: fault))")
                continue
            }
        }
    }

    /// A service that takes the question and says nothing, or something else.
    @Test func aServiceThatDoesNotAnswerIsGivenUp() async throws {
        let folder = TemporaryFolder()
        let path = folder.file("sign.sock")
        let listener = try LocalListener(at: path)
        let client = OfficeClient(socket: path, timeLimit: .seconds(1))
        await #expect(throws: OfficeFault.timedOut) {
            try await client.proofs(of: Fixture.holder())
        }
        _ = listener.accept()
        async let fault = #expect(throws: OfficeFault.self) {
            try await OfficeClient(socket: path, timeLimit: .seconds(300)).preview(
                Fixture.wish())
        }
        var taken: LocalSocket?
        while taken == nil {
            taken = listener.accept()
            await Task.yield()
        }
        let proofs = SigningAnswer.proofs([]).json.lineBytes()
        try taken?.write(proofs, before: Deadline(seconds: 300))
        taken = nil
        #expect(await fault == .badAnswer)
    }
}
