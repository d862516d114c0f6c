import Testing
import WebServer

@Suite struct PostingTests {
    /// A browser that opened the printed link, and what its forms hold.
    private struct Reviewer {
        let served: Served
        let cookie: String
        let token: String

        init(_ served: Served) async throws {
            self.served = served
            let entry = try await served.request("GET", "/review?token=\(served.token)")
            #expect(entry.status == 303)
            #expect(entry["location"] == "/review")
            #expect(entry["set-cookie"].hasSuffix("; Path=/review; HttpOnly; SameSite=Strict"))
            cookie = String(entry["set-cookie"].prefix { $0 != ";" })
            let page = try await served.request("GET", "/review", ["Cookie": "a=b; \(cookie)"])
            #expect(page["cache-control"] == "no-store")
            token = String(page.body.drop { $0 != "i" }.dropFirst(2).prefix { $0 != "<" })
        }

        func post(_ changes: [String: String?] = [:], body: String? = nil) async throws -> Reply {
            let fields = [
                "Cookie": cookie, "Origin": "http://127.0.0.1:\(served.port)", "Sec-Fetch-Site": "same-origin",
                "Content-Type": "application/x-www-form-urlencoded",
            ].merging(changes.compactMapValues(\.self)) { _, own in own }.filter { changes[$0.key] != .some(nil) }
            return try await served.request(
                "POST", "/review", fields, body: body ?? "ruling=accept&id=c1&token=\(token)")
        }
    }

    @Test func `a ruling on our own form is taken, and the next page shown`() async throws {
        let review = SampleReview()
        try await withServer(review: review) { served async throws in
            let reviewer = try await Reviewer(served)
            let body = "ruling=accept&reason=seen+in+print+%26+air&token=\(reviewer.token)"
            let reply = try await reviewer.post(body: body)
            #expect(reply.status == 303)
            #expect(reply["location"] == "/review?at=2")
            #expect(review.submitted == [["ruling": "accept", "reason": "seen in print & air"]])
        }
    }

    @Test(
        arguments: [
            ["Cookie": nil], ["Cookie": "annals=0123456789abcdef0123456789abcdef"], ["Origin": "http://evil.example"],
            ["Origin": "null"], ["Origin": "https://127.0.0.1"], ["Origin": "http://127.0.0.1:1"],
            ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"], ["Sec-Fetch-Site": "none"],
            ["Origin": nil, "Sec-Fetch-Site": nil], ["Origin": nil, "Sec-Fetch-Site": "cross-site"],
        ] as [[String: String?]])
    func `a form that another page sends is refused`(changes: [String: String?]) async throws {
        let review = SampleReview()
        try await withServer(review: review) { served async throws in
            #expect(try await Reviewer(served).post(changes).status == 403)
        }
        #expect(review.submitted.isEmpty)
    }

    @Test(
        arguments: [["Origin": nil], ["Sec-Fetch-Site": nil], ["Origin": "HTTP://127.0.0.1:PORT"]]
            as [[String: String?]])
    func `one word of where a form comes from is enough`(changes: [String: String?]) async throws {
        try await withServer(review: SampleReview()) { served async throws in
            let changes = changes.mapValues { $0?.replacing("PORT", with: "\(served.port)") }
            #expect(try await Reviewer(served).post(changes).status == 303)
        }
    }

    @Test(arguments: ["ruling=accept", "ruling=accept&token=", "ruling=accept&token=0123456789abcdef0123456789abcdef"])
    func `a form without the token that it was given is refused`(body: String) async throws {
        let review = SampleReview()
        try await withServer(review: review) { served async throws in
            #expect(try await Reviewer(served).post(body: body).status == 403)
        }
        #expect(review.submitted.isEmpty)
    }

    @Test func `the link's token does for no form, and no other token opens the page`() async throws {
        try await withServer(review: SampleReview()) { served async throws in
            let reviewer = try await Reviewer(served)
            #expect(reviewer.token != served.token)
            #expect(try await reviewer.post(body: "ruling=accept&token=\(served.token)").status == 403)
            let wrong = try await served.request("GET", "/review?token=\(reviewer.token)")
            #expect(wrong.status == 403)
            #expect(wrong.fields["set-cookie"] == nil)
        }
    }

    @Test func `whoever did not open the link may read, and is given no token`() async throws {
        try await withServer(review: SampleReview()) { served async throws in
            #expect(try await served.request("GET", "/review?at=3").body == "<p>at 3</p><i>read only</i>")
        }
    }

    @Test func `a form that is too large is refused, whether it says so or not`() async throws {
        let review = SampleReview()
        try await withServer(review: review) { served async throws in
            let reviewer = try await Reviewer(served)
            let large = String(repeating: "a", count: 200_000)
            #expect(try await reviewer.post(body: large).status == 413)
            let chunk = "\(String(large.utf8.count, radix: 16))\r\n\(large)\r\n0\r\n\r\n"
            #expect(try await reviewer.post(["Transfer-Encoding": "chunked"], body: chunk).status == 413)
        }
        #expect(review.submitted.isEmpty)
    }

    @Test func `what is no form is refused`() async throws {
        try await withServer(review: SampleReview()) { served async throws in
            let reviewer = try await Reviewer(served)
            #expect(try await reviewer.post(["Content-Type": "application/json"], body: "{}").status == 400)
            #expect(try await reviewer.post(["Content-Type": nil]).status == 400)
            #expect(try await reviewer.post(body: "a[]=1&a[]=2").status == 400)
            #expect(try await served.request("PUT", "/review")["allow"] == "GET, HEAD, POST")
            #expect(try await served.request("GET", "/review/none").status == 404)
        }
    }

    @Test func `without review pages there is nothing to post to`() async throws {
        try await withServer { served async throws in
            #expect(try await served.request("GET", "/review").status == 404)
            #expect(try await served.request("POST", "/review", body: "a=b").status == 405)
        }
    }

    @Test func `the keys of the page are a script of our own`() async throws {
        try await withServer(review: SampleReview()) { served async throws in
            let script = try await served.request("GET", "/review/keys.js")
            #expect(script["content-type"] == "text/javascript; charset=utf-8")
            #expect(script.body.contains("data-key"))
        }
    }
}
