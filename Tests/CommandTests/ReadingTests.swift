import Foundation
import TestSupport
import Testing

/// Texts that nobody made claims of: what a person gets who has nothing but them.
@Suite struct ReadingTests {
    private static let dam = """
        ---
        title: The Varn dam
        source: Harbour Post
        published: 2024-05-14
        ---

        Mara Lindqvist, the minister of energy, said on Monday that the Varn dam was not safe.

        Qatar delivered 43 tons of aid to Gaza on 6 May 2024. Nobody was hurt.

        """

    private func withTexts(_ body: (Shell) throws -> Void) throws {
        try withShell { shell in
            try shell.write(Self.dam, to: "news/dam.md")
            try shell.write(Self.dam.replacing("43 tons", with: "34 tons"), to: "dam-later.md")
            try body(shell)
        }
    }

    @Test func `record reads new texts, and nothing twice`() throws {
        try withTexts { shell in
            try shell.succeed("init")
            let first = try shell.succeed("record", "news")
            #expect(first.text.contains("reports +1 ~0 -0"))
            #expect(try shell.succeed("facts", "gaza").text.contains("43 tons"))
            #expect(try shell.succeed("record", "news").text == "Nothing to record: the story has all of this already")
            #expect(try shell.succeed("verify").text.contains("sound"))
        }
    }

    @Test func `an edited text is read again, and the diff shows the one value that changed`() throws {
        try withTexts { shell in
            try shell.succeed("init")
            try shell.succeed("record", "news")
            try shell.write(Self.dam.replacing("43 tons", with: "34 tons"), to: "news/dam.md")
            try shell.succeed("record", "news")
            let changes = try shell.succeed("diff", "--format", "jsonl").lines.dropFirst()
            #expect(changes.count { !$0.contains(#""evidence":"moved""#) } == 1)
            #expect(changes.contains { $0.contains("34 tons") && $0.contains(#""cause":"report""#) })
        }
    }

    @Test func `extract shows claims with their sentences, and why others were left out`() throws {
        try withTexts { shell in
            let plain = try shell.succeed("extract", "news/dam.md")
            #expect(plain.text.contains("43 tons"))
            #expect(plain.text.contains("--explain says why"))
            let explained = try shell.succeed("extract", "news/dam.md", "--explain")
            #expect(explained.text.contains("left out:"))
            let lines = try shell.succeed("extract", "news", "--format", "jsonl", "--explain").lines
            #expect(lines.first?.hasPrefix(#"{"annals":"claims/1","extractor":"english@"#) == true)
            #expect(lines.contains { $0.contains(#""omitted":"#) })
        }
    }

    @Test func `what extract writes, record takes as claims`() throws {
        try withTexts { shell in
            try shell.succeed("init")
            _ = try shell.script("annals extract news --format jsonl --explain > claims.jsonl")
            let result = try shell.succeed("record", "news", "--claims", "claims.jsonl")
            #expect(result.text.contains("facts +"))
            #expect(try shell.succeed("record", "news", "--extractor", "english").text.hasPrefix("Nothing to record"))
        }
    }

    @Test func `extract reads standard input`() throws {
        try withShell { shell in
            let result = try shell.annals(["extract", "-"], input: Array("Qatar hosts Hamas.\n".utf8))
            #expect(result.status == 0)
            #expect(result.text.contains("Qatar › hosts › Hamas"))
        }
    }

    @Test func `compare reads two versions of a text`() throws {
        try withTexts { shell in
            let result = try shell.succeed("compare", "news/dam.md", "dam-later.md", "--format", "jsonl")
            #expect(result.lines.dropFirst().count { !$0.contains(#""evidence":"moved""#) } == 1)
            #expect(try shell.annals(["compare", "news/dam.md", "dam-later.md", "--exit-code"]).status == 1)
            let mixed = try shell.annals(["compare", "news/dam.md", "claims.jsonl"])
            #expect(mixed.status == 2)
            #expect(mixed.errors.contains("annals extract news/dam.md --format jsonl"))
        }
    }

    @Test func `claims made by hand are kept when their text is edited, unless a reader is named`() throws {
        try withTexts { shell in
            try shell.succeed("init")
            let claim = #"{"report":"dam","subject":"Qatar","predicate":"hosts","object":"Hamas"}"#
            try shell.write(claim + "\n", to: "claims.jsonl")
            try shell.succeed("record", "news", "--claims", "claims.jsonl", "--extractor", "desk@1")
            try shell.write(Self.dam.replacing("43 tons", with: "34 tons"), to: "news/dam.md")
            let kept = try shell.succeed("record", "news")
            #expect(kept.errors.contains("1 edited report keeps the claims of desk@1"))
            #expect(try shell.succeed("facts").text.contains("1 fact"))
            try shell.succeed("record", "news", "--extractor", "english")
            #expect(try shell.succeed("facts", "gaza").text.contains("34 tons"))
        }
    }

    @Test func `reextract compares first and records only when told, in a revision of its own`() throws {
        try withTexts { shell in
            try shell.succeed("init")
            let claim = #"{"report":"dam","subject":"Qatar","predicate":"hosts","object":"Hamas"}"#
            try shell.write(claim + "\n", to: "claims.jsonl")
            try shell.succeed("record", "news", "--claims", "claims.jsonl", "--extractor", "desk@1")
            let before = try shell.tip()
            let comparison = try shell.succeed("reextract", "--with", "english")
            for words in ["desk@1", "extractor", "nothing is recorded", "annals reextract --with english --apply"] {
                #expect(comparison.text.contains(words))
            }
            #expect(try shell.tip() == before)
            #expect(try shell.succeed("reextract", "--with", "english", "--apply").text.contains("bridge"))
            let causes = try shell.succeed("diff", "--format", "jsonl").lines.dropFirst()
            #expect(!causes.isEmpty && causes.allSatisfy { $0.contains(#""cause":"extractor""#) })
            #expect(
                try shell.succeed("reextract", "--apply").text == "Nothing to record: it reads what was read before")
        }
    }

    @Test func `none reads nothing`() throws {
        try withTexts { shell in
            try shell.succeed("init")
            try shell.succeed("record", "news", "--extractor", "none")
            #expect(try shell.succeed("facts").text.contains("no facts"))
            try shell.succeed("record", "news")
            #expect(try shell.succeed("facts", "gaza").text.contains("43 tons"))
        }
    }
}
