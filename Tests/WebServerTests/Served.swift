import Synchronization
import Testing
import Web
import WebServer

/// A server that runs for the length of a test.
struct Served: Sendable {
    let port: Int
    let reviewURL: String
    let faults: Faults

    /// Why pages could not be made.
    final class Faults: Sendable {
        private let all = Mutex<[any Error]>([])

        var count: Int { all.withLock(\.count) }

        func add(_ fault: any Error) { all.withLock { $0.append(fault) } }
    }

    /// The token of the link that the server printed.
    var token: String { String(reviewURL.drop { $0 != "=" }.dropFirst()) }

    /// Sends a request of one's own making on a connection of its own, and reads what comes until its end.
    func send(_ text: String) async throws -> Reply {
        let answer = try await withConnection(to: port) { visitor in
            try await visitor.send(text)
            return try await visitor.readToEnd()
        }
        return try #require(Reply(answer), "\(answer)")
    }

    /// Whether a visitor is answered.
    ///
    /// Where little patience is shown, one whom a busy machine holds up is let go, and asks again.
    func isAnswering() async throws -> Bool {
        for _ in 0..<50 {
            let answer = try await withConnection(to: port) { visitor in
                try await visitor.send("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                return try await visitor.readToEnd()
            }
            if let reply = Reply(answer) { return reply.status == 200 }
        }
        return false
    }

    /// Sends a request as a browser at the server's own address does.
    func request(
        _ method: String = "GET", _ target: String, _ fields: [String: String] = [:], body: String = ""
    ) async throws -> Reply {
        var all = ["Host": "127.0.0.1:\(port)", "Connection": "close"].merging(fields) { _, own in own }
        if !body.isEmpty, all["Transfer-Encoding"] == nil {
            all["Content-Length"] = all["Content-Length"] ?? "\(body.utf8.count)"
        }
        let lines = all.sorted { $0.key < $1.key }.map { "\($0): \($1)\r\n" }.joined()
        return try await send("\(method) \(target) HTTP/1.1\r\n\(lines)\r\n\(body)")
    }
}

/// Serves a site on a free port while `body` runs, then stops as a person at the terminal does.
func withServer(
    _ site: any PageSource = SampleSite(), review: (any ReviewPages)? = nil, limits: ServerLimits = .patient,
    _ body: (Served) async throws -> Void
) async throws {
    let address = try #require(ListeningAddress(host: "127.0.0.1", port: 0))
    let (listening, announcement) = AsyncStream.makeStream(of: WebServer.Listening.self)
    let (stopping, stop) = AsyncStream.makeStream(of: Void.self)
    let faults = Served.Faults()
    let server = WebServer(site: site, review: review, at: address, limits: limits) { faults.add($0) }
    async let end: Void = {
        defer { announcement.finish() }
        try await server.run {
            for await _ in stopping {}
        } onListening: {
            announcement.yield($0)
        }
    }()
    var announced = listening.makeAsyncIterator()
    guard let news = await announced.next() else { return try await end }
    let served = Served(port: news.address.port, reviewURL: news.reviewURL ?? "", faults: faults)
    let result: Result<Void, any Error>
    do { result = .success(try await body(served)) } catch { result = .failure(error) }
    stop.finish()
    try await end
    try result.get()
}

extension ServerLimits {
    /// As long as it takes: other tests may hold all threads for minutes, and whoever waits that long is to be answered.
    fileprivate static var patient: ServerLimits {
        var limits = ServerLimits()
        limits.rest = .seconds(900)
        limits.exchange = .seconds(900)
        return limits
    }
}
