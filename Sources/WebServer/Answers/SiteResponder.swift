import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1
import NIOPosix

/// Answers each request: with a page, with what a form led to, or with the reason why not.
struct SiteResponder: HTTPResponder {
    let pages: Pages
    let posting: Posting?
    let guarding: HostGuard
    let limits: ServerLimits
    /// Where pages are made, which may take long: not on the threads that wait for the network.
    let pool: NIOThreadPool
    let onFault: @Sendable (any Error) -> Void

    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        do {
            let response = try await answer(request)
            return request.method == .head ? response.createHeadResponse() : response
        } catch let refusal as Refusal {
            return Response(refusal)
        } catch let error as HTTPParserError {
            throw error
        } catch {
            onFault(error)
            return Response(.fault)
        }
    }

    private func answer(_ request: Request) async throws -> Response {
        guard let authority = request.head.authority, !request.hasSecondHost, guarding.admits(authority) else {
            throw Refusal.host
        }
        let target = request.head.path ?? ""
        guard target.utf8.count <= limits.targetBytes else { throw Refusal.long }
        guard let path = PagePath(target: target) else { throw Refusal.malformed }
        if let posting, path.segments.first == Posting.folder {
            return try await posting.answer(request, at: path, on: pool)
        }
        guard [.get, .head].contains(request.method) else { throw Refusal.method(allowed: "GET, HEAD") }
        let known = request.headers[.ifNoneMatch]
        // Most are there: to hand them to another thread would take longer than to send them.
        if let shown = pages.pageAtHand(at: path) { return Response(shown, known: known) }
        return try await pool.runIfActive {
            guard let shown = try pages.page(at: path) else {
                throw Refusal.missing(nearest: try pages.nearest(to: path))
            }
            return Response(shown, known: known)
        }
    }
}

extension Request {
    /// Whether there is a `Host` beside the one that was taken out of the fields.
    fileprivate var hasSecondHost: Bool { headers.contains { $0.name.canonicalName == "host" } }
}

extension Response {
    /// A page, or word that the visitor has it already.
    ///
    /// - Parameter known: the entity tags of `If-None-Match`.
    fileprivate init(_ shown: ShownPage, known: String?) {
        let page = shown.page
        let isKnown = known.map { Self.tags($0, hold: page.tag) } ?? false
        self.init(
            status: isKnown ? .notModified : .ok, headers: Self.protections,
            body: isKnown ? .init() : .init(byteBuffer: page.body))
        if isKnown { headers[.contentLength] = nil } else { headers[.contentType] = page.mediaType }
        headers[.eTag] = page.tag
        headers[.revision] = shown.revision
        // Kept by the browser, and asked for again each time: a revision may have come.
        headers[.cacheControl] = "no-cache"
    }

    /// RFC 9110, section 13.1.2, by weak comparison.
    private static func tags(_ known: String, hold tag: String) -> Bool {
        known.split(separator: ",").contains { part in
            let name = part.trimmingPrefix { $0 == " " }
            return name.hasPrefix("*") || (name.hasPrefix("W/") ? name.dropFirst(2) : name).hasPrefix(tag)
        }
    }
}
