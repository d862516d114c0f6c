import Testing
import WebServer

@Suite struct RefusalTests {
    @Test(arguments: ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
    func `a page can only be read`(method: String) async throws {
        try await withServer { served async throws in
            let reply = try await served.request(method, "/")
            #expect(reply.status == 405)
            #expect(reply["allow"] == "GET, HEAD")
        }
    }

    @Test(arguments: [
        "evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "evil.example:8320", "10.0.0.1", "[::2]",
        "127.0.0.1:8320:1", "127.0.0.1@evil.example", "[::1", "", "0x7f000001", "2130706433",
    ])
    func `a request for another host is refused`(host: String) async throws {
        let site = SampleSite()
        try await withServer(site) { served async throws in
            #expect(try await served.request("GET", "/", ["Host": host]).status == 421)
        }
        #expect(site.asked.isEmpty)
    }

    @Test(arguments: ["localhost", "LOCALHOST:1", "127.0.0.1", "127.1.2.3:80", "[::1]:8320", "[0:0::1]"])
    func `this machine's own names are its own at any port`(host: String) async throws {
        try await withServer { served async throws in
            #expect(try await served.request("GET", "/", ["Host": host]).status == 200)
        }
    }

    @Test func `a request that names no host, or two, is refused`() async throws {
        try await withServer { served async throws in
            #expect(try await served.send("GET / HTTP/1.1\r\nConnection: close\r\n\r\n").status == 421)
            let two = "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
            #expect(try await served.send(two).status == 421)
        }
    }

    @Test(arguments: [
        "/../../etc/passwd", "/facts/../index.html", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc%2fpasswd",
        "/facts%2fkqzz.html", "/%5c..%5cwindows", "/.", "//etc/passwd", "/facts//kqzz.html", "/index.html%00.png",
        "/%ff%fe", "/%", "/%4", "/%zz", "/%0d%0aSet-Cookie:x", "*", "index.html",
    ])
    func `no path leads out of the site`(target: String) async throws {
        let site = SampleSite()
        try await withServer(site) { served async throws in
            #expect(try await served.request("GET", target).status == 400)
        }
        #expect(site.asked.isEmpty)
    }

    @Test func `an address of a proxy is taken as the path in it`() async throws {
        try await withServer { served async throws in
            #expect(try await served.request("GET", "http://evil.example/facts/").body == "<p>facts</p> r1")
            let foreign = try await served.request("GET", "http://localhost/", ["Host": "evil.example"])
            #expect(foreign.status == 421)
        }
    }

    @Test func `a long address is refused, and one that never ends is cut off`() async throws {
        try await withServer { served async throws in
            let long = String(repeating: "a", count: 5000)
            #expect(try await served.request("GET", "/\(long)").status == 414)
            let endless = String(repeating: "a", count: 100_000)
            #expect(try await served.request("GET", "/\(endless)").status == 431)
        }
    }

    @Test func `a head that is too large in one field, in all, or in their number is refused in our words`()
        async throws
    {
        try await withServer { served async throws in
            let large = ["X-Large": String(repeating: "a", count: 20_000)]
            let reply = try await served.request("GET", "/", large)
            #expect(reply.status == 431 && reply.body.contains("more about itself than any here may"))
            let all = Dictionary(
                uniqueKeysWithValues: (0..<20).map { ("X-\($0)", String(repeating: "a", count: 1000)) })
            #expect(try await served.request("GET", "/", all).status == 431)
            let many = Dictionary(uniqueKeysWithValues: (0..<120).map { ("X-\($0)", "a") })
            #expect(try await served.request("GET", "/", many).status == 431)
        }
    }

    @Test(arguments: ["\r\n\r\n\r\n", "HELLO\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}\u{0}"])
    func `what is not HTTP is cut off and the server goes on`(text: String) async throws {
        try await withServer(limits: .hasty) { served async throws in
            _ = try await withConnection(to: served.port) { visitor in
                try await visitor.send(text)
                return try await visitor.readToEnd()
            }
            #expect(try await served.isAnswering())
        }
    }

    @Test func `a form on a page that takes none is read away`() async throws {
        try await withServer { served async throws in
            let reply = try await served.request("POST", "/", body: String(repeating: "a", count: 1_000_000))
            #expect(reply.status == 405)
        }
    }
}
