import Extraction
import Facts
import TestSupport
import Testing

@Suite struct FrontMatterTests {
    private static let full = """
        ---
        name: ledger-3
        title: "A: quoted title"
        source: Gulf Ledger
        published: 2020-02-23
        updated: 2020-02-24T14:06:00Z
        notice: One word was corrected.
        url: https://example.org/3
        language: en
        desk: [news, {region: gulf}]
        pages: 4
        ---
        The text.
        """

    @Test(arguments: ["\n", "\r\n"], ["", "\u{FEFF}"])
    func `says all that is known of a report, whatever ends its lines and starts the file`(
        end: String, start: String
    ) throws {
        let text = start + Self.full.split(separator: "\n").joined(separator: end)
        let record = try report(text, "file.md").record
        #expect(record.name.description == "ledger-3")
        #expect(record.title == "A: quoted title")
        #expect(record.source == "Gulf Ledger")
        #expect(record.published?.edtf == "2020-02-23")
        #expect(record.updated?.edtf == "2020-02-24T14:06:00Z")
        #expect(record.notice == "One word was corrected.")
        #expect(record.url == "https://example.org/3")
        #expect(record.language == "en")
        #expect(record.ext["pages"] == .string("4"))
        #expect(record.ext["desk"] == .array([.string("news"), .object(["region": .string("gulf")])]))
        #expect(Array(text.utf8)[record.bodyStart...].elementsEqual("The text.".utf8))
    }

    @Test func `the bytes stay as they came`() throws {
        #expect(try report(Self.full, "a.md").text == Array(Self.full.utf8))
    }

    @Test(arguments: [
        "The text.\n---\ntitle: x\n---\n", " ---\ntitle: x\n---\n", "----\ntitle: x\n----\n", "--- # no\nx: y\n---\n",
    ])
    func `text that only looks like front matter is text`(text: String) throws {
        let record = try report(text, "wire.md").record
        #expect(record.title == nil)
        #expect(record.bodyStart == 0)
    }

    @Test func `in a text file it is read where it reads as front matter`() throws {
        #expect(try report(Self.full, "a.txt").record == report(Self.full, "a.md").record)
        #expect(try report("---\na: [\n---\nText.", "a.txt").record.bodyStart == 0)
    }

    @Test(arguments: ["---\n---\nText.", "---\n# nothing\n---\nText.", "---\ntitle:\nname: ' '\n---\nText."])
    func `may say nothing`(text: String) throws {
        let record = try report(text, "wire.md").record
        #expect(record.name.description == "wire")
        #expect(record.title == nil)
    }

    @Test func `a report may be front matter and nothing else, like a record of a table`() throws {
        let text = "---\ntitle: x\n---\n"
        #expect(try report(text, "wire.md").record.bodyStart == text.utf8.count)
        #expect(try report("---\ntitle: x\n---", "wire.md").record.title == "x")
    }

    @Test func `front matter that does not end is refused`() {
        #expect(problem("---\ntitle: x\nText.\n")?.reason == .openFrontMatter)
        #expect(problem("---")?.line == 1)
    }

    @Test(arguments: [
        ("title: [a", 3), ("a: b\ntitle: \"x", 4), ("title: x\n\tname: y", 3), ("a: b\n a: c", 3),
        ("- a\n- b", 2), ("just text", 2), ("a: *b", 2), ("b: 2\na: 1\na: 3", 3), ("a: \u{1B}[31m", 2),
        ("a: b\nc: \u{7}", 3), ("title: x\ndate: @x", 3),
    ])
    func `an error of YAML names its line in the file`(yaml: String, line: Int) {
        let problem = problem("---\n\(yaml)\n---\nText.\n")
        #expect(problem?.line == line, "\(String(describing: problem))")
    }

    @Test(arguments: ["title: [a, b]", "source: {a: b}", "published: [2020]", "name: {}"])
    func `what must be text is refused when it is not`(yaml: String) {
        #expect(problem("---\nlanguage: en\n\(yaml)\n---\nText.\n")?.line == 3)
    }

    @Test(arguments: [
        ("2020", "2020"), ("2020-02", "2020-02"), ("2020-02-23", "2020-02-23"), ("2020-02~", "2020-02~"),
        ("2020-02-23T14:06:00Z", "2020-02-23T14:06:00Z"), ("2020-02-23 14:06:00Z", "2020-02-23T14:06:00Z"),
        ("\"2020-02-23\"", "2020-02-23"), ("2020-02-01/2020-02-07", "2020-02-01/2020-02-07"),
    ])
    func `reads dates as they are commonly written`(written: String, edtf: String) throws {
        #expect(try report("---\npublished: \(written)\n---\nText.", "a.md").record.published?.edtf == edtf)
    }

    @Test(arguments: ["23 February 2020", "2020-02-30", "2020-13-01", "02/23/2020", "yesterday", "2020-02-23 14:6"])
    func `a date that is none is refused, with its line`(written: String) {
        for key in ["published", "updated"] {
            let problem = problem("---\ntitle: x\n\n\(key): \(written)\n---\nText.")
            #expect(problem?.line == 4)
        }
    }

    @Test func `a name that may be none is refused, with its line`() {
        let problem = problem("---\ntitle: x\nname: ../secret\n---\nText.")
        #expect(problem?.reason == .name("../secret"))
        #expect(problem?.line == 3)
    }

    @Test func `a few lines that stand for millions of values are refused`() {
        let rows = (1...9).map {
            "a\($0): &a\($0) [\(Array(repeating: "*a\($0 - 1)", count: 9).joined(separator: ", "))]"
        }
        let problem = problem("---\na0: &a0 x\n\(rows.joined(separator: "\n"))\n---\nText.")
        #expect(problem?.reason == .aliases)
    }

    @Test(arguments: [40, 100, 20_000])
    func `values too deep to be stored are refused`(depth: Int) {
        let value = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        let problem = problem("---\ntitle: x\ndeep: \(value)\n---\nText.")
        #expect(problem?.reason == .tooDeep)
    }
}
