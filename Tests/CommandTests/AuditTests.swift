import Facts
import Foundation
import TestSupport
import Testing

/// `annals why` and `annals first`: one fact, down to the bytes, and back to the revision.
@Suite struct AuditTests {
    @Test func `why shows each value, its sentence with the quote marked, and where its bytes stand`() throws {
        try withStory { shell in
            let text = try shell.succeed("why", "severed").text
            #expect(text.contains("! CONTRADICTED") && text.contains("because only one can hold"))
            #expect(text.contains("Qatar «severed diplomatic ties with Israel in 2009»."))
            #expect(text.contains("quote found byte-exact in wire, bytes"))
            #expect(text.contains("read by   desk@1"))
            #expect(text.contains("(same-time-other-source)"))
            #expect(text.contains("next: annals blame wire"))
        }
    }

    @Test func `why for machines names digest, place and finding of every quotation`() throws {
        try withStory { shell in
            let lines = try shell.succeed("why", "severed", "--format", "jsonl").lines.map { try JSONParser.parse($0) }
            #expect(lines[0].object?["annals"] == "why/1" && lines[0].object?["open"] == "contradicted")
            #expect(lines.count == 3)
            for (line, report) in zip(lines.dropFirst(), ["wire", "ledger"]) {
                let witness = try #require(line.object?["witnesses"]?.object?.values.first?.object)
                #expect(witness["report"]?.string == report && witness["found"] == "exact")
                let bytes = Array((report == "wire" ? Shell.wire : Shell.ledger).utf8)
                let (start, end) = (witness["start"]?.integer ?? 0, witness["end"]?.integer ?? 0)
                #expect(String(decoding: bytes[start..<end], as: UTF8.self) == witness["quote"]?.string)
                #expect(witness["digest"]?.string == Digest.sha256(bytes).description)
            }
        }
    }

    @Test func `why tells what people ruled on a claim, by whom and why`() throws {
        try withStory { shell in
            try shell.succeed("accept", try fact(shell), "-m", "seen in print")
            let text = try shell.succeed("why", "severed").text
            #expect(text.contains("ruled") && text.contains("✓ accepted") && text.contains("\"seen in print\""))
        }
    }

    @Test func `reextract names the decisions that another reader disagrees with, and records nothing`() throws {
        try withStory { shell in
            try shell.write(Shell.desk, to: "desk.sh")
            try shell.succeed("config", "annals.extractor.desk.command", "sh \(shell.folder)/desk.sh")
            try shell.succeed("accept", try fact(shell), "-m", "seen in print")
            let log = try shell.succeed("log").text

            let text = try shell.succeed("reextract", "--with", "desk", "--compare").text

            #expect(text.contains("it disagrees with 2 of 2 decisions") && text.contains("why  seen in print"))
            #expect(text.contains("nothing is recorded"))
            #expect(try shell.succeed("log").text == log)
            let page = try JSONParser.parse(
                shell.succeed("reextract", "--with", "desk", "--format", "json").output)
            let decisions = page.object?["decisions"]?.object
            #expect(decisions?["count"] == .integer(2) && decisions?["disagrees"]?.array?.count == 2)
        }
    }

    @Test func `a fact that is gone is told with the words that it last rested on`() throws {
        try withStory { shell in
            try shell.succeed("withdraw", "ledger", "wire", "--recorded", "2022-07-12")
            let text = try shell.succeed("why", try fact(shell)).text
            #expect(text.contains("- gone") && text.contains("- RETRACTED"))
            #expect(text.contains("«severed trade ties with Israel in 2009»"))
        }
    }

    private func fact(_ shell: Shell) throws -> String {
        let facts = try JSONParser.parse(
            shell.succeed("facts", "severed", "--at", "2022-07-10", "--format", "json").output)
        return try #require(facts.object?["items"]?.array?.first?.object?["fact"]?.string)
    }

    @Test func `first finds the revision in which something came to be, and says when it never was`() throws {
        try withStory { shell in
            func first(_ more: String...) throws -> CommandResult { try shell.annals(["first", "severed"] + more) }
            let log =
                try JSONParser.parse(shell.succeed("log", "--format", "json").output).object?["items"]?.array ?? []
            let ids = log.compactMap { $0.object?["revision"]?.string }
            #expect(try first("--id").text == ids[1])
            #expect(try first("--contradicted", "--id").text == ids[0])
            #expect(try first("--value", "diplomatic", "--id").text == ids[0])
            #expect(try first("--value", "trade", "--id").text == ids[1])
            #expect(try first("--contradicted").text.contains("severed diplomatic ties with Israel in 2009"))
            let never = try first("--gone")
            #expect(never.status == 1 && never.text.contains("never gone"))
            #expect(try first("--gone", "--id").all.isEmpty)
            #expect(try first("--contradicted", "--at", "HEAD~1").status == 1)
            #expect(try first("--gone", "--value", "x").status == 64)
            let page = try JSONParser.parse(first("--contradicted", "--format", "json").output)
            #expect(page.object?["annals"] == "first/1" && page.object?["found"] == .bool(true))
        }
    }
}
