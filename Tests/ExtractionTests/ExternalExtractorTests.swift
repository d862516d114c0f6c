import Extraction
import Facts
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite struct ExternalExtractorTests {
    @Test func `a program reads passage by passage, and says what it left out`() async throws {
        try await withProgram(.visits) { program in
            let extractor = try await program.extractor()
            #expect(extractor.fingerprint.description == "visits@2")
            let reading = try await extractor.read(passage("It is said that Qatar visited Israel. It rained."))
            let claim = try #require(reading.claims.first)
            #expect(claim.report.description == "wire" && claim.object == .plain("Israel"))
            #expect(claim.evidence == [.init(quote: "Qatar visited Israel", start: 16, end: 36)])
            #expect(reading.omissions == [Omission(quote: "It rained", start: 38, reason: "weather")])
            for number in 0..<5 {
                let text = "Passage \(number) with \"id\":7 in it: Qatar visited Israel. It rained."
                #expect(try await extractor.read(passage(text, before: ["\"id\":8"])).claims.count == 1)
            }
            #expect(try program.starts() == 1)
        }
    }

    @Test func `passages that are read at once are answered each with its own`() async throws {
        try await withProgram(.echo) { program in
            let extractor = try await program.extractor()
            let passages = try (0..<20).map { try passage("Passage \($0).") }
            let readings = try await withThrowingTaskGroup(of: (Int, PassageReading).self) { group in
                for (index, passage) in passages.enumerated() {
                    group.addTask { (index, try await extractor.read(passage)) }
                }
                return try await group.reduce(into: [Int: PassageReading]()) { $0[$1.0] = $1.1 }
            }
            for (index, passage) in passages.enumerated() {
                #expect(readings[index]?.omissions.first?.quote == passage.text)
            }
        }
    }

    @Test func `a program that wants the vocabulary is told it, and is another with another`() async throws {
        try await withProgram(.wishful) { program in
            let plain = try await program.extractor()
            #expect(plain.fingerprint.description.hasPrefix("wishful@1+small.vocabulary-"))
            let known = try VocabularyReader.read(
                "format: vocabulary/1\npredicates:\n  - {id: visited, label: visited, kind: event}\n")
            let other = try await program.extractor(vocabulary: known)
            #expect(other.fingerprint != plain.fingerprint)
            #expect(try await other.read(passage("visited")).omissions.map(\.reason) == ["known"])
            #expect(try await plain.read(passage("visited")).omissions.map(\.reason) == ["unknown"])
        }
    }

    @Test func `a program that crashes is started again, once for a passage`() async throws {
        try await withProgram(.crashing) { program in
            let extractor = try await program.extractor()
            #expect(try await extractor.read(passage("Good.")).omissions.count == 1)
            // It ends at the first of these, and answers when it is asked again.
            #expect(try await extractor.read(passage("Crash once.")).omissions.count == 1)
            #expect(try program.starts() == 2)
            let failure = await #expect(throws: ExtractorFailure.self) {
                try await extractor.read(passage("Crash always."))
            }
            #expect(failure?.reason == .ended("exit status 3"))
            #expect(failure?.output == ["about to crash"])
            #expect(failure?.extractor == "sample" && failure?.report?.description == "wire")
            #expect(failure?.passage == "Crash always.")
            #expect(try await extractor.read(passage("Good again.")).omissions.count == 1)
            #expect(try program.starts() == 4)
        }
    }

    @Test func `a program that is too slow is killed with all that it started, and the next passage is read`()
        async throws
    {
        try await withProgram(.slow) { program in
            let isAsleep = Mutex(false)
            let extractor = try await program.extractor(
                limit: .reached {
                    isAsleep.withLock { isAsleep in
                        // Once only: the passage after it takes no time.
                        guard !isAsleep, (try? program.note("sleeper"))?.isEmpty == false else { return false }
                        isAsleep = true
                        return true
                    }
                })
            let failure = await #expect(throws: ExtractorFailure.self) { try await extractor.read(passage("Sleep.")) }
            #expect(failure?.reason == .tooSlow(seconds: 1))
            #expect(try await extractor.read(passage("Quick.")).claims.isEmpty)
            // A process that was killed has no command line, also while nobody has taken note of its end.
            let sleeper = try program.note("sleeper")
            let command = FileManager.default.contents(atPath: "/proc/\(sleeper)/cmdline") ?? Data()
            #expect(!sleeper.isEmpty && command.isEmpty)
        }
    }

    static let malformed = [
        ("garbage", "it is not JSON: column 1: expected a JSON value"),
        ("[]", "it must be an object, found an array"),
        (#"{"claims":[]}"#, #""id" must be that of the question, 1"#),
        (#"{"id":9,"claims":[]}"#, #""id" must be that of the question, 1"#),
        (#"{"id":1}"#, #""claims" must be an array"#),
        (#"{"id":1,"claims":[7]}"#, "claims[0]: expected an object, found a number"),
        (#"{"id":1,"claims":[{"subject":"Qatar"}]}"#, #"claims[0]: "predicate" is missing"#),
        (
            #"{"id":1,"claims":[{"report":"other","subject":"Qatar","predicate":"is"}]}"#,
            #"claims[0]: "report" must be absent, or "wire""#
        ),
        (
            #"{"id":1,"claims":[{"subject":"Qatar","predicate":"is","time":"soon"}]}"#,
            #"claims[0]: "time": "soon" is not an EDTF date (2009, 2020-02, 2020-02-01/2020-02-07, 199X, 2018-12/..)"#
        ),
        (#"{"id":1,"claims":[],"omitted":[{}]}"#, #"omitted[0]: "quote" and "reason" must be strings"#),
        (#"{"id":1,"claims":[],"omitted":"all"}"#, #""omitted" must be an array"#),
    ]

    @Test(arguments: malformed)
    func `an answer that is none says what is wrong, and the next passage is read`(answer: String, what: String)
        async throws
    {
        try await withProgram(.saying(answer)) { program in
            let extractor = try await program.extractor()
            let failure = await #expect(throws: ExtractorFailure.self) { try await extractor.read(passage("One.")) }
            #expect(failure?.reason == .malformed(what))
            await #expect(throws: ExtractorFailure.self) { try await extractor.read(passage("Two.")) }
            #expect(try program.starts() == 2)
        }
    }

    @Test func `an answer without end is not waited for`() async throws {
        let endless = Sample(description: Sample.echo.description, body: "yes | tr -d '\\n'")
        try await withProgram(endless) { program in
            let extractor = try await program.extractor()
            let failure = await #expect(throws: ExtractorFailure.self) { try await extractor.read(passage("One.")) }
            #expect(failure?.reason == .malformed("it is over 16 MiB"))
        }
    }

    @Test func `a program may decline a passage and go on`() async throws {
        try await withProgram(.saying(#"{"id":'$id',"error":"no such language"}"#)) { program in
            let extractor = try await program.extractor()
            for _ in 0..<2 {
                let failure = await #expect(throws: ExtractorFailure.self) { try await extractor.read(passage("Un.")) }
                #expect(failure?.reason == .declined("no such language"))
            }
            #expect(try program.starts() == 1)
        }
    }

    @Test func `quotations are looked for in the passage`() async throws {
        let claims = [
            #"{"subject":"Qatar","predicate":"is","evidence":[{"quote":"no such words"}]}"#,
            #"{"subject":"Qatar","predicate":"is"}"#,
            #"{"subject":"Qatar","predicate":"said","evidence":[{"quote":"“two  words”"}]}"#,
            #"{"subject":"Qatar","predicate":"ran","evidence":[{"quote":"one","start":7,"end":10}]}"#,
            #"{"subject":"Qatar","predicate":"hid","evidence":[{"quote":"one"}]}"#,
        ]
        let answer = #"{"id":'$id',"claims":["# + claims.joined(separator: ",") + "]}"
        try await withProgram(.saying(answer)) { program in
            let reading = try await program.extractor().read(passage(#"one or one "two words""#))
            #expect(reading.claims.map(\.predicate) == ["ran", "said", "hid"])
            #expect(
                reading.claims.map { $0.evidence.first } == [
                    .init(quote: "one", start: 7, end: 10), .init(quote: #""two words""#, start: 11, end: 22),
                    .init(quote: "one"),
                ])
            #expect(
                reading.omissions.map(\.reason) == [
                    #"the quotation "no such words" does not stand in the passage"#,
                    #"the claim "Qatar is" came without a quotation"#,
                ])
        }
    }

    static let descriptions = [
        ("", "it is not JSON: column 1: unexpected end of text"),
        ("{}", #""annals" must be "extract/1""#),
        (#"{"annals":"extract/2","name":"a","version":"1"}"#, #""annals" must be "extract/1""#),
        (#"{"annals":"extract/1","name":"a","version":1}"#, #""name" and "version" must be strings"#),
        (
            #"{"annals":"extract/1","name":"a","version":"1","wants":["all"]}"#,
            #""wants" may hold "vocabulary" and nothing else"#
        ),
        (
            #"{"annals":"extract/1","name":"a b","version":"1"}"#,
            "name, version and configuration may have visible ASCII without '@' and '+', 90 bytes together"
        ),
    ]

    @Test(arguments: descriptions)
    func `a description that is none says what is wrong`(description: String, what: String) async throws {
        try await withProgram(Sample(description: description, body: "")) { program in
            let failure = await #expect(throws: ExtractorFailure.self) { try await program.extractor() }
            #expect(failure?.reason == .description(what))
        }
    }

    @Test func `a program that is not there, or does not run, says so`() async throws {
        let missing = await #expect(throws: ExtractorFailure.self) {
            try await ExternalExtractor("sample", command: "no-such-program-here", vocabulary: .empty, limit: .ample)
        }
        #expect(missing?.reason == .description("it ended with exit status 127"))
        #expect(missing?.output.first?.contains("no-such-program-here") == true)
        let nowhere = await #expect(throws: ExtractorFailure.self) {
            try await ExternalExtractor("sample", command: "true", in: "/no/such", vocabulary: .empty, limit: .ample)
        }
        guard case .notStarted = nowhere?.reason else { Issue.record("\(String(describing: nowhere))"); return }
        let silent = await #expect(throws: ExtractorFailure.self) {
            try await ExternalExtractor("sample", command: "sleep 60; :", vocabulary: .empty, limit: .reached { true })
        }
        #expect(silent?.reason == .tooSlow(seconds: 1))
    }

    @Test func `the program ends with the extractor`() async throws {
        try await withProgram(.echo) { program in
            do {
                _ = try await program.extractor().read(passage("Text."))
            }
            // The end of its input is the sign; it writes this file when it has seen it.
            for _ in 0..<60_000 where try program.note("end").isEmpty { try await Task.sleep(for: .milliseconds(10)) }
            #expect(try program.note("end") == "seen")
        }
    }
}

@Suite struct ExtractorDocumentationTests {
    @Test(.enabled(if: hasPython, "needs python3"))
    func `the program in the documentation is an extractor`() async throws {
        try await withTemporaryFolder { folder in
            try write(try Self.block("python"), to: folder + "/visits.py")
            let extractor = try await ExternalExtractor(
                "visits", command: "python3 '\(folder)/visits.py'", vocabulary: .empty, limit: .ample)
            let reading = try await extractor.read(passage("“Café”: Qatar visited Israel, Israel left Qatar."))
            #expect(reading.claims.map(\.predicate) == ["visited", "left"])
            #expect(reading.claims.first?.evidence == [.init(quote: "Qatar visited Israel", start: 13, end: 33)])
        }
    }

    private static let hasPython = (try? run(["python3", "--version"]))?.status == 0

    /// A block of code of the page.
    private static func block(_ language: String) throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let path = root.appending(path: "Sources/Extraction/External/extract-1.md")
        let page = try String(contentsOf: path, encoding: .utf8)
        let start = try #require(page.firstRange(of: "```\(language)\n"))
        return String(page[start.upperBound...].prefix { $0 != "`" })
    }
}
