@testable import Facts
import TestSupport
import Testing

@Suite struct `Claims as they are kept` {
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

    @Test(arguments: UInt64(0)..<100)
    func `a claim wins back what was stated, and reading that gives the claim`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let claim = randomClaim(&random)
        #expect(vocabulary.read(claim.stated, evidence: claim.evidence) == claim, "seed \(seed)")
        #expect(vocabulary.reread(claim) == claim, "seed \(seed)")
        #expect(claim.id == ClaimID(claim.stated), "seed \(seed)")
    }

    @Test(arguments: UInt64(0)..<100)
    func `the id of a claim does not depend on the vocabulary`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let claim = randomClaim(&random)
        let open = Vocabulary.empty.reread(claim)
        #expect(open.id == claim.id, "seed \(seed)")
        #expect(vocabulary.reread(open) == claim, "seed \(seed)")
    }

    @Test(arguments: UInt64(0)..<100)
    func `a claim is read as it was stored`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let claim = randomClaim(&random)
        let bytes = claim.json.canonicalBytes
        let read = try #require(Claim(json: try JSONParser.parse(bytes)), "seed \(seed)")
        #expect(read.json.canonicalBytes == bytes, "seed \(seed)")
        #expect(read.id == claim.id && read.fact == claim.fact && read.stated.json == claim.stated.json, "seed \(seed)")
    }

    @Test(arguments: [
        "fact", "claim", "inverted", "report", "subject", "predicate", "object", "arguments", "time", "polarity",
        "certainty",
        "modality", "attribution",
        "evidence", "key", "ext",
    ])
    func `a stored claim with a damaged member is none`(member: String) throws {
        var random = SeededGenerator(seed: 1)
        var members = try #require(randomClaim(&random).json.object)
        #expect(Claim(json: .object(members)) != nil)
        for value in [JSONValue.number("5"), .bool(false), .array([.null])] {
            members[member] = value
            #expect(Claim(json: .object(members)) == nil)
        }
    }

    @Test(arguments: [#""affirm""#, #""certainly""#, #""2020-13""#])
    func `a stored claim with an unknown word is none`(word: String) throws {
        var random = SeededGenerator(seed: 1)
        let members = try #require(randomClaim(&random).json.object)
        for member in ["polarity", "certainty", "time"] {
            var damaged = members
            damaged[member] = try JSONParser.parse(word)
            #expect(Claim(json: .object(damaged)) == nil)
        }
        var damaged = members
        damaged["modality"] = .array([try JSONParser.parse(word)])
        #expect(Claim(json: .object(damaged)) == nil)
    }

    @Test(arguments: [
        #"{}"#, #"{"quote":"x"}"#, #"{"quote":"x","anchor":"lost"}"#, #"{"quote":"x","anchor":1}"#,
        #"{"quote":"x","start":-1,"end":1,"line":1}"#,
        #"{"quote":"x","start":2,"end":1,"line":1}"#, #"{"quote":"x","start":0,"end":1,"line":0}"#,
        #"{"quote":"x","anchor":"folded"}"#,
    ])
    func `stored evidence that is damaged is none`(json: String) throws {
        #expect(Evidence(json: try JSONParser.parse(json)) == nil)
    }

    @Test func `the claims of a fact are in one order whatever order they come in`() throws {
        var random = SeededGenerator(seed: 7)
        var claims = (0..<20).map { _ in randomClaim(&random) }
        let place = TextRange(start: 90, end: 91, line: 1)
        claims += claims.map { $0.with(evidence: $0.evidence.map { Evidence(quote: $0.quote, anchor: .exact(place)) }) }
        let sorted = try #require(Fact(id: claims[0].fact, claims: claims)).claims
        for _ in 0..<10 {
            let shuffled = try #require(Fact(id: claims[0].fact, claims: claims.shuffled(using: &random))).claims
            #expect(shuffled.map(\.json) == sorted.map(\.json))
        }
        #expect(Fact(id: claims[0].fact, claims: []) == nil)
    }

    @Test func `what is orphaned and what is unquoted`() throws {
        let stated = StatedClaim(report: try #require(ReportName("r")), subject: .plain("Qatar"), predicate: "visited")
        let lost = Evidence(quote: "a", anchor: .orphaned)
        let found = Evidence(quote: "b", anchor: .exact(TextRange(start: 0, end: 1, line: 1)))
        #expect(vocabulary.read(stated, evidence: []).isUnquoted && !vocabulary.read(stated, evidence: []).isOrphaned)
        #expect(
            vocabulary.read(stated, evidence: [lost]).isOrphaned
                && !vocabulary.read(stated, evidence: [lost, found]).isOrphaned)
        #expect(vocabulary.read(stated, evidence: []).isOwnVoice)
    }
}
