@testable import FactRepository
import Facts
import StoryTestSupport
import TestSupport
import Testing

@Suite struct LineScannerTests {
    /// Claims of every shape that random news has, one with other members that hold names like those that are looked for.
    private static func claims() throws -> [Claim] {
        var random = SeededGenerator(seed: 5)
        let vocabulary = try VocabularyReader.read(Vocabularies.turns)
        var claims: [Claim] = []
        for number in 0..<60 {
            let read = try News.random("wire-\(number)", using: &random).claims(by: "desk@1")
            claims += read.claims.map { vocabulary.read($0) }
        }
        var odd = StatedClaim(
            report: try #require(ReportName("odd")), subject: .plain("\"fact\":\"\\"), predicate: "says \\\"claim\\\"")
        odd.ext = [
            "fact": .string(String(repeating: "k", count: 32)),
            "polarity": .string("denied"),
            "a": .array([.object(["claim": .string("]}"), "fact": .string("{[")]), .null]),
        ]
        return claims + [vocabulary.read(AnchoredClaim(stated: odd, evidence: []))]
    }

    @Test func `finds the ids that reading the whole line finds`() throws {
        let claims = try Self.claims()
        #expect(claims.count > 100)
        for claim in claims {
            let line = claim.line
            let ids = try #require(LineScanner.ids(in: line[...]))
            #expect(ids.fact == claim.fact && ids.claim == claim.id)
            let shifted = [0, 0] + line
            #expect(LineScanner.ids(in: shifted[2...])?.fact == claim.fact)
        }
    }

    @Test func `finds the report, the predicate and whether the claim denies`() throws {
        for claim in try Self.claims() {
            let line = claim.line[...]
            #expect(ClaimLine(claim).report == claim.report)
            guard !claim.predicate.contains("\\"), !claim.predicate.contains("\"") else {
                #expect(LineScanner.predicate(in: line) == nil)
                continue
            }
            #expect(LineScanner.predicate(in: line) == claim.predicate)
            let stored = try #require(ClaimLine(stored: line))
            #expect(stored.denies == (claim.polarity == .denied))
            #expect(LineScanner.predicate(in: line.dropLast()) == nil)
        }
    }

    @Test func `a name or report that is spelt with escapes is left to who reads all of it`() throws {
        let line = try #require(try Self.claims().first).line
        let text = String(decoding: line, as: UTF8.self)
        let report = text.replacing("\"report\":\"wire", with: "\"report\":\"\\u0077ire")
        let name = text.replacing("\"report\":", with: "\"repor\\u0074\":")
        for other in [report, name] {
            #expect(other != text)
            let bytes = Array(other.utf8)
            #expect(LineScanner.report(in: bytes[...]) == nil)
            #expect(try #require(ClaimLine(stored: bytes[...])).report == Claim(line: line[...])?.report)
        }
    }

    @Test func `leaves a line that is cut short, or in another order, to who reads all of it`() throws {
        let line = try #require(try Self.claims().last).line
        for end in line.indices {
            let ids = LineScanner.ids(in: line[..<end])
            #expect(ids == nil || Claim(line: line[...])?.fact == ids?.fact)
        }
        for text in ["", "{", "{}", "[]", "{\"fact\":7}", "{\"fact\":\"k\",\"claim\":\"0\"}", "{\"a\":\"\\"] {
            #expect(LineScanner.ids(in: Array(text.utf8)[...]) == nil)
        }
    }
}
