import Extraction
import Facts
import Testing

@Suite struct AnchoredReadingTests {
    private let desk = ExtractorFingerprint.unnamed

    @Test func `keeps what stands in the report and names what does not`() throws {
        let report = try report("The visit took place. The visit was short.")
        let claims = [
            try claim(quoting: "took place"), try claim(quoting: "took  place", "no such words"), try claim(),
        ]
        let reading = AnchoredReading(claims, by: desk, in: report)
        #expect(reading.claims.extractor == desk)
        #expect(reading.claims.claims.map(\.stated) == [claims[0], claims[2]])
        #expect(reading.refused.map(\.index) == [1])
        #expect(reading.refused.map(\.quote) == ["no such words"])
    }

    @Test func `a quotation that stands in several places is kept as an orphan`() throws {
        let reading = AnchoredReading([try claim(quoting: "visit")], by: desk, in: try report("A visit, a visit."))
        #expect(reading.claims.claims.flatMap(\.evidence).map(\.anchor) == [.orphaned])
        #expect(reading.refused.isEmpty)
    }

    @Test func `a claim given twice is kept once, also when its quotation is only spaced otherwise`() throws {
        let claims = [
            try claim(quoting: "took place"), try claim(quoting: "took\n place"), try claim(quoting: "visit"),
        ]
        let reading = AnchoredReading(claims, by: desk, in: try report("The visit took place."))
        #expect(reading.claims.claims.map(\.stated) == [claims[0], claims[2]])
        #expect(reading.refused.isEmpty)
    }

    @Test func `looks for no quotation in front matter`() throws {
        let report = try report("---\ntitle: Secret visit\n---\nNothing of it here.\n", "wire.md")
        #expect(AnchoredReading([try claim(quoting: "Secret visit")], by: desk, in: report).refused.count == 1)
    }
}
