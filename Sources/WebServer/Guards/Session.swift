import HTTPTypes
import Hummingbird

/// The two secrets of one run of the server.
///
/// The link that is printed holds the first; whoever opens it keeps it in a cookie. The second stands in the forms that only they
/// are given. A cookie goes to every port of a host, so the first alone must not be enough to post.
struct Session: Sendable {
    let formToken = Self.secret()
    private let visitorToken = Self.secret()

    private static let cookie = "annals"

    /// The link that lets whoever opens it post.
    func url(at address: ListeningAddress) -> String { "\(address.url)review?token=\(visitorToken)" }

    /// Whether the link's token is the one that was printed.
    func isToken(_ text: String) -> Bool { Self.isEqual(text, visitorToken) }

    /// Whether the request comes from a browser that opened the link.
    func admits(_ request: Request) -> Bool {
        request.cookies[Self.cookie].map { isToken($0.value) } ?? false
    }

    /// Whether a form is one that this server gave out.
    func isFormToken(_ text: String) -> Bool { Self.isEqual(text, formToken) }

    /// The `Set-Cookie` field for a browser that opened the link.
    var cookieField: String { "\(Self.cookie)=\(visitorToken); Path=/review; HttpOnly; SameSite=Strict" }

    /// 128 bits from the system's generator, in hexadecimal.
    private static func secret() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<2).map { _ in
            let digits = String(generator.next() as UInt64, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    /// Takes as long whatever the two have in common, so that a secret cannot be found out letter by letter.
    private static func isEqual(_ one: String, _ other: String) -> Bool {
        guard one.utf8.count == other.utf8.count else { return false }
        return zip(one.utf8, other.utf8).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
