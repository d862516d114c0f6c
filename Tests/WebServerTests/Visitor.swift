import Glibc
import NIOCore
import NIOPosix

/// A visitor at a raw connection, who may send whatever they like.
struct Visitor {
    let inbound: NIOAsyncChannelInboundStream<ByteBuffer>
    let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>

    /// Sends what the server takes: a visitor who was let go before is none the worse for it.
    func send(_ text: String) async throws {
        do {
            try await write(text)
        } catch is ChannelError {
        } catch let error as IOError where [EPIPE, ECONNRESET].contains(error.errnoCode) {}
    }

    /// Sends what the server takes.
    ///
    /// - Throws: when it has closed the connection.
    func write(_ text: String) async throws { try await outbound.write(ByteBuffer(string: text)) }

    /// Everything that comes until the server closes the connection.
    func readToEnd() async throws -> String {
        var all = ByteBuffer()
        do {
            for try await part in inbound { all.writeImmutableBuffer(part) }
        } catch let error as IOError where error.errnoCode == ECONNRESET {
            // The server closed it before it had read what was sent last.
        }
        return String(buffer: all)
    }
}

/// Gives `body` a connection to a port of this machine.
///
/// - Parameter receiving: bytes that the system takes in for a visitor who does not read; `nil` for as many as it likes.
func withConnection<Result: Sendable>(
    to port: Int, receiving: Int? = nil, _ body: @Sendable (Visitor) async throws -> Result
) async throws -> Result {
    var bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
    if let receiving {
        bootstrap = bootstrap.channelOption(.socketOption(.so_rcvbuf), value: .init(receiving))
    }
    let channel = try await bootstrap.connect(host: "127.0.0.1", port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
            try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
        }
    }
    return try await channel.executeThenClose { try await body(Visitor(inbound: $0, outbound: $1)) }
}

/// What the server answered.
struct Reply: Sendable {
    let status: Int
    /// The fields by their names in lower case.
    let fields: [String: String]
    let body: String

    init?(_ text: String) {
        guard let end = text.firstRange(of: "\r\n\r\n") else { return nil }
        let lines = text[..<end.lowerBound].split(separator: "\r\n")
        guard let first = lines.first, let status = Int(first.split(separator: " ").dropFirst().first ?? "") else {
            return nil
        }
        self.status = status
        let pairs = lines.dropFirst().compactMap { line -> (String, String)? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            return (line[..<colon].lowercased(), String(line[line.index(after: colon)...].drop { $0 == " " }))
        }
        fields = Dictionary(pairs) { $0 + "; " + $1 }
        body = String(text[end.upperBound...])
    }

    /// The value of a field, `""` when there is none.
    subscript(name: String) -> String { fields[name] ?? "" }
}
