import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Ends a connection whose visitor sends a request, or reads the answer, too slowly.
///
/// A connection that rests between two requests is the business of Hummingbird's idle time-out, which does not look at one on which
/// something is under way.
final class ExchangeDeadline: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limit: TimeAmount
    private var timer: Scheduled<Void>?
    private var requestsUnanswered = 0
    private var isRequestComing = false
    private var isClosing = false

    init(_ limit: TimeAmount) { self.limit = limit }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        // What is left of a form that was refused: read away, so that the refusal is not lost with the connection.
        guard !isClosing else { return }
        switch unwrapInboundIn(data) {
        case .head:
            isRequestComing = true
            requestsUnanswered += 1
            if requestsUnanswered == 1 { begin(context) }
        case .body: break
        case .end: isRequestComing = false
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .end = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
        let sent = promise ?? context.eventLoop.makePromise()
        sent.futureResult.assumeIsolated().whenComplete { _ in self.answered(context) }
        context.write(data, promise: sent)
    }

    func handlerRemoved(context: ChannelHandlerContext) { end() }

    func channelInactive(context: ChannelHandlerContext) {
        end()
        context.fireChannelInactive()
    }

    private func answered(_ context: ChannelHandlerContext) {
        requestsUnanswered -= 1
        if requestsUnanswered == 0, isRequestComing {
            isClosing = true
            context.close(mode: .output, promise: nil)
        } else if requestsUnanswered == 0 {
            end()
        } else {
            begin(context)
        }
    }

    private func begin(_ context: ChannelHandlerContext) {
        end()
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: limit) { context.close(promise: nil) }
    }

    private func end() {
        timer?.cancel()
        timer = nil
    }
}
