import Explaining
import Hummingbird
import Synchronization
import Testing
import WebRules

@testable import WebServing

/// A server with a few routes, asked by raw bytes.
@Suite(.timeLimit(.minutes(1))) struct WebServerTests {
    private struct Unforeseen: Error {}

    private final class Records: Sendable {
        let all = Mutex<[RequestRecord]>([])
    }

    private let port: Int
    private let records: Records

    init() throws { (port, records) = try WebServerTests.start() }

    private static func start(_ limits: WebLimits = WebLimits()) throws -> (Int, Records) {
        let records = Records()
        let router = Router(context: BasicRequestContext.self)
        router.get("here") { _, _ in "here" }
        router.get("fault") { _, _ -> String in throw Unforeseen() }
        router.get("own") { _, _ in
            Response(status: .ok, headers: [.contentSecurityPolicy: "default-src 'self'"])
        }
        router.post("echo") { request, _ in
            String(decoding: try await request.bytes(upTo: 8), as: UTF8.self)
        }
        let socket = try ListeningSocket(port: 0)
        let server = WebServer(
            on: socket, as: .loopback(port: socket.port), limits: limits, .french,
            routes: router.buildResponder()
        ) { record in records.all.withLock { $0.append(record) } }
        _ = try server.start()
        return (socket.port, records)
    }

    private func ask(_ line: String, _ fields: String..., body: String = "") async -> String {
        let host = "Host: 127.0.0.1:\(port)"
        let all = ([line + " HTTP/1.1", host] + fields).joined(separator: "\r\n")
        return await RawClient.ask(port, all, body: body)
    }

    @Test func answersItsRoutesAndNoOther() async {
        #expect(await ask("GET /here").hasPrefix("HTTP/1.1 200 "))
        #expect(await ask("GET /here").hasSuffix("\r\n\r\nhere"))
        let missing = await ask("GET /elsewhere")
        #expect(missing.hasPrefix("HTTP/1.1 404 "))
        #expect(missing.contains("\"no-page\""))
    }

    @Test func givesEveryAnswerItsFields() async {
        let answers = [
            await ask("GET /here"), await ask("GET /elsewhere"), await ask("GET /fault"),
            await ask("POST /echo", body: "too much of it"),
            await RawClient.ask(port, "GET /here HTTP/1.1"),
            await RawClient.ask(port, "nonsense"),
            await ask("POST /echo", "Origin: http://evil.example"),
        ]
        let statuses = ["200", "404", "500", "413", "421", "400", "403"]
        for (answer, status) in zip(answers, statuses) {
            #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(answer)")
            for field in AnswerFields.all {
                #expect(answer.contains("\r\n\(field.name): \(field.value)\r\n"), "\(status)")
            }
        }
        #expect(!answers.joined().contains("Unforeseen"))
    }

    @Test func letsAnAnswerHaveAPolicyOfItsOwn() async {
        let answer = await ask("GET /own")
        #expect(answer.lowercased().contains("content-security-policy: default-src 'self'\r\n"))
        #expect(!answer.contains("default-src 'none'"))
        #expect(answer.contains("\r\nx-content-type-options: nosniff\r\n"))
    }

    @Test func takesOneHostOfItsOwn() async {
        let twice = "Host: 127.0.0.1:\(port)"
        #expect(await ask("GET /here", twice).hasPrefix("HTTP/1.1 421 "))
        #expect(await ask("GET /here", "hOST: evil.example").hasPrefix("HTTP/1.1 421 "))
        #expect(
            await RawClient.ask(port, "GET /here HTTP/1.1", "Host: evil.example:\(port)").hasPrefix(
                "HTTP/1.1 421 "))
        #expect(
            await RawClient.ask(port, "GET /here HTTP/1.1", "Host: localhost:\(port)").hasPrefix(
                "HTTP/1.1 200 "))
    }

    @Test func takesABodyWithinItsLimitHoweverItIsSent() async {
        #expect(await ask("POST /echo", body: "12345678").hasSuffix("\r\n\r\n12345678"))
        let chunked = "4\r\n1234\r\n4\r\n5678\r\n0\r\n\r\n"
        let over = "4\r\n1234\r\n5\r\n56789\r\n0\r\n\r\n"
        for (body, status) in [(chunked, "200"), (over, "413")] {
            let answer = await RawClient.exchange(
                port,
                "POST /echo HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n" + body)
            #expect(answer.hasPrefix("HTTP/1.1 \(status) "))
        }
    }

    @Test func asksForABodyThatWaits() async {
        let answer = await ask("POST /echo", "Expect: 100-continue", body: "1234")
        #expect(answer.hasPrefix("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 "))
    }

    @Test func answersPipelinedRequestsInOrder() async {
        let one = "GET /here HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
        let other = "GET /no HTTP/1.1\r\nHost: localhost:\(port)\r\n"
        let answers = await RawClient.exchange(
            port, "\(one)\r\n\(other)\r\n\(one)Connection: close\r\n\r\n")
        let statuses = answers.matches(of: /HTTP\/1\.1 (\d+)/).map { String($0.1) }
        #expect(statuses == ["200", "404", "200"])
    }

    @Test func writesDownNothingThatAClientChose() async {
        _ = await ask("GET /here?secret=1")
        _ = await ask("GET /secret")
        _ = await ask("PURGE /here?secret")
        let all = records.all.withLock { $0 }
        #expect(all.map(\.route) == ["/here", nil, nil])
        #expect(all.map(\.method) == ["GET", "GET", "OTHER"])
        #expect(!"\(all)".lowercased().contains("secret"))
    }

    @Test func asksForPatienceAfterTooManyRequests() async throws {
        var limits = WebLimits()
        (limits.burst, limits.perSecond) = (2, 0)
        let (port, _) = try WebServerTests.start(limits)
        var answers: [String] = []
        for _ in 0..<3 {
            answers.append(
                await RawClient.ask(port, "GET /here HTTP/1.1", "Host: 127.0.0.1:\(port)"))
        }
        #expect(answers[1].hasPrefix("HTTP/1.1 200 "))
        #expect(answers[2].hasPrefix("HTTP/1.1 429 "))
        #expect(answers[2].lowercased().contains("retry-after: 1\r\n"))
    }

    @Test(arguments: ["", "GET /here HT", "POST /echo HTTP/1.1\r\nContent-Length: 5\r\n\r\n12"])
    func endsAConnectionThatStandsStill(sent: String) async throws {
        var limits = WebLimits()
        (limits.head, limits.body) = (.milliseconds(300), .milliseconds(300))
        let (port, _) = try WebServerTests.start(limits)
        // Ends when the server closes, or never.
        _ = await RawClient.exchange(port, sent)
    }

    @Test func takesTheNextConnectionWhenOneEnds() async throws {
        var limits = WebLimits()
        (limits.connections, limits.head) = (2, .milliseconds(300))
        let (port, _) = try WebServerTests.start(limits)
        let idle = (0..<4).map { _ in Idle(port) }
        let answer = await RawClient.ask(port, "GET /here HTTP/1.1", "Host: 127.0.0.1:\(port)")
        #expect(answer.hasPrefix("HTTP/1.1 200 "))
        #expect(idle.count == 4)
    }

    private final class Idle {
        private let client: RawClient
        init(_ port: Int) { client = RawClient(port: port) }
    }
}
