import Facts
import Foundation
import FoundationXML
import TestSupport
import Testing

/// `annals check --published`: what becomes of what was published, for people and for continuous integration.
@Suite struct PublishedClaimsTests {
    private static let published =
        [
            #"{"report":"article-7","subject":"Qatar","predicate":"severed ties","object":"Israel","#
                + #""arguments":{"kind":"trade"},"time":"2009","article":"What Doha <did> & why"}"#,
            #"{"report":"article-8","subject":"Qatar","predicate":"severed ties","object":"Hamas","time":"2009"}"#,
        ].joined(separator: "\n") + "\n"

    private func withPublished(_ body: (Shell) throws -> Void) throws {
        try withStory { shell in
            try shell.write(Self.published, to: "published.jsonl")
            try body(shell)
        }
    }

    private func items(_ result: CommandResult) throws -> [[String: JSONValue]] {
        try JSONParser.parse(result.output).object?["items"]?.array?.compactMap(\.object) ?? []
    }

    @Test func `names the line, the article, and the words for and against`() throws {
        try withPublished { shell in
            let result = try shell.annals(["check", "--published", "published.jsonl"])

            #expect(result.status == 1)
            #expect(result.text.contains("!1 contradicted  -1 unsupported"))
            #expect(result.text.contains("! CONTRADICTED  published.jsonl:1"))
            #expect(result.text.contains("What Doha <did> & why"))
            #expect(result.text.contains(#"for           "severed trade ties with Israel in 2009""#))
            #expect(result.text.contains(#"against       "severed diplomatic ties with Israel in 2009""#))
            #expect(result.text.contains("! fails  (fails on: contradicted, corrected, broken)"))
        }
    }

    @Test func `fails on what it is told to, and since a revision on what is new`() throws {
        try withPublished { shell in
            func status(_ more: String...) throws -> Int32 {
                try shell.annals(["check", "--published", "published.jsonl"] + more).status
            }
            #expect(try status("--fail-on", "none") == 0)
            #expect(try status("--fail-on", "weakened") == 0)
            #expect(try status("--fail-on", "weakened,unsupported") == 1)
            #expect(try status("--fail-on", "everything") == 64)
            #expect(try status("--at", "HEAD~1") == 0)
            #expect(try status("--since", "HEAD~1") == 1)
            #expect(try status("--since", "HEAD") == 0)
            let lines = try items(
                shell.annals(["check", "--published", "published.jsonl", "--since", "HEAD~1", "--format", "json"]))
            #expect(lines.map { $0["status"]?.string } == ["contradicted", "unsupported"])
            #expect(lines.map { $0["former"]?.string } == ["ok", "unsupported"])
            #expect(lines.map { $0["fails"] } == [.bool(true), .bool(false)])
        }
    }

    @Test func `a source that corrected itself is named as such, with its words then and now`() throws {
        try withStory { shell in
            try shell.succeed("withdraw", "wire", "--recorded", "2022-07-11")
            let text = Shell.ledger.replacingOccurrences(of: "trade ties", with: "diplomatic ties")
            try shell.write(text, to: "in/ledger.md")
            let claim =
                #"{"report":"ledger","subject":"Qatar","predicate":"severed ties","object":"Israel","time":"2009","#
                + #""arguments":{"kind":"diplomatic"},"certainty":"certain","#
                + #""evidence":[{"quote":"severed diplomatic ties with Israel in 2009"}]}"#
            try shell.write("\(Shell.header)\n\(claim)\n", to: "new.jsonl")
            try shell.succeed(
                "record", "in/ledger.md", "--claims", "new.jsonl", "--recorded", "2022-07-12")
            try shell.write(Self.published, to: "published.jsonl")
            let check = ["check", "--published", "published.jsonl"]
            for isIndexed in [true, false] {
                if !isIndexed {
                    try FileManager.default.removeItem(atPath: "\(shell.folder)/.annals/index.sqlite")
                }
                let result = try shell.annals(check)
                #expect(result.status == 1 && !result.text.contains("CONTRADICTED"), "\(result.text)")
                #expect(result.text.contains("! CORRECTED  published.jsonl:1"))
                #expect(result.text.contains(#"said before   "severed trade ties with Israel in 2009""#))
                #expect(result.text.contains(#"says now      "severed diplomatic ties with Israel in 2009""#))
                #expect(try shell.annals(check + ["--fail-on", "contradicted"]).status == 0)
            }
        }
    }

    @Test func `a line that is no claim is refused and the rest checked`() throws {
        try withPublished { shell in
            try shell.write(Self.published + "{}\n", to: "published.jsonl")
            let result = try shell.annals(["check", "--published", "published.jsonl", "--fail-on", "none"])
            #expect(result.status == 3 && result.errors.contains("refused: published.jsonl:3"))
            #expect(try shell.annals(["check", "--published", "nowhere.jsonl"]).status == 2)
            let piped = try shell.annals(["check", "--published", "-"], input: Array(Self.published.utf8))
            #expect(piped.status == 1 && piped.text.contains("standard input:1"))
        }
    }

    @Test func `junit is XML that names each claim, and counts the failures`() throws {
        try withPublished { shell in
            let result = try shell.annals(["check", "--published", "published.jsonl", "--format", "junit"])
            let reader = JUnitReader(result.output)

            #expect(reader.isWellFormed)
            #expect(reader.suite?["tests"] == "2" && reader.suite?["failures"] == "1")
            #expect(
                reader.cases.map { $0["line"] } == ["1", "2"]
                    && reader.cases.allSatisfy { $0["file"] == "published.jsonl" })
            #expect(reader.failures.map { $0["type"] } == ["contradicted"])
            #expect(reader.cases[0]["name"]?.contains("Qatar › severed ties with › Israel") == true)
        }
    }

    /// The essential demands of the SARIF 2.1.0 schema, and those that services add to it.
    @Test func `sarif has what the standard demands`() throws {
        try withPublished { shell in
            let result = try shell.annals([
                "check", "--published", "published.jsonl", "--rules", "--since", "HEAD~1", "--format", "sarif",
            ])
            let log = try #require(try JSONParser.parse(result.output).object)
            #expect(log["version"] == "2.1.0" && log["$schema"]?.string?.hasSuffix("sarif-schema-2.1.0.json") == true)
            let run = try #require(log["runs"]?.array?.first?.object)
            let driver = try #require(run["tool"]?.object?["driver"]?.object)
            let rules = try #require(driver["rules"]?.array?.compactMap { $0.object?["id"]?.string })
            #expect(driver["name"] == "annals" && Set(rules).count == rules.count)
            let results = run["results"]?.array?.compactMap(\.object) ?? []
            #expect(results.map { $0["level"] } == ["error", "warning"])
            #expect(results.map { $0["baselineState"] } == ["new", "unchanged"])
            for result in results {
                let rule = try #require(result["ruleIndex"]?.integer)
                #expect(rules[rule] == result["ruleId"]?.string)
                #expect(result["message"]?.object?["text"]?.string?.isEmpty == false)
                let place = result["locations"]?.array?.first?.object?["physicalLocation"]?.object
                #expect(place?["artifactLocation"]?.object?["uri"] == "published.jsonl")
                #expect((place?["region"]?.object?["startLine"]?.integer ?? 0) >= 1)
                #expect(result["partialFingerprints"]?.object?.isEmpty == false)
            }
            let related = results[0]["relatedLocations"]?.array?.compactMap(\.object) ?? []
            #expect(related.map { $0["id"] } == [.integer(1), .integer(2)])
            let region = related[1]["physicalLocation"]?.object?["region"]?.object
            #expect(region?["snippet"]?.object?["text"] == "severed diplomatic ties with Israel in 2009")
            #expect(region?["byteLength"] == .integer(43))
        }
    }

    @Test func `several formats go to files, and the page to standard output`() throws {
        try withPublished { shell in
            let line = ["check", "--published", "published.jsonl", "--output", "junit=check.xml,sarif=check.sarif"]
            let result = try shell.annals(line)
            #expect(result.text.contains("CONTRADICTED"))
            for (format, file) in [("junit", "check.xml"), ("sarif", "check.sarif")] {
                let written = try Data(contentsOf: URL(filePath: "\(shell.folder)/\(file)"))
                #expect(
                    Array(written)
                        == (try shell.annals(["check", "--published", "published.jsonl", "--format", format])).output)
            }
            #expect(try shell.annals(["check", "--output", "junit"]).status == 64)
            #expect(try shell.annals(["check", "--output", "sarif=no/such/folder/x"]).status == 2)
        }
    }
}

/// What a service of continuous integration sees in JUnit's XML.
private final class JUnitReader: NSObject, XMLParserDelegate {
    private(set) var suite: [String: String]?
    private(set) var cases: [[String: String]] = []
    private(set) var failures: [[String: String]] = []
    private(set) var isWellFormed = false

    init(_ bytes: [UInt8]) {
        super.init()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = self
        isWellFormed = parser.parse()
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        switch name {
        case "testsuite": suite = attributes
        case "testcase": cases.append(attributes)
        case "failure": failures.append(attributes)
        default: break
        }
    }
}
