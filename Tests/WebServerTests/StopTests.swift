import Synchronization
import Testing
import WebServer

// Against waiting for ever; other tests may hold all threads for minutes.
@Suite(.timeLimit(.minutes(15))) struct StopTests {
    @Test func `a request under way is answered before the server stops`() async throws {
        let (making, begun) = AsyncStream.makeStream(of: Void.self)
        let release = Release()
        let site = SampleSite {
            begun.finish()
            release.wait()
        }
        var request: Task<Reply, any Error>?
        try await withServer(site) { served async throws in
            request = Task { try await served.request("GET", "/") }
            for await _ in making {}
            // The server is told to stop when this returns.
            Task { release.give() }
        }
        #expect(try await request?.value.status == 200)
    }

    @Test func `a port that is taken is told apart`() async throws {
        try await withServer { served async throws in
            let address = try #require(ListeningAddress(host: "127.0.0.1", port: served.port))
            let second = WebServer(site: SampleSite(), at: address) { _ in }
            let error = await failure(of: second)
            #expect(error?.code == .busy)
            #expect(error?.address.port == served.port)
        }
    }

    @Test func `an address that this machine does not have is told apart`() async throws {
        // Kept for documentation by RFC 5737: nobody has it.
        let address = try #require(ListeningAddress(host: "192.0.2.1", port: 0))
        #expect(await failure(of: WebServer(site: SampleSite(), at: address) { _ in })?.code == .noSuchAddress)
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("127.9.9.9", true), ("::1", true), ("localhost", true), ("0.0.0.0", false), ("::", false),
        ("192.168.0.4", false),
    ])
    func `an address says whether only this machine reaches it`(host: String, isLoopback: Bool) {
        #expect(ListeningAddress(host: host, port: 0)?.isLoopback == isLoopback)
    }

    @Test(arguments: [("example.org", 0), ("", 0), ("127.1", 0), ("127.0.0.1", -1), ("127.0.0.1", 65536)])
    func `a name, or a port that is none, is no address`(host: String, port: Int) {
        #expect(ListeningAddress(host: host, port: port) == nil)
    }
}

/// Lets a page that is being made be finished.
private final class Release: Sendable {
    private let isGiven = Mutex(false)

    func give() { isGiven.withLock { $0 = true } }

    func wait() { while !isGiven.withLock(\.self) {} }
}

/// Why a server does not listen; `nil` when it does.
private func failure(of server: WebServer) async -> ServerError? {
    let (stopping, stop) = AsyncStream.makeStream(of: Void.self)
    do throws(ServerError) {
        try await server.run {
            for await _ in stopping {}
        } onListening: { _ in
            stop.finish()
        }
        return nil
    } catch {
        return error
    }
}
