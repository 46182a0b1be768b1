internal import Hummingbird
internal import NIOCore
internal import NIOHTTPTypes

/// Ends a connection whose client is too slow: to ask, to send, or to read.
///
/// One alarm a connection, set anew at each step. The server below knows an idle time only, which
/// a byte a second keeps from ever coming.
final class ConnectionClock: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limits: WebLimits
    private var alarm: Scheduled<Void>?
    private var answersDue = 0

    init(_ limits: WebLimits) { self.limits = limits }

    func handlerAdded(context: ChannelHandlerContext) { set(limits.head, context) }

    func handlerRemoved(context: ChannelHandlerContext) { alarm?.cancel() }

    func channelInactive(context: ChannelHandlerContext) {
        alarm?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            answersDue += 1
            set(limits.body, context)
            if head.headerFields[.expect] == "100-continue" { encourage(context) }
        case .body: break
        case .end: set(limits.answer, context)
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .end = unwrapOutboundIn(data) else {
            return context.write(data, promise: promise)
        }
        let written = promise ?? context.eventLoop.makePromise(of: Void.self)
        written.futureResult.assumeIsolated().whenComplete { _ in
            self.answersDue = max(0, self.answersDue - 1)
            self.set(self.answersDue == 0 ? self.limits.head : self.limits.answer, context)
        }
        context.write(data, promise: written)
    }

    private func set(_ time: Duration, _ context: ChannelHandlerContext) {
        alarm?.cancel()
        alarm = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(time)) {
            context.close(promise: nil)
        }
    }

    /// Asks for the body at once, for which some clients wait (RFC 9110 10.1.1).
    private func encourage(_ context: ChannelHandlerContext) {
        context.writeAndFlush(
            wrapOutboundOut(.head(HTTPResponse(status: .continue))), promise: nil)
    }
}

@available(*, unavailable)
extension ConnectionClock: Sendable {}
