import Testing
import WebServer

// Against waiting for ever; other tests may hold all threads for minutes.
@Suite(.timeLimit(.minutes(15))) struct SlowVisitorTests {
    @Test(arguments: ["", "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "])
    func `a visitor who says nothing, or half of it, is let go`(beginning: String) async throws {
        try await withServer(limits: .hasty) { served async throws in
            let answer = try await withConnection(to: served.port) { visitor in
                try await visitor.send(beginning)
                return try await visitor.readToEnd()
            }
            #expect(answer.isEmpty)
        }
    }

    @Test(arguments: [
        "GET / HTTP/1.1\r\nX-Slow: ", "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999\r\n\r\n",
        """
        POST /review HTTP/1.1\r\nHost: localhost\r\nCookie: annals=TOKEN\r\nSec-Fetch-Site: same-origin\r\n\
        Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 9999\r\n\r\n
        """,
    ])
    func `a visitor who sends letter by letter is let go`(request: String) async throws {
        try await withServer(review: SampleReview(), limits: .hasty) { served async throws in
            let beginning = request.replacing("TOKEN", with: served.token)
            let answer = try await withConnection(to: served.port) { visitor in
                try await visitor.send(beginning)
                async let drip: Void = {
                    // Time is what is tested here: each letter comes within the rest that is allowed.
                    while !Task.isCancelled {
                        try await visitor.write("a")
                        try await Task.sleep(for: .milliseconds(20))
                    }
                }()
                let answer = try await visitor.readToEnd()
                _ = try? await drip
                return answer
            }
            #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 405"))
        }
    }

    @Test func `a visitor who does not read the answer is let go`() async throws {
        let site = SampleSite()
        let large = String(repeating: "a", count: 20_000_000)
        site.change { $0.files["large.html"] = large }
        var limits = ServerLimits.hasty
        limits.connections = 1
        try await withServer(site, limits: limits) { served async throws in
            try await withConnection(to: served.port, receiving: 4096) { visitor in
                try await visitor.send("GET /large.html HTTP/1.1\r\nHost: localhost\r\n\r\n")
                // There is one connection: another visitor is answered once the first is let go.
                #expect(try await served.isAnswering())
            }
        }
    }

    @Test func `visitors who hold all connections keep others waiting no longer than they may rest`() async throws {
        var limits = ServerLimits.hasty
        limits.connections = 4
        try await withServer(limits: limits) { served async throws in
            try await withThrowingTaskGroup { group in
                for _ in 0..<20 {
                    group.addTask {
                        _ = try await withConnection(to: served.port) { visitor in
                            try await visitor.send("GET / HTTP/1.1\r\n")
                            return try await visitor.readToEnd()
                        }
                    }
                }
                #expect(try await served.isAnswering())
                try await group.waitForAll()
            }
        }
    }

    @Test func `a connection is used again, and requests may come before the answers to others`() async throws {
        try await withServer { served async throws in
            let answer = try await withConnection(to: served.port) { visitor in
                let one = "GET /facts/ HTTP/1.1\r\nHost: localhost\r\n\r\n"
                try await visitor.send(one + one)
                try await visitor.send("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                return try await visitor.readToEnd()
            }
            #expect(answer.split(separator: "HTTP/1.1 200 OK").count == 3)
            #expect(answer.hasSuffix("<p>front</p> r1"))
        }
    }
}

extension ServerLimits {
    /// The limits for visitors whose slowness is tested.
    static var hasty: ServerLimits {
        var limits = ServerLimits()
        limits.rest = .milliseconds(200)
        limits.exchange = .milliseconds(400)
        return limits
    }
}
