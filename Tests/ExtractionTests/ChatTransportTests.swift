import Extraction
import Facts
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite struct RetryingTransportTests {
    private static let busy = ChatResponse(status: 503, body: [])
    private static let good = ChatResponse(status: 200, body: [1])
    private static let slow = ChatFault(.tooSlow(seconds: 1), isPassing: true)

    static let cases: [([Result<ChatResponse, ChatFault>], retries: Int, pauses: [Int], status: Int?)] = [
        ([.success(good)], 3, [], 200),
        ([.success(busy), .failure(slow), .success(good)], 3, [1, 2], 200),
        ([.success(busy)], 3, [1, 2, 4], 503),
        ([.success(ChatResponse(status: 429, retryAfter: 9, body: [])), .success(good)], 3, [9], 200),
        ([.success(ChatResponse(status: 429, retryAfter: 0, body: [])), .success(good)], 3, [1], 200),
        ([.success(ChatResponse(status: 429, retryAfter: 9999, body: []))], 3, [], 429),
        ([.success(ChatResponse(status: 400, body: [])), .success(good)], 3, [], 400),
        ([.failure(slow)], 2, [1, 2], nil),
        ([.failure(ChatFault(.unreachable("no"), isPassing: false)), .success(good)], 3, [], nil),
        ([.success(busy)], 0, [], 503),
    ]

    @Test(arguments: cases)
    func `asks again while it may pass, later and later, and as late as it is told`(
        answers: [Result<ChatResponse, ChatFault>], retries: Int, pauses: [Int], status: Int?
    ) async throws {
        let waited = Waits()
        let transport = RetryingTransport(Canned(answers), retries: retries) { waited.add($0) }
        let question = ChatQuestion(url: "http://localhost", body: [], seconds: 1)
        let response = try? await transport.post(question)
        #expect(response?.status == status)
        #expect(waited.all == pauses.map { .seconds($0) })
    }
}

/// What somebody waited for, without waiting.
private final class Waits: Sendable {
    private let waits = Mutex<[Duration]>([])
    var all: [Duration] { waits.withLock { $0 } }
    func add(_ wait: Duration) { waits.withLock { $0.append(wait) } }
}

@Suite struct RecordedTransportTests {
    private let question = ChatQuestion(
        url: "https://api.example.org/v1/chat/completions", body: Array(#"{"model":"mini"}"#.utf8), key: "secret",
        seconds: 1)

    @Test func `what was answered once is answered from the folder, without asking, and without the key`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let asked = Canned.saying(#"{"b":1,"a":[2.50]}"#)
            let first = try await RecordedTransport(in: folder + "/answers", asking: asked).post(question)
            let replay = RecordedTransport(in: folder + "/answers", asking: nil)
            #expect(try await replay.post(question).body == Array(#"{"a":[2.5],"b":1}"#.utf8))
            #expect(try await RecordedTransport(in: folder + "/answers", asking: asked).post(question).status == 200)
            #expect(asked.questions.count == 1 && first.status == 200)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/answers")
            let text = try String(contentsOfFile: "\(folder)/answers/\(names[0])", encoding: .utf8)
            #expect(names.count == 1 && text.contains(#""question":{"model":"mini"}"#) && !text.contains("secret"))
        }
    }

    @Test func `what is not recorded is named, and nobody is asked`() async throws {
        try await withTemporaryFolder { folder in
            let replay = RecordedTransport(in: folder, asking: nil)
            let fault = await #expect(throws: ChatFault.self) { try await replay.post(question) }
            guard case .notRecorded(let path)? = fault?.reason else {
                Issue.record("\(String(describing: fault))"); return
            }
            #expect(path.hasPrefix(folder) && path.hasSuffix(".json"))
        }
    }

    @Test func `refusals and answers that are no JSON are not recorded`() async throws {
        try await withTemporaryFolder { folder in
            let answers: [Result<ChatResponse, ChatFault>] = [
                .success(ChatResponse(status: 500, body: Array("{}".utf8))),
                .success(ChatResponse(status: 200, body: Array("<html>".utf8))),
            ]
            let transport = RecordedTransport(in: folder + "/answers", asking: Canned(answers))
            let (first, second) = (try await transport.post(question), try await transport.post(question))
            #expect(first.status == 500 && second.body == Array("<html>".utf8))
            let names = try? FileManager.default.contentsOfDirectory(atPath: folder + "/answers")
            #expect(names == nil)
        }
    }
}

@Suite struct CurlTransportTests {
    @Test func `posts what it is given, byte for byte, and brings back status and body`() async throws {
        let server = try ScriptedServer([.init(201, headers: ["Retry-After: 7"], body: "one\ntwo\n")])
        let body = #"{"text":"quote \" backslash \\ é 😀 \u0007 'x' @file #no"}"#
        let question = ChatQuestion(
            url: server.address + "/v1/chat/completions?[a]={b}", body: Array(body.utf8), key: #"s"e\cret"#, seconds: 10
        )
        let response = try await CurlTransport().post(question)
        #expect(response == ChatResponse(status: 201, retryAfter: 7, body: Array("one\ntwo\n".utf8)))
        let request = try #require(server.requests.first)
        #expect(request.body == body)
        #expect(request.head.hasPrefix("POST /v1/chat/completions?[a]={b} HTTP/1.1\r\n"))
        #expect(request.head.contains("\r\nContent-Type: application/json"))
        #expect(request.head.contains("\r\nAuthorization: Bearer s\"e\\cret"))
    }

    @Test func `an answer that does not come in time, and one that never comes, say so`() async throws {
        let slow = try ScriptedServer([.init(body: "late", delay: 3)])
        let late = await #expect(throws: ChatFault.self) {
            try await CurlTransport().post(ChatQuestion(url: slow.address, body: [], seconds: 1))
        }
        #expect(late == ChatFault(.tooSlow(seconds: 1), isPassing: true))
        let closing = try ScriptedServer([])
        let empty = await #expect(throws: ChatFault.self) {
            try await CurlTransport().post(ChatQuestion(url: closing.address, body: [], seconds: 600))
        }
        #expect(empty?.isPassing == true)
    }

    @Test func `another program's address, or no curl at all, is told`() async throws {
        let scheme = await #expect(throws: ChatFault.self) {
            try await CurlTransport().post(ChatQuestion(url: "file:///etc/hostname", body: [], seconds: 600))
        }
        #expect(scheme?.isPassing == false)
        let missing = await #expect(throws: ChatFault.self) {
            try await CurlTransport(program: "no-such-curl").post(ChatQuestion(url: "http://a", body: [], seconds: 600))
        }
        guard case .notStarted = missing?.reason else { Issue.record("\(String(describing: missing))"); return }
    }

    @Test func `a busy server is asked again, and its answer read to the end`() async throws {
        let answer = completion(#"{"claims":[],"omitted":[]}"#)
        let server = try ScriptedServer([
            .init(429, headers: ["Retry-After: 1"], body: "{}"), .init(503), .init(body: answer), .init(body: "{"),
            .init(body: completion("{}")),
        ])
        let transport = RetryingTransport(CurlTransport(), retries: 3) { _ in }
        let extractor = try ChatExtractor(
            "mini", endpoint: ChatEndpoint(base: server.address + "/v1", model: "mini-1"), key: nil, vocabulary: .empty,
            transport: transport)
        #expect(try await extractor.read(passage("Text.")) == PassageReading())
        #expect(server.requests.count == 3 && !server.requests.contains { $0.head.contains("Authorization") })
        for _ in 0..<2 {
            let failure = await #expect(throws: ExtractorFailure.self) { try await extractor.read(passage("Text.")) }
            guard case .malformed = failure?.reason else { Issue.record("\(String(describing: failure))"); return }
        }
        #expect(server.requests.count == 5)
    }
}
