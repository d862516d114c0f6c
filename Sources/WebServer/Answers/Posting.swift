import HTTPTypes
import Hummingbird
import NIOCore
import NIOPosix
import Web

/// The pages on which people decide, below `/review`.
struct Posting: Sendable {
    let review: any ReviewPages
    let session: Session
    let limits: ServerLimits

    static let folder = "review"

    func answer(_ request: Request, at path: PagePath, on pool: NIOThreadPool) async throws -> Response {
        switch path.segments {
        case [Self.folder]:
            switch request.method {
            case .get, .head: try await show(request, on: pool)
            case .post: try await submit(request, on: pool)
            default: throw Refusal.method(allowed: "GET, HEAD, POST")
            }
        case [Self.folder, KeyScript.name]:
            try script(request.method)
        default: throw Refusal.missing(nearest: PagePath([Self.folder]))
        }
    }

    private func show(_ request: Request, on pool: NIOThreadPool) async throws -> Response {
        let query = Dictionary(
            request.uri.queryParameters.map { (String($0.key), String($0.value)) },
            uniquingKeysWith: { first, _ in first })
        if let token = query["token"] { return try enter(with: token) }
        let formToken = session.admits(request) ? session.formToken : nil
        let file = try await pool.runIfActive { [review] in try review.page(query, formToken: formToken) }
        var response = Response(
            status: .ok, headers: Response.formProtections, body: .init(byteBuffer: ByteBuffer(bytes: file.bytes)))
        response.headers[.contentType] = file.mediaType
        response.headers[.cacheControl] = "no-store"
        return response
    }

    /// Takes the token out of the address, where others may see it, into a cookie.
    private func enter(with token: String) throws -> Response {
        guard session.isToken(token) else { throw Refusal.foreign }
        var response = Response(leadingTo: "/" + Self.folder)
        response.headers[.setCookie] = session.cookieField
        return response
    }

    private func submit(_ request: Request, on pool: NIOThreadPool) async throws -> Response {
        guard OriginGuard.admits(request.head), session.admits(request) else { throw Refusal.foreign }
        var fields = try await fields(of: request)
        guard let token = fields.removeValue(forKey: "token"), session.isFormToken(token) else { throw Refusal.foreign }
        let form = fields
        return Response(leadingTo: try await pool.runIfActive { [review] in try review.submit(form) })
    }

    private func fields(of request: Request) async throws -> [String: String] {
        let type = request.headers[.contentType] ?? ""
        guard type.lowercased().hasPrefix("application/x-www-form-urlencoded") else { throw Refusal.malformed }
        guard request.headers[.contentLength].flatMap(Int.init) ?? 0 <= limits.formBytes else { throw Refusal.large }
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: limits.formBytes)
        } catch is NIOTooManyBytesError {
            throw Refusal.large
        }
        guard let text = String(validating: body.readableBytesView, as: UTF8.self),
            let fields = try? URLEncodedFormDecoder().decode([String: String].self, from: text)
        else { throw Refusal.malformed }
        return fields
    }

    private func script(_ method: HTTPRequest.Method) throws -> Response {
        guard [.get, .head].contains(method) else { throw Refusal.method(allowed: "GET, HEAD") }
        var response = Response(
            status: .ok, headers: Response.protections, body: .init(byteBuffer: ByteBuffer(string: KeyScript.text)))
        response.headers[.contentType] = "text/javascript; charset=utf-8"
        response.headers[.cacheControl] = "no-cache"
        return response
    }
}
