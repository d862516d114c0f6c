/// Tells requests that were meant for this server from those of a page whose name was made to lead here.
///
/// A name can be bound again to this machine by whoever owns it (DNS rebinding); an address in digits cannot, and `localhost`
/// is the machine's own (RFC 6761, section 6.3). The port may be another: a tunnel leads here from one.
struct HostGuard: Sendable {
    private let isLoopback: Bool

    init(_ address: ListeningAddress) { isLoopback = address.isLoopback }

    /// Whether `authority`, the request's `Host`, is one of this server's.
    func admits(_ authority: String) -> Bool {
        guard let host = Self.host(of: authority) else { return false }
        if host.lowercased() == "localhost" { return true }
        return isLoopback ? ListeningAddress.isLoopback(host) : ListeningAddress.normalised(host) != nil
    }

    /// The host without its port; `nil` when it is not `host`, `host:port`, `[address]` or `[address]:port`.
    private static func host(of authority: String) -> String? {
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
            let rest = authority[authority.index(after: end)...]
            return isPort(rest) ? String(authority[authority.index(after: authority.startIndex)..<end]) : nil
        }
        let end = authority.firstIndex(of: ":") ?? authority.endIndex
        return isPort(authority[end...]) ? String(authority[..<end]) : nil
    }

    private static func isPort(_ text: Substring) -> Bool {
        text.isEmpty || text.count > 1 && text.first == ":" && text.dropFirst().allSatisfy { ("0"..."9").contains($0) }
    }
}
