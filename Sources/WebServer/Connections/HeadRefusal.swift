import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Says in our own words why a request whose head is too large, or no head at all, is not read, and ends the connection.
///
/// The framework answers such a head with an empty page.
final class HeadRefusal: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private var isAnswerUnderWay = false

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head): isAnswerUnderWay = head.status.kind != .informational
        case .body: break
        case .end: isAnswerUnderWay = false
        }
        context.write(data, promise: promise)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // In the middle of another answer there is no place for one.
        guard let error = error as? HTTPParserError, !isAnswerUnderWay else { return context.fireErrorCaught(error) }
        let refusal = error == .headerOverflow ? Refusal.largeHead : .malformed
        let page = ByteBuffer(string: refusal.page)
        var head = HTTPResponse(status: refusal.status, headerFields: refusal.fields)
        head.headerFields[.contentLength] = "\(page.readableBytes)"
        head.headerFields[.connection] = "close"
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(page)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        context.close(mode: .output, promise: nil)
    }
}
