import HTTPTypes

/// Tells forms of our own pages from those of others.
enum OriginGuard {
    /// Whether a browser says that the request comes from a page of the same scheme, host and port.
    ///
    /// A request that says neither is refused: every browser says at least one of the two with a POST.
    static func admits(_ head: HTTPRequest) -> Bool {
        let origin = head.headerFields[.origin]
        let site = head.headerFields[.fetchSite]
        guard origin != nil || site != nil else { return false }
        let own = "http://" + (head.authority ?? "").lowercased()
        return (origin ?? own).lowercased() == own && (site ?? "same-origin") == "same-origin"
    }
}

extension HTTPField.Name {
    /// `Sec-Fetch-Site`, of the W3C's Fetch Metadata Request Headers.
    static var fetchSite: Self { Self("Sec-Fetch-Site") ?? .origin }
}
