import Testing
import WebServer

// Against waiting for ever; other tests may hold all threads for minutes.
@Suite(.timeLimit(.minutes(15))) struct RecordingTests {
    @Test func `readers during a recording see one revision or the next, and never an error`() async throws {
        let site = SampleSite()
        try await withServer(site) { served async throws in
            try await withThrowingTaskGroup { group in
                for _ in 0..<8 {
                    group.addTask {
                        var last = 0
                        for _ in 0..<40 {
                            let reply = try await served.request("GET", "/facts/kqzz.html")
                            #expect(reply.status == 200)
                            let revision = try #require(Int(reply.body.drop { $0 != "r" }.dropFirst()))
                            #expect(revision >= last)
                            last = revision
                        }
                    }
                }
                group.addTask { for _ in 0..<200 { site.record(); await Task.yield() } }
                try await group.waitForAll()
            }
        }
    }
}
