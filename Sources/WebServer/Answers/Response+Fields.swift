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
        self.init(
            status: refusal.status, headers: refusal.fields, body: .init(byteBuffer: ByteBuffer(string: refusal.page)))
    }

    /// Leads the browser on to another page, to be read.
    init(leadingTo location: String) {
        self.init(status: .seeOther, headers: Self.protections)
        headers[.location] = location
        headers[.cacheControl] = "no-store"
    }
}

extension Refusal {
    /// The page that says so.
    var page: String {
        let (heading, advice) = words
        let link = link.map { #" <a href="\#($0.link)">\#($0.link)</a>"# } ?? ""
        return """
            <!DOCTYPE html>
            <html lang="en"><meta charset="utf-8"><title>\(heading)</title>
            <h1>\(heading)</h1><p>\(advice)\(link)</p></html>

            """
    }

    /// The fields of the answer.
    var fields: HTTPFields {
        var fields = Response.protections
        fields[.contentType] = "text/html; charset=utf-8"
        fields[.cacheControl] = "no-store"
        if case .method(let allowed) = self { fields[.allow] = allowed }
        return fields
    }
}

extension HTTPField.Name {
    /// `Referrer-Policy`.
    static var referrerPolicy: Self { Self("Referrer-Policy") ?? .referer }

    /// `Annals-Revision`: the id of the revision that a page is of.
    static let revision = Self("Annals-Revision") ?? .eTag
}
