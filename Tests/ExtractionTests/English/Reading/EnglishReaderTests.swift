import Extraction
import Facts
import Synchronization
import TestSupport
import Testing

@Suite struct `The English reader` {
    @Test func `does what every extractor promises`() async throws {
        let passages = [
            try passage(
                "The council approved the budget and rejected the bridge. Mara Lindqvist refused to sign the treaty."),
            try passage("He met the president.", after: ["Jonas Reek visited Estova on Tuesday."]),
        ]
        let conformance = ExtractorConformance(
            make: { EnglishReader(vocabulary: .empty, parse: EnglishPipeline.parse) }, passages: passages)
        try await conformance.check()
    }

    @Test(arguments: [("de", 0), ("en-GB", 1), ("eng", 1)])
    func `leaves reports in other languages alone, and says so`(language: String, claims: Int) async throws {
        let name = try #require(ReportName("report"))
        var record = ReportRecord(name: name, text: [])
        record.language = language
        let passage = Passage("Norland may close its embassy.", of: record)
        let reading = await EnglishReader(vocabulary: .empty, parse: EnglishPipeline.parse).read(passage)
        #expect(reading.claims.count == claims)
        #expect(reading.omissions.contains { $0.reason.contains("another language (\(language))") } == (claims == 0))
    }

    @Test func `reads what it was told of before as it reads anything, and parses it once, all together`() async throws
    {
        let parses = Mutex<[[String]]>([])
        let told = EnglishReader(
            vocabulary: .empty,
            parseAll: { sentences in
                parses.withLock { $0.append(sentences) }
                return sentences.map(EnglishPipeline.parse)
            })
        let texts = ["Norland may close its embassy. It signed the treaty.", "Workers left the plant."]
        let passages = try [passage(texts[0]), passage(texts[1], after: [texts[0]])]
        await told.prepare(passages)
        for passage in passages {
            let plain = EnglishReader(vocabulary: .empty, parse: EnglishPipeline.parse)
            #expect(await told.read(passage) == plain.read(passage))
        }
        #expect(
            parses.withLock { $0 } == [
                ["Norland may close its embassy.", "It signed the treaty.", "Workers left the plant."]
            ])
    }

    @Test func `a reading does not depend on how many sentences it was told of`() async throws {
        let texts = (1...40).map { "The council opened dam \($0). It hired \($0) divers. Rain fell. They met in Oslo." }
        let told = EnglishReader(vocabulary: .empty, parse: EnglishPipeline.parse)
        let passages = try texts.map { try passage($0) }
        await told.prepare(passages)
        let plain = EnglishReader(vocabulary: .empty, parse: EnglishPipeline.parse)
        for passage in passages.suffix(2) + passages.prefix(2) {
            #expect(await told.read(passage) == plain.read(passage))
        }
    }

    @Test func `quotes the words of the clause and no more`() async throws {
        let text = "Norland may close its embassy. The council approved the budget and rejected the bridge."
        let claims = try await reading(of: text).claims
        #expect(
            claims.map { $0.evidence.map(\.quote) } == [
                ["Norland may close its embassy"], ["The council approved the budget"], ["rejected the bridge"],
            ])
    }

    @Test func `reads a sentence the same wherever it stands`() async throws {
        let sentence = "The dam was built by Delta Works in 1987."
        let alone = try await claims(of: sentence)
        #expect(try await claims(of: "Norland may close its embassy. \(sentence)").suffix(1) == alone[...])
        #expect(try await claims(of: sentence, after: ["Workers left the plant."]) == alone)
    }

    @Test func `counts relative times from the day of publication`() async throws {
        let sentence = "Jonas Reek visited Estova on Tuesday."
        #expect(
            try await claims(of: sentence, published: "2020-02-25") == ["Jonas Reek | visited | Estova @2020-02-25"])
        #expect(try await claims(of: sentence, published: "2020") == ["Jonas Reek | visited | Estova"])
    }

    @Test func `finds nothing in an empty passage`() async throws {
        #expect(try await reading(of: "") == PassageReading())
    }
}
