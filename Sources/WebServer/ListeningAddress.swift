import NIOCore

/// A numeric address of this machine, and a port.
package struct ListeningAddress: Hashable, Sendable {
    /// The address in digits, such as `127.0.0.1` or `::1`.
    package let host: String
    /// The port; 0 stands for any that is free.
    package let port: Int

    /// - Parameter host: an address in digits, or `localhost`.
    /// - Returns: `nil` when it is neither, or the port is not one.
    package init?(host: String, port: Int) {
        guard (0...65535).contains(port) else { return nil }
        guard let host = host == "localhost" ? "127.0.0.1" : Self.normalised(host) else { return nil }
        (self.host, self.port) = (host, port)
    }

    /// Whether only this machine reaches it.
    package var isLoopback: Bool { Self.isLoopback(host) }

    /// The address as a browser takes it: `http://127.0.0.1:8320/`.
    package var url: String { "http://\(host.contains(":") ? "[\(host)]" : host):\(port)/" }

    func with(port: Int) -> ListeningAddress { ListeningAddress(host: host, port: port) ?? self }

    /// The one spelling of an address in digits; `nil` when it is not in digits.
    static func normalised(_ host: String) -> String? { try? SocketAddress(ipAddress: host, port: 0).ipAddress }

    static func isLoopback(_ host: String) -> Bool {
        switch normalised(host) {
        case "::1": true
        case let address?: address.hasPrefix("127.")
        case nil: false
        }
    }
}
