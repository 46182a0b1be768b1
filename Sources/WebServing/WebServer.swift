package import Explaining
internal import Glibc
package import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOPosix
package import WebRules

/// A server on this machine: routes of the caller's, behind what every web program of ours needs.
///
/// Hummingbird's own application binds a host name and waits on a runtime of services; ours takes a
/// socket that exists, so that the program may have given up making any, and ends by a signal.
package struct WebServer<Routes: HTTPResponder>
where Routes.Context: RequestContext, Routes.Context.Source == ApplicationRequestContextSource {
    private let socket: ListeningSocket
    private let limits: WebLimits
    private let routes: Routes
    private let gate: Gate

    /// Answers by `routes` under the names of `site`; errors are told in `language`.
    ///
    /// `openForms` are paths to which pages of other sites may send a form. `record` is called for
    /// every request, on any thread.
    package init(
        on socket: ListeningSocket, as site: Site, limits: WebLimits = WebLimits(),
        openForms: Set<String> = [], _ language: Language, routes: Routes,
        record: @escaping @Sendable (RequestRecord) -> Void = { _ in }
    ) {
        self.socket = socket
        self.limits = limits
        self.routes = routes
        gate = Gate(site, limits, openForms, language, record)
    }

    /// Serves until SIGTERM or SIGINT, then lets answers that are under way end.
    ///
    /// `onListening` is called when connections are accepted. To be called before the program has
    /// other threads, which would take the signals. Throws `no-socket`.
    package func run(onListening: () throws -> Void) throws {
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        for signal in [SIGTERM, SIGINT] { unsafe sigaddset(&signals, signal) }
        unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
        let listener: any Channel
        do { listener = try start() } catch { throw ListeningFault.refused(errno: EINVAL) }
        try onListening()
        var signal: Int32 = 0
        unsafe sigwait(&signals, &signal)
        try? listener.close().wait()
        let end = ContinuousClock.now + limits.stopping
        // A request that has come may not be counted yet, nor the last answer be on its way.
        repeat { usleep(50_000) } while gate.underWay > 0 && ContinuousClock.now < end
        usleep(50_000)
    }

    func start() throws -> any Channel {
        let log = Logger(label: "web") { _ in SwiftLogNoOpLogHandler() }
        let connections = HTTP1Channel(
            responder: { request, writer, channel in
                let source = ApplicationRequestContextSource(channel: channel, logger: log)
                let context = Routes.Context(source: source)
                let response = try await gate.answer(
                    request, route: { context.endpointPath },
                    { try await routes.respond(to: request, context: context) })
                try await writer.write(response: response.head, body: response.body)
            },
            configuration: HTTP1Channel.Configuration(
                additionalChannelHandlers: [AnswerDresser(), ConnectionClock(limits)],
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: limits.fieldBytes, maxHeaderListSize: limits.fieldBytes,
                    maxHeaderFieldCount: limits.fieldCount)))
        let most = limits.connections
        return try ServerBootstrap(group: MultiThreadedEventLoopGroup(numberOfThreads: 2))
            .serverChannelOption(.backlog, value: ListeningSocket.backlog)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        AvailableConnectionsChannelHandler(maxConnections: most))
                }
            }
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { channel in
                connections.setup(channel: channel, logger: log).map { connection in
                    _ = Task { await connections.handle(value: connection, logger: log) }
                }
            }
            .withBoundSocket(socket.number).wait()
    }
}

extension WebServer: Sendable where Routes: Sendable {}
