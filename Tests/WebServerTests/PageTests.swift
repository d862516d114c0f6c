import Synchronization
import Testing
import WebServer

@Suite struct PageTests {
    @Test func `a page comes with its type, its length and its bytes`() async throws {
        try await withServer { served async throws in
            let reply = try await served.request("GET", "/facts/kqzz.html")
            #expect(reply.status == 200)
            #expect(reply.body == "<p>ties</p> r1")
            #expect(reply["content-type"] == "text/html; charset=utf-8")
            #expect(reply["content-length"] == "14")
        }
    }

    @Test(arguments: [
        ("/", "front"), ("/facts/", "facts"), ("/facts/?at=2", "facts"), ("/reports/mee%202022.html", "report"),
    ])
    func `a folder stands for its index, and an escape for what it escapes`(target: String, text: String) async throws {
        try await withServer { served async throws in
            #expect(try await served.request("GET", target).body == "<p>\(text)</p> r1")
        }
    }

    @Test func `HEAD says what GET would, without the page`() async throws {
        try await withServer { served async throws in
            let reply = try await served.request("HEAD", "/")
            #expect(reply.status == 200)
            #expect(reply["content-length"] == "15")
            #expect(reply.body.isEmpty)
        }
    }

    @Test func `a page that the browser has is not sent again until a revision is recorded`() async throws {
        let site = SampleSite()
        try await withServer(site) { served async throws in
            let tag = try await served.request("GET", "/")["etag"]
            let again = try await served.request("GET", "/", ["If-None-Match": "\"other\", W/\(tag)"])
            #expect(again.status == 304)
            #expect(again.body.isEmpty)
            #expect(again["etag"] == tag)
            site.record()
            let later = try await served.request("GET", "/", ["If-None-Match": tag])
            #expect(later.status == 200)
            #expect(later.body == "<p>front</p> r2")
            #expect(later["etag"] != tag)
        }
    }

    @Test func `a page that a revision leaves as it is is neither made nor sent again`() async throws {
        let site = SampleSite()
        site.change { $0.settled = ["facts/kqzz.html"] }
        try await withServer(site) { served async throws in
            let first = try await served.request("GET", "/facts/kqzz.html")
            #expect(first["annals-revision"] == "r1")
            site.record()
            let again = try await served.request("GET", "/facts/kqzz.html", ["If-None-Match": first["etag"]])
            #expect(again.status == 304 && again["annals-revision"] == "r2")
            #expect(site.asked == ["facts/kqzz.html"])
        }
    }

    @Test func `a page that a recording comes into is still that of one revision`() async throws {
        let moving = Mutex<SampleSite?>(nil)
        let site = SampleSite { moving.withLock(\.self)?.record() }
        try await withServer(site) { served async throws in
            moving.withLock { $0 = site }
            let reply = try await served.request("GET", "/")
            #expect(reply.body == "<p>front</p> r1" && reply["annals-revision"] == "r1")
            moving.withLock { $0 = nil }
            #expect(try await served.request("GET", "/")["annals-revision"] == "r2")
        }
    }

    @Test func `a page is made once a revision`() async throws {
        let site = SampleSite()
        try await withServer(site) { served async throws in
            for _ in 0..<3 { #expect(try await served.request("GET", "/").body == "<p>front</p> r1") }
            site.record()
            for _ in 0..<3 { #expect(try await served.request("GET", "/").body == "<p>front</p> r2") }
            #expect(site.asked == ["index.html", "index.html"])
        }
    }

    @Test func `every answer forbids scripts, frames, other hosts and guesses`() async throws {
        try await withServer(review: SampleReview()) { served async throws in
            for target in ["/", "/none", "/review", "/%", "/review/keys.js"] {
                let reply = try await served.request("GET", target)
                let policy = reply["content-security-policy"]
                #expect(policy.hasPrefix("default-src 'none';"))
                #expect(policy.contains("frame-ancestors 'none'"))
                #expect(policy.contains("script-src \(target == "/review" ? "'self'" : "'none'");"))
                #expect(reply["x-content-type-options"] == "nosniff")
                #expect(reply["referrer-policy"] == (target == "/review" ? "same-origin" : "no-referrer"))
                #expect(reply["cross-origin-opener-policy"] == "same-origin")
                #expect(reply["cross-origin-resource-policy"] == "same-origin")
                #expect(reply.fields["server"] == nil)
            }
        }
    }

    @Test(arguments: [
        ("/facts/none.html", "/facts/index.html"), ("/none/at/all", "/index.html"),
        ("/reports/none.html", "/reports.html"), ("/facts/kqzz.html/more", "/facts/kqzz.html"),
    ])
    func `a page that is not there names the nearest that is`(target: String, nearest: String) async throws {
        try await withServer { served async throws in
            let reply = try await served.request("GET", target)
            #expect(reply.status == 404)
            #expect(reply.body.contains(#"<a href="\#(nearest)">"#))
        }
    }

    @Test func `a page that cannot be made says so, and only the terminal says why`() async throws {
        let site = SampleSite()
        site.change { $0.isDamaged = true }
        try await withServer(site) { served async throws in
            let reply = try await served.request("GET", "/")
            #expect(reply.status == 500)
            #expect(!reply.body.contains("ana"))
            #expect(served.faults.count == 1)
            site.change { $0.isDamaged = false }
            #expect(try await served.request("GET", "/").status == 200)
        }
    }
}
