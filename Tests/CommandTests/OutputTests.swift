import Foundation
import TestSupport
import Testing

/// Formats, colour, width, pager and pipes.
@Suite struct OutputTests {
    private static let commands = [
        "log", "diff", "diff HEAD~2", "diff --stat", "show ledger", "show HEAD", "show Qatar", "facts", "reports",
        "history severed", "why severed", "first severed", "contradictions", "verify", "check",
        "compare one.jsonl two.jsonl",
        "compare one.jsonl two.jsonl --stat",
    ]

    @Test(arguments: commands) func `machine formats parse, and name their schema first`(line: String) throws {
        try withStory { shell in
            let json = try shell.annals(line.words + ["--format", "json"])
            let object = try #require(JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any])
            let schema = try #require(object["annals"] as? String)
            #expect(schema.hasSuffix("/1"))
            let lines = try shell.annals(line.words + ["--format", "jsonl"])
            #expect(lines.all.hasPrefix(#"{"annals":"\#(schema)""#))
            let items = try lines.lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) }
            #expect(items.count == 1 + ((object["items"] as? [Any])?.count ?? -1))
            #expect(json.errors + lines.errors == "")
        }
    }

    @Test(arguments: commands) func `markdown has no escape sequence and ends in a line feed`(line: String) throws {
        try withStory { shell in
            let result = try shell.annals(line.words + ["--format", "markdown", "--color", "always"])
            #expect(result.status == 0 && !result.all.contains("\u{1B}") && result.all.hasSuffix("\n"))
        }
    }

    @Test(arguments: commands, [40, 80, 200])
    func `no line is wider than COLUMNS`(line: String, columns: Int) throws {
        try withStory { shell in
            let result = try shell.annals(line.words, with: ["COLUMNS": "\(columns)"])
            for line in result.all.split(separator: "\n") { #expect(line.count <= columns, "\(line)") }
        }
    }

    @Test(arguments: ["", "0", "-1", "x", "3", "99999999999999999999"])
    func `a width that is none is 80, or the least that can be read`(columns: String) throws {
        try withStory { shell in
            let result = try shell.annals(["reports"], with: ["COLUMNS": columns])
            #expect(result.status == 0)
            for line in result.all.split(separator: "\n") { #expect(line.count <= 80) }
        }
    }

    private static let colours: [(options: String, environment: [String: String], isColoured: Bool)] = [
        ("", [:], false), ("--color always", [:], true), ("--color never", ["CLICOLOR_FORCE": "1"], false),
        ("", ["CLICOLOR_FORCE": "1"], true), ("", ["CLICOLOR_FORCE": "0"], false), ("", ["NO_COLOR": "1"], false),
        ("--color always", ["NO_COLOR": "1"], true), ("--color auto", ["TERM": "xterm-256color"], false),
        ("--color always --format json", [:], false), ("--format jsonl", ["CLICOLOR_FORCE": "1"], false),
    ]

    @Test(arguments: colours)
    func `colours when told to, and never for machines`(
        options: String, environment: [String: String], isColoured: Bool
    ) throws {
        try withStory { shell in
            let result = try shell.annals(["log"] + options.words, with: environment)
            #expect(result.all.contains("\u{1B}[") == isColoured)
        }
    }

    @Test func `a reader that has gone away ends it without a word`() throws {
        try withStory { shell in
            // The reader closes its end before it lets the writer begin.
            let result = try shell.script(
                """
                mkfifo gate
                { read -r < gate; annals log --format json; echo "status $?" >&2; } | { exec < /dev/null; echo go > gate; }
                """)
            #expect(result.errors == "status 0\n")
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/script"), "needs script(1)"))
    func `pages text on a terminal, and nothing else anywhere else`() throws {
        try withStory { shell throws in
            let pager = ["ANNALS_PAGER": "sed s/^/PAGED:/", "TERM": "xterm"]
            func terminal(_ line: String, _ more: [String: String] = [:]) throws -> String {
                try shell.script(
                    "script -qec \"'\(Shell.command)' \(line)\" /dev/null < /dev/null",
                    with: pager.merging(more) { _, new in new }
                ).all
            }
            #expect(try terminal("log").contains("PAGED:"))
            #expect(try terminal("log").contains("\u{1B}["))
            #expect(try terminal("log", ["NO_COLOR": "1"]).contains("\u{1B}[") == false)
            #expect(try terminal("log", ["TERM": "dumb"]).contains("\u{1B}[") == false)
            #expect(try terminal("log", ["ANNALS_PAGER": "", "PAGER": "sed s/^/OTHER:/"]).contains("OTHER:"))
            #expect(try terminal("log", ["ANNALS_PAGER": "no-such-pager"]).contains("Begin"))
            #expect(try terminal("log --no-pager").contains("PAGED:") == false)
            #expect(try terminal("log --format json").contains("PAGED:") == false)
            #expect(try shell.annals(["log"], with: pager).all.contains("PAGED:") == false)
        }
    }
}
