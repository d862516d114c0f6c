import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// What browsers are told of every answer: no script, frame or other host, no guessing of types, no word to others.
    static let protections: HTTPFields = fields([
        ("Content-Security-Policy", policy(script: "'none'")), ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"), ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ])

    /// The same for the pages with forms: their keys need a script of ours, and a form of a page without a referrer says that it
    /// is from nowhere.
    static let formProtections: HTTPFields = {
        var fields = protections
        fields[.contentSecurityPolicy] = policy(script: "'self'")
        fields[.referrerPolicy] = "same-origin"
        return fields
    }()

    private static func policy(script: String) -> String {
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src \(script); form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'"
    }

    private static func fields(_ pairs: [(String, String)]) -> HTTPFields {
        var fields = HTTPFields()
        for (name, value) in pairs {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return fields
    }

    /// A plain small page that says why not.
    init(_ refusal: Refusal) {
        let (heading, advice) = refusal.words
        let link = refusal.link.map { #" <a href="\#($0.link)">\#($0.link)</a>"# } ?? ""
        let page = """
            <!DOCTYPE html>
            <html lang="en"><meta charset="utf-8"><title>\(heading)</title>
            <h1>\(heading)</h1><p>\(advice)\(link)</p></html>

            """
        self.init(status: refusal.status, headers: Self.protections, body: .init(byteBuffer: ByteBuffer(string: page)))
        headers[.contentType] = "text/html; charset=utf-8"
        headers[.cacheControl] = "no-store"
        if case .method(let allowed) = refusal { headers[.allow] = allowed }
    }

    /// Leads the browser on to another page, to be read.
    init(leadingTo location: String) {
        self.init(status: .seeOther, headers: Self.protections)
        headers[.location] = location
        headers[.cacheControl] = "no-store"
    }
}

extension HTTPField.Name {
    /// `Referrer-Policy`.
    static var referrerPolicy: Self { Self("Referrer-Policy") ?? .referer }
}
