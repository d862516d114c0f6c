import Extraction
import Facts
import TestSupport
import Testing

@Suite struct `HTML pages` {
    @Test(arguments: SamplePage.all)
    func `give their report's prose and nothing of what is around it`(page: SamplePage) throws {
        let report = try report(page.html, "page.html")
        #expect(report.text == Array(page.html.utf8))
        #expect(report.passages.map(\.passage.text) == page.prose)
    }

    @Test(arguments: SamplePage.all)
    func `say who published what when, as far as they do`(page: SamplePage) throws {
        let record = try report(page.html, "page.html").record
        let known = [
            record.title, record.source, record.published?.edtf, record.updated?.edtf, record.url, record.language,
        ]
        #expect(known.map { $0 ?? "" } == page.known)
        #expect(record.format == .html)
        #expect(ReportRecord(json: record.json) == record)
    }

    @Test(arguments: SamplePage.all)
    func `lead each quotation back to bytes that have it`(page: SamplePage) throws {
        let report = try report(page.html, "page.html")
        let words = ReportWords(report)
        for passage in report.passages {
            var claim = try claim("page", quoting: passage.passage.text)
            claim.evidence += passage.passage.text.split(separator: " ").map { .init(quote: String($0)) }
            let located = passage.located(claim)
            let anchored = AnchoredReading([located], by: .unnamed, in: report)
            #expect(anchored.refused.isEmpty)
            for evidence in anchored.claims.claims.flatMap(\.evidence) {
                guard let range = evidence.range else { continue }
                #expect(words.quote(at: range.start..<range.end) == evidence.quote)
            }
            #expect(located.evidence[0].start != nil)
        }
    }

    @Test(arguments: [
        ("2020-02-23T14:06:00Z", "2020-02-23T14:06:00Z"), ("2020-02-23T14:06:00.123+0200", "2020-02-23T14:06:00+02:00"),
        ("2020-02-23 14:06", "2020-02-23T14:06:00"), ("2020-02-23T14:06Z", "2020-02-23T14:06:00Z"),
        ("2020-02", "2020-02"),
        ("2020-02-23T25:99:00Z", "2020-02-23"), ("2020-02-23 noon", "2020-02-23"), ("Sunday", ""), ("", ""),
        ("2020-02-23 14:06:00 UTC", "2020-02-23T14:06:00Z"), ("2020-02-30", ""),
    ])
    func `say the time as they please, and the date is kept`(written: String, read: String) throws {
        let page = "<meta property=article:published_time content='\(written)'><p>Text."
        #expect(try report(page, "page.html").record.published?.edtf ?? "" == read)
    }

    @Test(arguments: [
        "<p>One.<p>Two.", "One.<br><br>Two.", "<div>One.</div></div></p>Two.", "<ul><li>One.<li>Two.</ul>",
        "</body></html>One.<hr>Two.",
        "<table><tr><td><p>One.<p>Two.</table>", "<b><p>One.</b><i><p>Two.", "<p>One.</p><p onclick='a>b'>Two.</p",
        "<p class=a class=b>One.</p><p id=\">\">Two.", "<blockquote>One.</blockquote>Two.",
        "<form><p>One.<p>Two.</form>",
        "<p>One.</p><script>x='</p>'</script><p>Two.</p><script>never", "<p>One.<table><tr><p>Two.</table>",
        "<frameset><frame src=x><p>One.</p></frameset><p>Two.",
        "<svg><p>no</p></svg><p>One.</p><template><p>no</template><p>Two.",
        "<nav><p>One.<p>Two.", "<article><p>One.<section><p>Two.</article></section>",
    ])
    func `are read however they are broken`(html: String) throws {
        #expect(try report(html, "page.html").passages.map(\.passage.text) == ["One.", "Two."])
    }

    @Test func `too deep and too large ones are refused`() {
        #expect(problem(String(repeating: "<div>", count: 10_000) + "x", "a.html")?.reason == .tooNested)
        #expect(problem(String(repeating: "<p>", count: 1_700_000) + "x", "a.html")?.reason == .tooManyElements)
        #expect(problem(String(repeating: "<b><i>", count: 100_000) + "x", "a.html") == nil)
    }

    @Test(arguments: ["<html></html>", "<p> \n</p><script>x</script>", "<!-- text -->", "<title>Title</title>"])
    func `without words are empty`(html: String) {
        #expect(problem(html, "a.html")?.reason == .empty)
    }

    @Test func `in another encoding say in which`() {
        let latin = Array("<meta charset=windows-1252><p>Caf".utf8) + [0xE9]
        #expect(problem(latin, "a.html")?.reason == .encoding("windows-1252"))
        let old = Array("<META http-equiv=Content-Type content='text/html; charset=iso-8859-1'><p>Caf".utf8) + [0xE9]
        #expect(problem(old, "a.html")?.reason == .encoding("iso-8859-1"))
        #expect(problem([0xFF, 0xFE, 0x3C, 0], "a.html")?.reason == .encoding("UTF-16"))
        #expect(problem(Array("<p>Caf".utf8) + [0xE9], "a.html")?.reason == .notUTF8(byte: 6))
        #expect(
            problem("<meta charset=latin1><p>Café.", "a.html") == nil, "converted, and the page still says otherwise")
        #expect(problem(Array("<p>a".utf8) + [0] + Array("b".utf8), "a.html")?.reason == .binary(byte: 4))
    }

    @Test func `are known by their first tags where the name says nothing`() throws {
        #expect(try report("\u{FEFF}\n<!-- x --><!DOCTYPE html><p>Text.", "wire").record.format == .html)
        #expect(try report("<html><p>Text.", "wire.asp").record.format == .html)
        #expect(try report("<html><p>Text.", "wire.txt").record.format == .text)
        #expect(try report("A <html> tag.", "wire").record.format == .text)
        #expect(try report("Text", "page.xhtml").record.format == .html)
    }

    @Test(arguments: UInt64(0)..<150)
    func `changed at random are read all the same, and every block leads to its words`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var bytes = Array(random.pick(SamplePage.all).html.utf8)
        for _ in 0..<Int.random(in: 1...30, using: &random) {
            let start = Int.random(in: bytes.indices, using: &random)
            let end = min(bytes.count, start + Int.random(in: 0...40, using: &random))
            switch Int.random(in: 0...3, using: &random) {
            case 0: bytes.removeSubrange(start..<end)
            case 1: bytes.insert(contentsOf: bytes[start..<end], at: Int.random(in: bytes.indices, using: &random))
            case 2:
                bytes.insert(
                    contentsOf: random.pick(["<", ">", "\"", "&", "</p>", "<table>", "<!--", "<a href="]).utf8,
                    at: start)
            default: bytes[start] = UInt8.random(in: 1...127, using: &random)
            }
        }
        guard String(validating: bytes, as: UTF8.self) != nil, problem(bytes, "a.html") == nil else { return }
        let report = try ReportReader.report(bytes, "a.html")
        let words = ReportWords(report)
        for block in report.blocks {
            let quote = words.quote(at: block.map.source(of: 0..<block.text.utf8.count))
            let found = try #require(quote, "seed \(seed): \(block.text)")
            #expect(Self.isContained(block.text, in: found), "seed \(seed): \(block.text) in \(found)")
        }
    }

    /// Whether all letters of a text stand in another one in their order: notes and boxes may stand between them.
    private static func isContained(_ text: String, in other: String) -> Bool {
        var rest = other.unicodeScalars[...]
        for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
            guard let place = rest.firstIndex(of: scalar) else { return false }
            rest = rest[rest.index(after: place)...]
        }
        return true
    }
}
