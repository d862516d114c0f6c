import FactDiff
import Facts
import Foundation
import Rendering
import TestSupport
import Testing

/// What the commands write for machines is what the schemas say.
@Suite struct SchemaTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/Rendering/Schemas")

    private static let lines = [
        "log", "reports", "facts", "facts qatar", "diff", "diff 2020-02-22..HEAD", "diff --stat",
        "diff 2025-06-01..2025-06-20",
        "show ledger-2020-02-23", "show northern-2020-02-24", "show vvutzqnp", "show HEAD", "show Qatar",
        "history vvutzqnp", "why vvutzqnp", "why uqnuxvwl", "first vvutzqnp --contradicted", "first vvutzqnp --gone",
        "blame ledger-2020-02-23", "contradictions --all", "entities", "entities --alike", "vocabulary",
        "vocabulary --unchecked", "search hamas", "timeline",
        "timeline --by known",
        "check", "check --published published.jsonl --rules", "check --published published.jsonl --since 2022-06-01",
        "decisions", "review --list", "remote", "merge ben/main --dry-run", "merge carl/main --dry-run", "verify",
        "operations", "config --show-origin", "extractor list",
        "reextract --with english",
        "compare published.jsonl other.jsonl",
    ]

    @Test func `every page of the shipped story is as its schema says, as JSON and as JSON Lines`() throws {
        let schemas = try JSONSchema(folder: Self.folder)
        try withShell { shell in
            try shell.succeed("demo", "story")
            try shell.write(
                """
                {"report":"a","subject":"Qatar","predicate":"severed ties","object":"Israel","arguments":{"kind":"trade"},"time":"2009"}
                {"report":"a","subject":"Mossad","predicate":"is headed by","object":"Yossi Cohen","article":"Who leads"}

                """, to: "story/published.jsonl")
            try shell.write(
                #"{"report":"a","subject":"Qatar","predicate":"pays","object":"Hamas"}"#, to: "story/other.jsonl")
            try shell.succeed("clone", "story", "ben")
            try shell.succeed("clone", "story", "carl")
            try shell.succeed("accept", "-C", "story", "vvutzqnp", "-m", "seen in both")
            try shell.succeed("reject", "-C", "ben", "vvutzqnp", "-m", "seen in one")
            for (folder, words) in [("story", "Qatar hosted talks."), ("carl", "Oman hosted talks.")] {
                try shell.write(words, to: "\(folder)/talks.md")
                try shell.succeed("record", "-C", folder, "\(folder)/talks.md")
            }
            for name in ["ben", "carl"] {
                try shell.succeed("remote", "add", name, name, "-C", "story")
                try shell.succeed("fetch", "-C", "story", name)
            }
            #expect(try shell.annals(["merge", "ben/main", "-C", "story"]).status == 4)
            var written: Set<String> = []
            for line in Self.lines {
                let json = try shell.annals(line.words + ["--format", "json"], in: "story")
                let page = try JSONParser.parse(json.output)
                let name = try #require(page.object?["annals"]?.string).replacing("/", with: "-") + ".json"
                written.insert(name)
                let errors = schemas.errors(in: page, by: name)
                #expect(errors.isEmpty, "\(line): \(errors.prefix(5))")
                let lines = try shell.annals(line.words + ["--format", "jsonl"], in: "story").lines
                var header = try JSONParser.parse(lines[0]).object ?? [:]
                header["items"] = .array(try lines.dropFirst().map { try JSONParser.parse($0) })
                #expect(JSONValue.object(header) == page, "\(line)")
            }
            // What is left: shapes that others share, and claims, which are lines of another kind.
            #expect(Set(schemas.names).subtracting(written) == ["claims-1.json", "common-1.json"])
        }
    }

    @Test func `extracted claims, and those of the shipped story, are as their schema says`() throws {
        let schemas = try JSONSchema(folder: Self.folder)
        try withShell { shell in
            try shell.write("Qatar severed ties with Israel in 2009. He left soon after it.", to: "article.md")
            let lines = try shell.succeed("extract", "article.md", "--format", "jsonl").lines
            #expect(lines.count > 1)
            for line in lines {
                let errors = schemas.errors(in: try JSONParser.parse(line), by: "claims-1.json")
                #expect(errors.isEmpty, "\(line): \(errors.prefix(5))")
            }
        }
    }

    @Test func `a change that is not as the schema says is found`() throws {
        let schemas = try JSONSchema(folder: Self.folder)
        let change = #"{"annals":"log/1","count":-1,"items":[{"revision":"x","colour":"red"}]}"#
        let errors = schemas.errors(in: try JSONParser.parse(change), by: "log-1.json")
        for words in [
            "/count: -1 is below 0", "/items/0/colour: not documented", "does not match", "/items/0: date is missing",
        ] {
            #expect(errors.contains { $0.contains(words) }, "\(words): \(errors)")
        }
    }

    @Test func `the schemas list every label there is`() throws {
        let schemas = try JSONSchema(folder: Self.folder)
        func listed(_ words: [String], _ pointer: String) {
            for word in words {
                #expect(schemas.errors(in: .string(word), by: "common-1.json", at: pointer).isEmpty, "\(word)")
            }
        }
        let change = "$defs/change/properties"
        listed(Headline.allCases.map(\.rawValue), "\(change)/headline")
        listed(Content.allCases.map(\.rawValue), "\(change)/content")
        listed(Support.allCases.map(\.rawValue), "\(change)/support")
        listed(Stance.allCases.map(\.rawValue), "\(change)/stance")
        listed(EvidenceShift.allCases.map(\.rawValue), "\(change)/evidence")
        listed(Cause.allCases.map(\.rawValue), "\(change)/cause")
        listed(FactDiff.Rule.allCases.map(\.rawValue), "$defs/trace/properties/rule")
        listed(Revision.Kind.allCases.map(\.rawValue), "$defs/revision/properties/kind")
        listed(Resolution.allCases.map(\.rawValue), "$defs/contradictionChange/properties/resolution")
    }
}
