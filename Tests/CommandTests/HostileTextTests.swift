import Foundation
import TestSupport
import Testing

/// Reports and claims made to harm whoever looks at them.
@Suite struct HostileTextTests {
    private static let text =
        "Red \u{1B}[31mtext\u{1B}[0m \u{1B}]0;title\u{7} \u{202E}right to left\u{202C} \u{2066}isolated\u{2069} \u{9B}31m "
        + "<script>alert(1)</script> [link](javascript:alert(1)) =cmd|' /C calc'!A0 zero\u{200B}width \u{FEFF} "
        + String(repeating: "a\u{301}", count: 3) + String(repeating: "\u{301}", count: 200) + " | `code` \u{2028}end"

    /// A text in quotation marks, as JSON and YAML both read it.
    private static func quoted(_ text: String) -> String {
        let escaped = text.utf16.map { unit in
            let isPlain = (0x20..<0x7F).contains(unit) && unit != 0x22 && unit != 0x5C
            let digits = String(unit, radix: 16)
            return isPlain
                ? String(UnicodeScalar(UInt8(unit))) : "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
        return "\"\(escaped.joined())\""
    }

    /// Front matter in which every text is `text`, and a text below it.
    private static func report(_ text: String, _ prose: String) -> String {
        let keys = ["title", "source", "notice", "url", "language", "other", "\u{1B}[31m\u{202E}"]
        let lines = keys.map { "\(quoted($0)): \(quoted(text))" }
        return "---\n\(lines.joined(separator: "\n"))\n---\n\(prose)\n"
    }

    /// A claim in which every text is `text`, resting on `quote`.
    private static func claim(_ text: String, _ quote: String) -> String {
        let text = quoted(text)
        return #"{"report":"hostile","subject":\#(text),"predicate":\#(text),"object":\#(text),"#
            + #""arguments":{\#(text):\#(text)},"attribution":[\#(text)],"key":\#(text),"ext":{\#(text):\#(text)},"#
            + #""evidence":[{"quote":\#(quoted(quote))}]}"#
    }

    /// Lines that are refused, and whose refusal names what is in them.
    private static var refused: [String] {
        let evil = quoted(text + "\u{0}after")
        return [
            #"{"report":"hostile","subject":\#(evil),"predicate":"x","evidence":[{"quote":\#(evil)}]}"#,
            #"{"report":\#(evil),"subject":"x","predicate":"x"}"#,
            #"{"report":"other","subject":\#(evil),"predicate":"x"}"#,
            #"{"report":"hostile","subject":"x","predicate":"x","time":\#(evil)}"#, "\u{1B}[2J \u{202E}",
            #"{"report":"hostile","subject":"x","predicate":"x",\#(evil):1,\#(evil):2}"#,
        ]
    }

    /// A story of one report and its claims.
    private func withHostileStory(_ report: String, _ claims: [String], _ body: (Shell) throws -> Void) throws {
        try withShell { shell in
            try shell.write(Shell.vocabulary, to: "vocabulary.yaml")
            try shell.write(report, to: "reports/hostile.md")
            let lines = [#"{"annals":"claims/1","extractor":"desk@1"}"#] + claims
            try shell.write(lines.joined(separator: "\n"), to: "claims.jsonl")
            try shell.succeed("init", "--recorded", "2022-07-08")
            let record = "record reports --claims claims.jsonl --recorded 2022-07-09"
            try check(shell, record.words + ["-m", Self.text], status: claims.count > 1 ? 3 : 0)
            try body(shell)
        }
    }

    /// What reads a story.
    private static let readers = [
        "log", "diff", "diff HEAD~1 --stat", "show hostile", "show HEAD", "facts", "reports", "contradictions",
        "verify", "compare /dev/null claims.jsonl --vocabulary vocabulary.yaml",
    ]

    @Test func `no command obeys a text in any format`() throws {
        let quote = "Red \u{1B}[31mtext"
        let claims = [Self.claim(Self.text + "\u{0}after", quote)] + Self.refused
        try withHostileStory(Self.report(Self.text, Self.text), claims) { shell in
            let id = try #require(try shell.facts().first)
            for line in Self.readers + ["show \(id)", "history \(id)"] {
                let status: Int32 = line.hasPrefix("compare") ? 3 : 0
                for format in ["text", "json", "jsonl", "markdown", "html"] {
                    try check(shell, line.words + ["--format", format], status: status)
                }
                let page = try shell.annals(line.words + ["--format", "markdown"]).all
                #expect(!page.contains("<script") && !page.contains("[link]("), "\(line): \(page)")
                let markup = Markup(try shell.annals(line.words + ["--format", "html"]).all)
                #expect(
                    markup.faults.isEmpty && markup.strangers.isEmpty, "\(line): \(markup.faults + markup.strangers)")
                #expect(markup.addresses.isEmpty, "\(line)")
                try check(shell, line.words, status: status, with: ["COLUMNS": "40"])
            }
        }
    }

    @Test func `no page of a site, no feed and no download obeys a text`() throws {
        let quote = "Red \u{1B}[31mtext"
        try withHostileStory(Self.report(Self.text, Self.text), [Self.claim(Self.text, quote)]) { shell in
            let site = try Site(of: shell, "--title", Self.text)
            for (path, bytes) in site.files where path != "site.json" {
                let text = try #require(String(validating: bytes, as: UTF8.self), "\(path)")
                let raw = text.unicodeScalars.filter(Self.isObeyed)
                #expect(raw.isEmpty, "\(path): \(Set(raw.map { String($0.value, radix: 16) }))")
                #expect(!path.hasSuffix(".csv"))
            }
            for (path, page) in site.pages {
                let markup = Markup(page)
                #expect(
                    markup.faults.isEmpty && markup.strangers.isEmpty, "\(path): \(markup.faults + markup.strangers)")
                #expect(markup.addresses.allSatisfy { !$0.contains(":") }, "\(path): \(markup.addresses)")
            }
            let feed = Markup(String(decoding: try #require(site.files["feed.xml"]), as: UTF8.self), void: [])
            #expect(feed.faults.isEmpty && Set(feed.tags.map(\.name)).isSubset(of: Self.atom), "\(feed.faults)")
            let items = try JSONSerialization.jsonObject(with: Data(site.files["feed.json"] ?? [])) as? [String: Any]
            let content = (items?["items"] as? [[String: Any]])?.first?["content_html"] as? String
            #expect(Markup(try #require(content)).strangers.isEmpty)
        }
    }

    /// The elements of a feed.
    private static let atom: Set<String> = [
        "feed", "title", "id", "updated", "link", "author", "name", "entry", "content",
    ]

    @Test func `words of a megabyte are cut for people and whole for machines`() throws {
        let long = String(repeating: "w", count: 1_000_000)
        try withHostileStory(Self.report(long, long), [Self.claim(long, long)]) { shell in
            for line in ["diff", "facts", "show hostile", "contradictions", "reports"] {
                let text = try shell.annals(line.words, with: ["COLUMNS": "80"])
                #expect(text.status == 0 && text.output.count < 50_000, "\(line): \(text.output.count) bytes")
                for line in text.all.split(separator: "\n") { #expect(line.count <= 80) }
            }
            #expect(try shell.annals(["facts", "--format", "json"]).all.contains(long))
            for (path, page) in try Site(of: shell).pages { #expect(page.utf8.count < 100_000, "\(path)") }
        }
    }

    @Test func `no refusal obeys what was typed`() throws {
        try withStory { shell in
            let evil = Self.text
            for arguments in [
                [evil], ["log", "--at", evil], ["log", "--" + evil], ["log", "--format", evil], ["show", evil],
                ["history", evil], ["withdraw", evil], ["record", evil], ["record", "--claims", evil],
                ["record", "--recorded", evil], ["record", "--extractor", evil], ["diff", evil],
                ["diff", "--since", evil],
                ["diff", "--cause", evil], ["compare", evil, evil], ["-C", evil, "log"], ["help", evil],
                ["compare", "one.jsonl", "two.jsonl", "--vocabulary", evil], ["facts", evil],
            ] {
                try check(shell, arguments, status: nil)
            }
        }
    }

    @Test func `names of files are shown and not obeyed`() throws {
        try withStory { shell in
            let name = "new/\u{1B}[31m\u{202E}name"
            try shell.write("Text.", to: name + ".txt")
            try shell.write("", to: name + "-empty.txt")
            try shell.write("nothing", to: name + ".jsonl")
            try check(shell, ["record", "new", "--claims", name + ".jsonl", "--recorded", "2022-07-11"], status: 3)
            try check(shell, ["compare", name + ".jsonl", name + ".jsonl"], status: 3)
            try check(shell, ["init", name], status: nil)
            try check(shell, ["reports"], status: 0)
        }
    }

    private func check(
        _ shell: Shell, _ arguments: [String], status: Int32?, with environment: [String: String] = [:]
    ) throws {
        let result = try shell.annals(arguments, with: environment)
        if let status { #expect(result.status == status, "\(arguments): \(result.errors)") }
        for text in [result.all, result.errors] {
            let raw = text.unicodeScalars.filter(Self.isObeyed)
            #expect(raw.isEmpty, "\(arguments.prefix(3)): \(Set(raw.map { String($0.value, radix: 16) }))")
        }
    }

    /// Whether a terminal or a browser would obey the scalar, or an eye be deceived by it.
    private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
        scalar != "\n"
            && [.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
    }
}
