import Extraction
import Facts
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite struct ChatExtractorTests {
    @Test func `a model's claims are read, its quotations looked for, and the rest left out`() async throws {
        let extractor = try chat(Canned.saying(Self.answer))
        let reading = try await extractor.read(passage("Qatar's minister visited Israel on Sunday. It rained."))
        let claim = try #require(reading.claims.first)
        #expect(reading.claims.count == 1)
        #expect(claim.subject == .plain("Qatar's minister") && claim.object == .plain("Israel"))
        #expect(claim.arguments == ["day": .plain("Sunday")] && claim.time == Time(edtf: "2020-02-23"))
        #expect(claim.certainty == .certain && claim.modality == [.planned] && claim.attribution == ["Walla"])
        #expect(claim.evidence == [.init(quote: "minister visited Israel", start: 8, end: 31)])
        #expect(
            reading.omissions.map(\.reason).sorted() == [
                #"the quotation "flew to Israel" does not stand in the passage"#,
                "weather",
                #"what was made of it is no claim: "time": "soon" is not an EDTF date "#
                    + "(2009, 2020-02, 2020-02-01/2020-02-07, 199X, 2018-12/..)",
            ])
        #expect(reading.omissions.first { $0.reason == "weather" }?.start == 43)
    }

    static let answer = completion(
        """
        {"claims":[\(claim()),\(claim(quote: "flew to Israel")),\(claim(time: #""soon""#))],
        "omitted":[{"quote":"It rained","reason":"weather"}]}
        """)

    static let wrong: [(String, ExtractorFailure.Reason)] = [
        ("<html>", .malformed("the response is not JSON: column 1: expected a JSON value")),
        ("{}", .malformed("the response has no choices[0].message.content")),
        (completion("Gladly! {}"), .malformed("the answer is not JSON: column 1: expected a JSON value")),
        (completion("[]"), .malformed("the answer must be of type object, found an array")),
        (completion("{}"), .malformed(#"the answer must have "claims""#)),
        (completion(#"{"claims":[],"omitted":[],"notes":1}"#), .malformed(#"the answer may not have "notes""#)),
        (completion(#"{"claims":[{}],"omitted":[]}"#), .malformed(#"claims[0] must have "arguments""#)),
        (
            completion(#"{"claims":[\#(claim(certainty: "sure"))],"omitted":[]}"#),
            .malformed("claims[0].certainty must be one of certain, probable, possible, unstated")
        ),
        (
            completion(#"{"claims":[\#(claim(time: "2020"))],"omitted":[]}"#),
            .malformed("claims[0].time must be of type string or null, found a number")
        ),
        (#"{"choices":[{"message":{"refusal":"I will not"}}]}"#, .declined("I will not")),
        (
            #"{"choices":[{"finish_reason":"length","message":{"content":"{"}}]}"#,
            .malformed("the answer was cut off")
        ),
    ]

    @Test(arguments: wrong)
    func `an answer that is none says what is wrong`(body: String, reason: ExtractorFailure.Reason) async throws {
        let extractor = try chat(Canned.saying(body))
        let failure = await #expect(throws: ExtractorFailure.self) { try await extractor.read(passage("Text.")) }
        #expect(failure?.reason == reason && failure?.extractor == "mini" && failure?.passage == "Text.")
    }

    @Test func `a refusal by the interface is told in its own words`() async throws {
        let body = #"{"error":{"message":"The model does not exist"}}"#
        let extractor = try chat(Canned([.success(ChatResponse(status: 404, body: Array(body.utf8)))]))
        let failure = await #expect(throws: ExtractorFailure.self) { try await extractor.read(passage("Text.")) }
        #expect(failure?.reason == .status(404, "The model does not exist"))
    }

    @Test func `the question holds the passage, the predicates and the schema, and never the key`() async throws {
        let transport = Canned.saying(Self.answer)
        let vocabulary = try VocabularyReader.read(
            "format: vocabulary/1\npredicates:\n  - {id: visited, label: visited, kind: event}\n")
        let extractor = try chat(transport, vocabulary: vocabulary)
        _ = try await extractor.read(passage("Unlikely words.", before: ["Earlier words."]))
        let question = try #require(transport.questions.first)
        #expect(question.url == "https://api.example.org/v1/chat/completions" && question.key == "secret")
        let body = String(decoding: question.body, as: UTF8.self)
        for part in [
            "Unlikely words.", "Earlier words.", #"\"id\":\"visited\""#, #""strict":true"#, #""model":"mini-1""#,
        ] {
            #expect(body.contains(part), "\(part)")
        }
        #expect(body.contains(#""temperature":0"#) && body.contains(#""seed":0"#) && !body.contains("secret"))
    }

    @Test func `whatever decides what is read decides the fingerprint, and the key does not`() throws {
        let plain = try chat(Canned([])).fingerprint
        #expect(plain.description.hasPrefix("mini@mini-1+"))
        #expect(try chat(Canned([]), key: "other").fingerprint == plain)
        var warmer = Self.endpoint
        warmer.temperature = "0.5"
        var slower = Self.endpoint
        (slower.seconds, slower.retries, slower.recordings) = (7, 7, "folder")
        #expect(try chat(Canned([]), endpoint: warmer).fingerprint != plain)
        #expect(try chat(Canned([]), endpoint: slower).fingerprint == plain)
        let known = try VocabularyReader.read(
            "format: vocabulary/1\npredicates:\n  - {id: visited, label: visited, kind: event}\n")
        #expect(try chat(Canned([]), vocabulary: known).fingerprint != plain)
        let other = ChatEndpoint(base: "http://localhost/v1", model: "org/other model@7+b")
        #expect(try chat(Canned([]), endpoint: other).fingerprint.description.hasPrefix("mini@org/other-model-7-b+"))
    }

    static let endpoint = ChatEndpoint(base: "https://api.example.org/v1", model: "mini-1")

    private func chat(
        _ transport: any ChatTransport, endpoint: ChatEndpoint = Self.endpoint, key: String = "secret",
        vocabulary: Vocabulary = .empty
    ) throws -> ChatExtractor {
        try ChatExtractor("mini", endpoint: endpoint, key: key, vocabulary: vocabulary, transport: transport)
    }
}

/// A claim as a model answers.
private func claim(
    quote: String = "minister visited Israel", time: String = #""2020-02-23""#, certainty: String = "certain"
) -> String {
    """
    {"subject":"Qatar's minister","predicate":"visited","object":"Israel","arguments":[{"role":"day","value":"Sunday"}],\
    "time":\(time),"polarity":"affirmed","certainty":"\(certainty)","modality":["planned"],"attribution":["Walla"],\
    "quotes":["\(quote)"]}
    """
}

/// A response of a chat interface whose model says something.
func completion(_ content: String) -> String {
    let message: JSONValue = .object(["role": "assistant", "content": .string(content)])
    let choice: JSONValue = .object(["index": .integer(0), "finish_reason": "stop", "message": message])
    return JSONValue.object(["choices": .array([choice])]).canonicalText
}

/// Gives answers in order, the last again and again, and keeps what it was asked.
final class Canned: ChatTransport {
    private let answers: [Result<ChatResponse, ChatFault>]
    private let asked = Mutex<[ChatQuestion]>([])

    init(_ answers: [Result<ChatResponse, ChatFault>]) { self.answers = answers }

    static func saying(_ body: String) -> Canned {
        Canned([.success(ChatResponse(status: 200, body: Array(body.utf8)))])
    }

    var questions: [ChatQuestion] { asked.withLock { $0 } }

    func post(_ question: ChatQuestion) async throws(ChatFault) -> ChatResponse {
        let number = asked.withLock { asked in
            asked.append(question)
            return asked.count
        }
        guard let answer = answers.isEmpty ? nil : answers[min(number, answers.count) - 1] else {
            throw ChatFault(.unreachable("nothing to say"), isPassing: false)
        }
        return try answer.get()
    }
}
