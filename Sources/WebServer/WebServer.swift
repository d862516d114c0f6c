import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
package import Web

/// Serves the pages of a story over HTTP.
///
/// Everybody who reaches the address may read. Posting needs the token that ``Listening/reviewURL`` holds.
package struct WebServer: Sendable {
    /// Where a server that has started can be reached.
    package struct Listening: Hashable, Sendable {
        /// The address, with the port that was free where none was asked for.
        package let address: ListeningAddress
        /// Where to decide: the link lets whoever opens it post; `nil` when there is nothing to post.
        package let reviewURL: String?
    }

    private let site: any PageSource
    private let review: (any ReviewPages)?
    private let address: ListeningAddress
    private let limits: ServerLimits
    private let onFault: @Sendable (any Error) -> Void

    /// - Parameters:
    ///   - site: where the pages come from; asked from several threads at once.
    ///   - review: what is to be decided; `nil` when nothing can be posted.
    ///   - onFault: is told why a page could not be made; the visitor is not.
    package init(
        site: any PageSource, review: (any ReviewPages)? = nil, at address: ListeningAddress,
        limits: ServerLimits = ServerLimits(), onFault: @escaping @Sendable (any Error) -> Void
    ) {
        (self.site, self.review, self.address, self.limits, self.onFault) = (site, review, address, limits, onFault)
    }

    /// Serves until `stop` returns, then finishes the requests that are under way.
    ///
    /// - Parameters:
    ///   - stop: waits for a reason to stop, and returns when it is cancelled.
    ///   - onListening: is called once the address can be reached.
    /// - Returns: what `stop` returned.
    package func run<Reason: Sendable>(
        until stop: @escaping @Sendable () async -> Reason,
        onListening: @escaping @Sendable (Listening) -> Void
    ) async throws(ServerError) -> Reason {
        let pool = NIOThreadPool(numberOfThreads: limits.threads)
        pool.start()
        let result: Result<Reason, any Error>
        do {
            result = .success(try await Self.run(group(on: pool, onListening), until: stop))
        } catch {
            result = .failure(error)
        }
        try? await pool.shutdownGracefully()
        do { return try result.get() } catch { throw ServerError(error, at: address) }
    }

    private static func run<Reason: Sendable>(
        _ group: ServiceGroup, until stop: @escaping @Sendable () async -> Reason
    ) async throws -> Reason {
        async let reason = {
            let reason = await stop()
            await group.triggerGracefulShutdown()
            return reason
        }()
        try await group.run()
        return await reason
    }

    private func group(
        on pool: NIOThreadPool, _ onListening: @escaping @Sendable (Listening) -> Void
    ) -> ServiceGroup {
        let silent = Logger(label: "annals") { _ in SwiftLogNoOpLogHandler() }
        let session = Session()
        let application = Application(
            responder: SiteResponder(
                pages: Pages(site: site, keptBytes: limits.keptBytes),
                posting: review.map { Posting(review: $0, session: session, limits: limits) },
                guarding: HostGuard(address), limits: limits, pool: pool, onFault: onFault),
            server: .http1(configuration: channel),
            configuration: ApplicationConfiguration(
                address: .hostname(address.host, port: address.port),
                availableConnectionsDelegate: .maximum(limits.connections, logger: silent)),
            onServerRunning: { channel in
                let address = address.with(port: channel.localAddress?.port ?? address.port)
                onListening(Listening(address: address, reviewURL: review.map { _ in session.url(at: address) }))
            },
            logger: silent)
        var configuration = ServiceGroupConfiguration(services: [application], logger: silent)
        configuration.maximumGracefulShutdownDuration = limits.stop
        return ServiceGroup(configuration: configuration)
    }

    private var channel: HTTP1Channel.Configuration {
        let exchange = TimeAmount(limits.exchange)
        return HTTP1Channel.Configuration(
            additionalChannelHandlers: [ExchangeDeadline(exchange), HeadRefusal()],
            idleTimeout: TimeAmount(limits.rest),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: limits.headBytes, maxHeaderListSize: limits.headBytes,
                maxHeaderFieldCount: limits.headFields))
    }
}
