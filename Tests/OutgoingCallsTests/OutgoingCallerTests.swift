import Glibc
import OutgoingCalls
import Testing
import WebRules

/// Calls to servers on this machine that say one thing and hang up.
@Suite(.timeLimit(.minutes(10))) struct OutgoingCallerTests {
    private func ask(
        _ answer: String, limit: Duration = .seconds(300)
    ) async throws -> (Result<OutgoingAnswer, OutgoingFault>, CannedServer) {
        let server = try CannedServer(answering: answer)
        let address = try #require(WebAddress("http://127.0.0.1:\(server.port)/a?b=c"))
        let caller = OutgoingCaller(timeLimit: limit)
        do throws(OutgoingFault) {
            return (.success(try await caller.get(address, bearer: "abc")), server)
        } catch { return (.failure(error), server) }
    }

    @Test func returnsStatusBodyAndWhenToTryAgain() async throws {
        let (result, server) = try await ask(
            "HTTP/1.1 429 Too Many\r\nRetry-After: 7\r\nContent-Length: 2\r\n\r\nno")
        let answer = try result.get()
        #expect(answer.status == 429)
        #expect(answer.body == Array("no".utf8))
        #expect(answer.retryAfter == .seconds(7))
        let request = server.request()
        #expect(request.hasPrefix("GET /a?b=c HTTP/1.1\r\n"))
        #expect(request.contains("\r\nAuthorization: Bearer abc\r\n"))
        #expect(!request.lowercased().contains("\r\ncookie:"))
    }

    /// What a value holds of ends of lines would be fields of its own.
    @Test func sendsEachFieldOnALineOfItsOwn() async throws {
        let server = try CannedServer(answering: "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        let address = try #require(WebAddress("http://127.0.0.1:\(server.port)/a"))
        _ = try await OutgoingCaller(timeLimit: .seconds(300)).get(
            address, fields: [OutgoingField("A", "1"), OutgoingField("B", "2\r\nC: 3")])
        let request = server.request()
        #expect(request.contains("\r\nA: 1\r\n"))
        #expect(request.contains("\r\nB: 2C: 3\r\n"))
    }

    @Test func asksNobodyOnceTheTimeIsOver() async throws {
        let address = try #require(WebAddress("http://127.0.0.1:9/a"))
        await #expect(throws: OutgoingFault.timedOut("http://127.0.0.1:9")) {
            _ = try await OutgoingCaller(timeLimit: .seconds(300)).get(address, within: .zero)
        }
    }

    @Test func sendsAFormAsABody() async throws {
        let server = try CannedServer(answering: "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        let address = try #require(WebAddress("http://127.0.0.1:\(server.port)/token"))
        let answer = try await OutgoingCaller(timeLimit: .seconds(300)).post("a=1&b=2", to: address)
        #expect(answer.status == 200)
        #expect(answer.retryAfter == nil)
        #expect(server.request().hasSuffix("\r\n\r\na=1&b=2"))
    }

    @Test func followsNoRedirect() async throws {
        let (result, _) = try await ask(
            "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n")
        #expect(try result.get().status == 302)
    }

    @Test(arguments: ["Content-Length: 262145\r\n", ""])
    func refusesABodyThatIsTooLarge(field: String) async throws {
        let body = String(repeating: "x", count: 262_145)
        let (result, server) = try await ask("HTTP/1.1 200 OK\r\n\(field)\r\n\(body)")
        #expect(result == .failure(.tooLarge("http://127.0.0.1:\(server.port)")))
    }

    @Test func givesUpOnAServerThatSaysNothing() async throws {
        let (result, server) = try await ask("", limit: .milliseconds(300))
        #expect(result == .failure(.timedOut("http://127.0.0.1:\(server.port)")))
    }

    @Test func saysThatNobodyListens() async throws {
        let server = try CannedServer(answering: "")
        let port = server.port
        server.close()
        let address = try #require(WebAddress("http://127.0.0.1:\(port)/"))
        await #expect(throws: OutgoingFault.unreachable("http://127.0.0.1:\(port)")) {
            try await OutgoingCaller(timeLimit: .seconds(300)).get(address)
        }
    }
}
