internal import CCurl
internal import Glibc
internal import Threads
package import WebRules

/// Calls other services by Debian's libcurl (Spec/decisions/0015-portal-libraries.md).
///
/// A call follows no redirect, uses no proxy and sends no cookie. It waits on threads of its own,
/// never on those of Swift's concurrency.
package struct OutgoingCaller: Sendable {
    /// The largest answer, in bytes.
    package static let byteLimit = 262_144

    private let authorities: String?
    private let timeLimit: Duration
    private let threads: BlockingThreads

    /// `authorities` is a file of CA certificates, nil for those of the system; a call takes at
    /// most `timeLimit`, its wait for one of `threads` included.
    package init(
        authorities: String? = nil, timeLimit: Duration = .seconds(5), threads: Int = 32
    ) {
        self.authorities = authorities
        self.timeLimit = timeLimit
        self.threads = BlockingThreads(limit: threads)
    }

    /// What a GET returns, whatever its status.
    ///
    /// `bearer` goes into `Authorization`; it and `fields` are visible ASCII. `limit` shortens the
    /// time of a call.
    package func get(
        _ address: WebAddress, bearer: String? = nil, fields: [OutgoingField] = [],
        within limit: Duration? = nil
    ) async throws(OutgoingFault) -> OutgoingAnswer {
        let bearing = bearer.map { [OutgoingField("Authorization", "Bearer \($0)")] } ?? []
        return try await call(address, form: nil, bearing + fields, limit)
    }

    /// What a POST of a form returns, whatever its status.
    package func post(
        _ form: String, to address: WebAddress, fields: [OutgoingField] = [],
        within limit: Duration? = nil
    ) async throws(OutgoingFault) -> OutgoingAnswer {
        try await call(address, form: form, fields, limit)
    }

    private func call(
        _ address: WebAddress, form: String?, _ fields: [OutgoingField], _ limit: Duration?
    ) async throws(OutgoingFault) -> OutgoingAnswer {
        let authorities = authorities
        let end = ContinuousClock.now + min(timeLimit, limit ?? timeLimit)
        let lines = fields.map(\.line).joined(separator: "\n")
        return try await threads.run { () throws(OutgoingFault) in
            let milliseconds = OutgoingCaller.milliseconds(ContinuousClock.now.duration(to: end))
            // libcurl takes 0 for no limit.
            guard milliseconds > 0 else { throw .timedOut(address.origin) }
            var answer = jcurl_answer()
            var body = [UInt8](repeating: 0, count: OutgoingCaller.byteLimit)
            let result = unsafe jcurl_call(
                address.text, address.isLoopback ? 1 : 0, form, lines, authorities, milliseconds,
                &body, OutgoingCaller.byteLimit, &answer)
            if let fault = OutgoingFault(result, address.origin) { throw fault }
            body.removeLast(body.count - answer.count)
            return OutgoingAnswer(
                status: answer.status, body: body,
                retryAfter: answer.retry_after < 0 ? nil : .seconds(answer.retry_after))
        }
    }

    private static func milliseconds(_ time: Duration) -> Int {
        let (seconds, attoseconds) = time.components
        return Int(clamping: seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000)
    }
}

/// A field of the header of a call.
package struct OutgoingField: Sendable {
    fileprivate let line: String

    /// `value` is visible ASCII and spaces; what would end the line is taken out.
    package init(_ name: String, _ value: String) {
        let visible = value.utf8.filter { (0x20...0x7E).contains($0) }
        line = "\(name): " + String(decoding: visible, as: UTF8.self)
    }
}

/// What another service answered.
package struct OutgoingAnswer: Equatable, Sendable {
    package let status: Int
    /// At most `OutgoingCaller.byteLimit` bytes.
    package let body: [UInt8]
    /// `Retry-After` where it is a number of seconds; at most 999,999.
    package let retryAfter: Duration?
}
