internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import NIOHTTPTypes
internal import WebRules

/// Gives every answer the fields of `AnswerFields` that it does not have, on its way out.
///
/// Here and not among the routes: what the server below says by itself, such as 400, passes here
/// as well.
final class AnswerDresser: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private static let fields = AnswerFields.all.compactMap { field in
        HTTPField.Name(field.name).map { (name: $0, value: field.value) }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .head(var head) = unwrapOutboundIn(data), head.status.code >= 200 else {
            return context.write(data, promise: promise)
        }
        for field in AnswerDresser.fields where head.headerFields[field.name] == nil {
            head.headerFields[field.name] = field.value
        }
        context.write(wrapOutboundOut(.head(head)), promise: promise)
    }
}

@available(*, unavailable)
extension AnswerDresser: Sendable {}
