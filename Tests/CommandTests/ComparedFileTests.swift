import Facts
import TestSupport
import Testing

/// What people are told of two files of claims: why they differ, and what rests on what does.
@Suite struct ComparedFileTests {
    private static let vocabulary = """
        format: vocabulary/1
        entities: []
        predicates:
          - {id: leads, label: leads, kind: state, single-valued: true, roles: {object: {type: entity}}}
          - {id: lives-in, label: lives in, kind: state, derives-from: [leads]}

        """

    private func header(_ version: Int) -> String {
        #"{"annals":"claims/1","extractor":{"name":"desk","version":"\#(version)"}}"# + "\n"
    }

    private func row(_ subject: String, _ predicate: String, _ object: String, _ more: String = "") -> String {
        #"{"report":"register","subject":"\#(subject)","predicate":"\#(predicate)","object":\#(object),"#
            + #""certainty":"certain"\#(more)}"# + "\n"
    }

    /// The causes of what differs, each once.
    private func causes(_ before: String, _ after: String) throws -> [String] {
        var causes: Set<String> = []
        try withShell { shell in
            try shell.write(before, to: "one.jsonl")
            try shell.write(after, to: "two.jsonl")
            for line in try shell.succeed("compare", "one.jsonl", "two.jsonl", "--format", "jsonl").lines.dropFirst() {
                causes.insert(try #require(JSONParser.parse(Array(line.utf8)).object?["cause"]?.string))
            }
        }
        return causes.sorted()
    }

    @Test func `a table that says something else is another table`() throws {
        let old = header(1) + row("Port Vale", "depth", #""12 m""#)
        #expect(try causes(old, header(1) + row("Port Vale", "depth", #""14 m""#)) == ["report"])
        #expect(try causes(old, old + row("Port Vale", "length", #""2 km""#)) == ["report"])
        #expect(try causes(old, old) == [])
    }

    @Test func `the same words of a table that another extractor reads otherwise are the extractor's`() throws {
        let old = header(1) + row("Port Vale", "depth", #""12 m""#)
        let new = header(2) + row("Port Vale", "depth", #"{"text":"12 m"}"#)
        #expect(try causes(old, new) == ["extractor"])
    }

    @Test func `other words that another extractor read can be due to either`() throws {
        let old = header(1) + row("Port Vale", "depth", #""12 m""#)
        #expect(try causes(old, header(2) + row("Port Vale", "depth", #""14 m""#)) == ["mixed"])
    }

    @Test func `of a quoted report no text is at hand, so the extractor is named`() throws {
        let quote = #","evidence":[{"quote":"twelve metres deep"}]"#
        let old = header(1) + row("Port Vale", "depth", #""12 m""#, quote)
        #expect(try causes(old, header(1) + row("Port Vale", "depth", #""14 m""#, quote)) == ["extractor"])
    }

    @Test func `of a table nobody knows whether an edit was noticed, or who took a cell out`() throws {
        try withShell { shell in
            let depth = row("Port Vale", "depth", #""12 m""#)
            try shell.write(header(1) + depth + row("Port Vale", "length", #""2 km""#), to: "one.jsonl")
            try shell.write(header(1) + depth, to: "two.jsonl")

            let text = try shell.succeed("compare", "one.jsonl", "two.jsonl").text
            #expect(text.contains("1 report changed: register") && text.contains("REMOVED"), "\(text)")
            #expect(!text.contains("notice") && !text.contains("RETRACTED") && !text.contains("edited"), "\(text)")
            let page = try JSONParser.parse(
                shell.succeed("compare", "one.jsonl", "two.jsonl", "--format", "json").output)
            let report = page.object?["reports"]?.array?.first?.object
            #expect(report?["kind"] == "changed" && report?["silent"] == nil)
        }
    }

    @Test func `what rests on a fact that changed is named`() throws {
        try withShell { shell in
            let home = row("Ana Ruiz", "lives in", #""Port Vale""#)
            try shell.write(Self.vocabulary, to: "vocabulary.yaml")
            try shell.write(header(1) + home + row("Ana Ruiz", "leads", #""the board""#), to: "one.jsonl")
            try shell.write(header(1) + home + row("Ana Ruiz", "leads", #""the court""#), to: "two.jsonl")
            let words = ["compare", "one.jsonl", "two.jsonl", "--vocabulary", "vocabulary.yaml"]

            let text = try shell.annals(words).text
            #expect(text.contains("may be out of date") && text.contains("Ana Ruiz › lives in"), "\(text)")
            #expect(try shell.annals(words + ["--format", "jsonl"]).text.contains(#""stale":[{"fact""#))
        }
    }

    @Test func `what rests on facts of a flood is counted under it`() throws {
        try withShell { shell in
            let people = (0..<40).map { "Person \($0)" }
            func table(_ office: String) -> String {
                header(1) + people.map { row($0, "leads", "\"\(office) of \($0)\"") }.joined()
                    + people.prefix(7).map { row($0, "lives in", #""Port Vale""#) }.joined()
            }
            try shell.write(Self.vocabulary, to: "vocabulary.yaml")
            try shell.write(table("Board"), to: "one.jsonl")
            try shell.write(table("Court"), to: "two.jsonl")

            let text = try shell.succeed("compare", "one.jsonl", "two.jsonl", "--vocabulary", "vocabulary.yaml").text
            #expect(text.contains("7 facts that rest on these may be out of date: "), "\(text)")
        }
    }
}
