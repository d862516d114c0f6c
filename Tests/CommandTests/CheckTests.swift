import Facts
import TestSupport
import Testing

/// What people are told of claims that break a rule, of contradictions and of what may be out of date.
@Suite struct CheckTests {
    private static let vocabulary = """
        format: vocabulary/1
        entities: []
        predicates:
          - {id: turnout, label: turnout, kind: attribute, roles: {object: {type: quantity, unit: "%", range: 0..100}}}
          - {id: chairs, label: chairs, kind: state, single-valued: true, roles: {object: {type: entity}}}
          - {id: lives-in, label: lives in, kind: state, derives-from: [chairs]}
          - {id: favours, label: favours, kind: attribute, single-valued: true, key: [object], antonym: resists}
          - {id: resists, label: resists, kind: attribute, single-valued: true, key: [object], antonym: favours}

        """

    private func claim(_ report: String, _ subject: String, _ predicate: String, _ object: String) -> String {
        #"{"report":"\#(report)","subject":"\#(subject)","predicate":"\#(predicate)","object":"\#(object)","#
            + #""certainty":"certain","evidence":[{"quote":"\#(subject) \#(predicate) \#(object)"}]}"# + "\n"
    }

    /// Records a report of one sentence a claim.
    @discardableResult
    private func record(
        _ shell: Shell, _ report: String, day: Int, _ facts: (String, String, String)...
    ) throws -> CommandResult {
        let text = facts.map { "\($0.0) \($0.1) \($0.2)." }.joined(separator: "\n")
        try shell.write("---\nsource: \(report)\n---\n\(text)\n", to: "in/\(report).md")
        let claims = facts.map { claim(report, $0.0, $0.1, $0.2) }.joined()
        try shell.write(Shell.header + "\n" + claims, to: "\(report).jsonl")
        return try shell.succeed(
            "record", "in/\(report).md", "--claims", "\(report).jsonl", "--recorded", "2020-03-0\(day)")
    }

    private func withRules(_ body: (Shell) throws -> Void) throws {
        try withShell { shell in
            try shell.write(Self.vocabulary, to: "vocabulary.yaml")
            try shell.succeed("init", "--recorded", "2020-03-01")
            try body(shell)
        }
    }

    @Test func `a claim that breaks a rule is recorded with a warning, and found by check`() throws {
        try withRules { shell in
            let result = try record(shell, "ledger", day: 2, ("The vote", "turnout", "104 %"))

            #expect(result.errors.contains("warning: The vote › turnout lies in 0..100: 104 % (ledger:4)"))
            let check = try shell.annals(["check"])
            #expect(check.status == 1)
            #expect(check.text.contains("! RANGE") && check.text.contains("104 %"))
            #expect(try shell.annals(["check", "--at", "HEAD~1"]).status == 0)
            let lines = try shell.annals(["check", "--format", "jsonl"]).lines
            #expect(lines.count == 2 && lines[0].hasPrefix(#"{"annals":"check/1""#))
            #expect(
                try record(shell, "wire", day: 3, ("The vote", "turnout", "64 %")).errors.contains("warning") == false)
        }
    }

    @Test func `a contradiction has an id that its life is asked for by, open or not`() throws {
        try withRules { shell in
            try record(shell, "ledger", day: 2, ("Norland", "favours", "the pact"))
            try record(shell, "wire", day: 3, ("Norland", "resists", "the pact"))
            let open = try JSONParser.parse(shell.succeed("contradictions", "--format", "json").output)
            let item = try #require(open.object?["items"]?.array?.first?.object)
            let id = String(try #require(item["id"]?.string).prefix(6))
            #expect(item["link"]?.string == "antonym" && item["content"]?.string == "contradicted")
            #expect(try shell.succeed("contradictions").text.contains("opened  2020-03-03"))

            try shell.succeed("withdraw", "wire", "--recorded", "2020-03-04")

            #expect(try shell.succeed("contradictions").text.contains("no contradictions"))
            #expect(try shell.succeed("diff").text.contains("no longer contradicted (a report was withdrawn):"))
            for words in [["contradictions", id], ["contradictions", "--all"], ["show", id]] {
                let text = try shell.annals(words).text
                #expect(text.contains("= CLOSED  \(id)") && text.contains("closed  2020-03-04"), "\(words): \(text)")
            }
            #expect(try shell.annals(["contradictions", "cowboy"]).status == 2)
        }
    }

    @Test func `a change names what rests on it`() throws {
        try withRules { shell in
            try record(
                shell, "ledger", day: 2, ("Ana Ruiz", "chairs", "the board"), ("Ana Ruiz", "lives in", "Port Vale"))
            try record(
                shell, "ledger", day: 3, ("Ana Ruiz", "chairs", "the court"), ("Ana Ruiz", "lives in", "Port Vale"))

            #expect(try shell.succeed("diff").text.contains("may be out of date"))
            let history = try shell.succeed("history", "Ana Ruiz chairs").text
            #expect(history.matches(of: /may be out of date/).count == 1, "\(history)")
            let why = try shell.succeed("why", "Ana Ruiz chairs").text
            #expect(why.matches(of: /may be out of date/).count == 1, "\(why)")
            let site = try Site(of: shell)
            #expect(site.pages.values.contains { $0.contains("may be out of date") && $0.contains("id=\"history\"") })
            for page in ["history", "why"] {
                #expect(try shell.succeed(page, "Ana Ruiz chairs", "--format", "jsonl").text.contains(#""stale":[{"#))
            }
            let lines = try shell.succeed("diff", "--format", "jsonl").lines
            let stale = try lines.dropFirst().compactMap {
                try JSONParser.parse(Array($0.utf8)).object?["stale"]?.array?.first?.object?["predicate"]?.string
            }
            #expect(stale == ["lives in"])
        }
    }
}
