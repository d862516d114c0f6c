import Foundation
import TestSupport
import Testing

/// What a person rules, by commands and by keys.
@Suite struct ReviewTests {
    private func review(_ shell: Shell, _ keys: String) throws -> CommandResult {
        try shell.annals(["review"], input: Array(keys.utf8))
    }

    private func items(_ shell: Shell, _ options: String...) throws -> [[String: Any]] {
        let lines = try shell.annals(["review", "--list", "--format", "jsonl"] + options).lines
        return try lines.dropFirst().map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    private func id(_ item: [String: Any]?) throws -> String { try #require(item?["id"] as? String) }

    @Test func `keys rule on one change after another, and what is ruled does not come again`() throws {
        try withStory { shell in
            let before = try items(shell).count
            #expect(before >= 2)
            let first = try review(shell, "aq")
            #expect(first.text.contains("1 ruled on, \(before - 1) left"))
            #expect(try items(shell).count == before - 1)
            let rest = try review(shell, String(repeating: "a", count: before))
            #expect(rest.text.contains("Nothing waits. \(before - 1) ruled on"))
            #expect(try items(shell).isEmpty)
            #expect(try shell.succeed("decisions", "--format", "jsonl").lines.count > before)
            // What was looked at is where the next review begins.
            #expect(try shell.succeed("review", "--list").text.contains("nothing to rule on"))
            try shell.succeed("verify")
        }
    }

    @Test func `undo takes rulings back one by one, and leaves the story as it was`() throws {
        try withStory { shell in
            let before = try items(shell).count
            let tree = try shell.script("git -C .annals rev-parse 'main^{tree}'").text
            let result = try review(shell, "aruuq")
            #expect(result.lines.filter { $0.contains("taken back") }.count == 2, "\(result.text)")
            #expect(try shell.script("git -C .annals rev-parse 'main^{tree}'").text == tree)
            #expect(try items(shell).count == before)
        }
    }

    @Test func `a rejected change no longer counts, and says by whom and why`() throws {
        try withStory { shell in
            let change = try #require(
                try items(shell).first { ($0["change"] as? [String: Any])?["kind"] as? String == "added" })
            let facts = try shell.succeed("facts", "--format", "jsonl").text
            let receipt = try shell.succeed("reject", try id(change), "-m", "the reader took a photo caption for it")
            #expect(receipt.text.contains("decision"))
            #expect(try shell.succeed("facts", "--format", "jsonl").text != facts)
            let decisions = try shell.succeed("decisions").text
            #expect(decisions.contains("✕ rejected"))
            #expect(decisions.contains("the reader took a photo caption for it"))
            #expect(try shell.succeed("diff", "HEAD~1").text.contains("cause: decision"))
            #expect(try shell.succeed("log").text.contains("decision: a person ruled"))
            try shell.succeed("verify")
            try shell.succeed("undo")
            #expect(try shell.succeed("facts", "--format", "jsonl").text == facts)
        }
    }

    @Test func `an amendment is shown as what the report says`() throws {
        try withStory { shell in
            let change = try #require(
                try items(shell).first { (($0["change"] as? [String: Any])?["object"] as? String) == "Israel" })
            let wrong = try shell.annals(["amend", try id(change), "objct=Norland"])
            #expect(wrong.status == 64)
            #expect(wrong.errors.contains("did you mean object?"))
            try shell.succeed("amend", try id(change), "object=Norland", "-m", "misread")
            #expect(try shell.succeed("facts").text.contains("Norland"))
            #expect(try shell.succeed("decisions").text.contains("~ amended"))
        }
    }

    @Test func `a change keeps its id when it is amended, and can be amended again by it`() throws {
        try withStory { shell in
            let change = try #require(
                try items(shell).first { (($0["change"] as? [String: Any])?["object"] as? String) == "Israel" })
            let id = try id(change)
            for value in ["arguments.kind=sea", "arguments.kind=air", "object=Norland"] {
                try shell.succeed("amend", id, value)
                let all = try shell.succeed("review", "--list", "--all", "--format", "jsonl").lines.dropFirst()
                #expect(all.contains { $0.contains("\"\(id)\"") }, "\(value)")
            }
            try shell.succeed("reopen", id)
            #expect(try items(shell).contains { try self.id($0) == id })
        }
    }

    @Test func `a contradiction is settled, and opens again when taken back`() throws {
        try withStory { shell in
            let lines = try shell.succeed("contradictions", "--format", "jsonl").lines
            let line = try #require(lines.dropFirst().first)
            let json = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            let name = try #require(json["id"] as? String)
            try shell.succeed("resolve", String(name.prefix(9)), "both-possible", "-m", "one is part of the other")
            #expect(try shell.succeed("contradictions", "--format", "jsonl").lines.count == lines.count - 1)
            #expect(try shell.succeed("contradictions", "--all").text.contains("ruled: both are possible"))
            try shell.succeed("reopen", String(name.prefix(9)))
            #expect(try shell.succeed("contradictions", "--format", "jsonl").lines.count == lines.count)
            try shell.succeed("verify")
        }
    }

    @Test func `a standing rule accepts what a source says, counted and marked`() throws {
        try withStory { shell in
            let before = try items(shell)
            let source = try #require(
                try shell.succeed("reports", "--format", "jsonl").lines.dropFirst().compactMap { line in
                    try (JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["source"] as? String
                }.first)
            try shell.succeed("accept", "--source", source, "-m", "we know them")
            let all = try items(shell, "--all")
            let ruled = all.filter { $0["status"] as? String == "accepted-by-rule" }
            #expect(!ruled.isEmpty)
            #expect(try items(shell).count == before.count - ruled.count)
            #expect(ruled.allSatisfy { $0["decision"] is String })
        }
    }

    @Test func `what cannot be ruled on is refused with the next step`() throws {
        try withStory { shell in
            let unknown = try shell.annals(["accept", "eqqqqqqqq"])
            #expect(unknown.status == 2)
            #expect(unknown.errors.contains("nothing to rule on is called eqqqqqqqq"))
            #expect(unknown.errors.contains("annals review --list"))
            let nothing = try shell.annals(["accept"])
            #expect(nothing.status == 64)
            let names = try shell.annals(["same", "Qatar", "QATAR"])
            #expect(names.status == 64)
            #expect(names.errors.contains("are one name"))
            let side = try shell.annals(["resolve", "cqqqqqqqq", "report-wrong"])
            #expect(side.status == 64)
        }
    }
}
