import TestSupport
import Testing

@testable import Facts

@Suite struct `Claims as lines` {
    private let vocabulary: Vocabulary

    init() throws { vocabulary = try VocabularyReader.read(SampleVocabulary.text) }

    private func randomClaim(_ random: inout SeededGenerator) -> Claim {
        let stated = StatedClaim.random(using: &random)
        let evidence = stated.evidence.enumerated().map { index, stated in
            let range = TextRange(start: 10 * index, end: 10 * index + stated.quote.utf8.count, line: index + 1)
            return Evidence(
                quote: stated.quote, anchor: random.pick([.exact(range), .folded(range), .orphaned, .unchecked]))
        }
        return vocabulary.read(stated, evidence: evidence)
    }

    private func general(_ line: [UInt8]) -> Claim? { (try? JSONParser.parse(line)).flatMap(Claim.init(json:)) }

    @Test(arguments: UInt64(0)..<300)
    func `a line is written as the general writer writes it`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let claim = randomClaim(&random)
        #expect(claim.line == claim.json.canonicalBytes, "seed \(seed)")
        #expect(claim.stated.line == claim.stated.json.canonicalBytes, "seed \(seed)")
    }

    @Test(arguments: UInt64(0)..<300)
    func `a line is read as the general reader reads it, whole or damaged`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let line = randomClaim(&random).line
        #expect(Claim(line: line[...]) == general(line), "seed \(seed)")
        #expect(Claim(line: line[...])?.line == line, "seed \(seed)")
        for _ in 0..<30 {
            let damaged = line.damaged(&random)
            let text = String(decoding: damaged, as: UTF8.self)
            #expect(Claim(line: damaged[...]) == general(damaged), "seed \(seed): \(text)")
        }
    }

    @Test(arguments: UInt64(0)..<300)
    func `an ordinary line of an extractor is read as the general reader reads it, and no other`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let line = StatedClaim.random(using: &random).json.canonicalBytes
        for candidate in [line] + (0..<30).map({ _ in line.damaged(&random) }) {
            guard let claim = StatedClaim(plainLine: candidate[...]) else { continue }
            let text = String(decoding: candidate, as: UTF8.self)
            let general = try? StatedClaim(json: JSONParser.parse(candidate))
            #expect(general == claim, "seed \(seed): \(text)")
        }
    }

    @Test func `ordinary lines are read in one pass, whatever the order of their members`() throws {
        let line = #"""
            { "report": "wire-1", "subject": {"entity": "Talin Oro"}, "predicate": "visited", "object": "Doha",
              "arguments": {"cause": {"text": "a \"gift\"\n"}, "sum": {"quantity": "5", "unit": "USD"}},
              "evidence": [{"start": 0, "quote": "“no”", "end": 8}], "modality": ["refused", "planned"],
              "attribution": ["Reuters"], "time": "2020-02", "certainty": "certain", "polarity": "denied" }
            """#
        let claim = try #require(StatedClaim(plainLine: Array(line.utf8)[...]))
        #expect(try claim == StatedClaim(json: JSONParser.parse(line)))
        #expect(claim.modality == [.planned, .refused])
        #expect(claim.arguments["cause"] == .text("a \"gift\"\n"))
    }

    @Test(arguments: [
        "", "{}", "[]", "{\"report\":\"r\"}", "{\"report\":\"r\",\"subject\":\"a\",\"predicate\":\"b\"",
        "{\"report\":\"r\",\"subject\":\"a\",\"predicate\":\"b\"}}",
        "{\"report\":\"r\",\"subject\":\" \",\"predicate\":\"b\"}",
        "{\"report\":\"r\",\"subject\":\"a\",\"predicate\":\"b\",}",
        "{\"report\":\"r\",\"report\":\"r\",\"subject\":\"a\",\"predicate\":\"b\"}",
        "{\"report\":\"r\",\"subject\":\"a\",\"predicate\":\"b\",\"more\":1}",
        "{\"report\":\"r\",\"subject\":\"\\u0041\",\"predicate\":\"b\"}",
        "{\"report\":\"r\",\"subject\":\"a\" \"predicate\":\"b\"}",
    ])
    func `what is out of the ordinary is left to the general reader`(line: String) {
        #expect(StatedClaim(plainLine: Array(line.utf8)[...]) == nil)
    }

    @Test func `a text may hold any character that the canonical form escapes or keeps`() throws {
        let text = String(String.UnicodeScalarView((0...0x2FF).compactMap(Unicode.Scalar.init))) + "😀\u{FFFF}"
        var stated = StatedClaim(report: try #require(ReportName("r")), subject: .text(text), predicate: "is")
        stated.key = text
        let claim = vocabulary.read(stated, evidence: [])
        #expect(claim.line == claim.json.canonicalBytes)
        #expect(Claim(line: claim.line[...]) == claim)
    }
}

extension [UInt8] {
    /// The bytes with one changed, left out or put in, or some of them moved.
    fileprivate func damaged(_ random: inout SeededGenerator) -> [UInt8] {
        var bytes = self
        let place = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[place] = random.pick(Array("\"\\{}[],:0a \u{1}é".utf8))
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(random.pick(Array("\"\\{}[],:0a \n".utf8)), at: place)
        case 3: bytes.removeLast(bytes.count - place)
        default:
            let end = Int.random(in: place...bytes.count, using: &random)
            bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: bytes.indices, using: &random))
        }
        return bytes
    }
}
