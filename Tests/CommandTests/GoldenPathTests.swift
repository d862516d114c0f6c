import Foundation
import TestSupport
import Testing

/// What a person does with a story from its first day, and what each command then says.
@Suite struct GoldenPathTests {
    @Test func `init makes a story with a vocabulary, and says what comes next on standard error`() throws {
        try withShell { shell in
            let result = try shell.succeed("init", "news", "--recorded", "2022-07-08")
            #expect(result.lines.count == 1)
            #expect(result.errors == "next: annals record reports/\n")
            for file in [".annals/HEAD", "vocabulary.yaml"] {
                #expect(FileManager.default.fileExists(atPath: "\(shell.folder)/news/\(file)"))
            }
        }
    }

    @Test func `recording again records nothing`() throws {
        try withStory { shell in
            let result = try shell.succeed("record", "reports", "later", "--claims", "two.jsonl")
            #expect(result.text == "Nothing to record: the story has all of this already")
            #expect(result.errors == "")
        }
    }

    @Test func `what is left of a recording that is there already but for one bad file is done in part`() throws {
        try withStory { shell in
            let result = try shell.annals(["record", "reports", "none.txt"])
            #expect(result.status == 3)
            #expect(result.text == "Nothing to record: the story has all the rest already")
        }
    }

    private static let answers: [(line: String, words: [String])] = [
        ("log", ["First day", "Begin", "2022-07-09"]),
        ("log --limit 1", ["2022-07-10", "reports +1"]),
        ("diff", ["wire", "Qatar", "severed ties"]),
        ("diff HEAD~2", ["2 reports added: ledger, wire"]),
        ("diff 2022-07-09..2022-07-10 --stat", ["1 report added: wire"]),
        ("show ledger", ["Gulf Ledger", "1 version", "severed trade ties"]),
        ("show HEAD~1", ["First day", "+1 added"]),
        ("show Qatar", ["country Qatar", "State of Qatar"]),
        ("facts", ["Qatar", "severed ties", "1 fact"]),
        ("facts TIES qatar", ["1 fact"]),
        ("facts no such words", ["no facts"]),
        ("reports", ["ledger", "Strait Wire"]),
        ("reports --at HEAD~1", ["ledger"]),
        ("history severed", ["newest first", "2022-07-10", "2022-07-09"]),
        ("contradictions", ["declare single-valued"]),
        ("verify", ["3 revisions", "sound"]),
        ("compare one.jsonl two.jsonl", ["one.jsonl", "two.jsonl"]),
    ]

    @Test(arguments: answers)
    func `every reading command answers on standard output alone`(line: String, words: [String]) throws {
        try withStory { shell in
            let result = try shell.annals(line.words)
            #expect(result.status == 0)
            #expect(result.errors == "")
            for word in words { #expect(result.text.contains(word), "\(word) in:\n\(result.text)") }
        }
    }

    @Test func `a fact is shown by the start of its id, also after it is gone`() throws {
        try withStory { shell in
            let id = try #require(try shell.facts().first)
            #expect(try shell.succeed("show", String(id.prefix(4))).text.contains("fact"))
            try shell.succeed("withdraw", "ledger", "wire", "--recorded", "2022-07-11", "-m", "Gone")
            #expect(try shell.succeed("facts").text == "no facts")
            #expect(try shell.succeed("show", id).text.contains("severed trade ties"))
            #expect(try shell.succeed("history", id).text.contains("Gone"))
        }
    }

    @Test func `a complete set withdraws the reports that are missing`() throws {
        try withStory { shell in
            let result = try shell.succeed("record", "reports", "--complete", "--recorded", "2022-07-11")
            #expect(result.text.contains("reports +0 ~0 -1"))
            #expect(try shell.succeed("reports").lines.count { $0.contains("2022-07") } == 1)
        }
    }

    @Test func `claims come from standard input`() throws {
        try withStory { shell in
            let claims =
                "\(Shell.header)\n\(Shell.claim("wire", "diplomatic"))\n" + """
                    {"report":"wire","subject":"Talks","predicate":"lasted","object":"two hours","evidence":[{"quote":"Talks lasted two hours"}]}

                    """
            let result = try shell.annals(
                ["record", "--claims", "-", "--recorded", "2022-07-11"], input: Array(claims.utf8))
            #expect(result.status == 0, "\(result.errors)")
            #expect(result.text.contains("facts +1 ~0 -0"))
        }
    }

    @Test func `a claims line of 300 MiB takes no more memory than a short one`() throws {
        try withStory { shell in
            let result = try shell.script(
                """
                ulimit -v 1500000
                { head -c 300M /dev/zero | tr '\\0' x; echo; cat two.jsonl; } | annals record --claims - --recorded 2022-07-11
                """)
            #expect(result.status == 3, "\(result.errors)")
            #expect(result.errors.contains("-:1: the line is over 16 MiB"))
        }
    }

    @Test func `a story is found from a folder below it, and named with -C from anywhere`() throws {
        try withStory { shell in
            let log = try shell.succeed("log").output
            #expect(try shell.annals(["log"], in: "reports").output == log)
            #expect(try shell.annals(["log", "-C", ".."], in: "reports").output == log)
            #expect(try shell.annals(["-C", shell.folder, "log"], in: "/../").output == log)
            let paged = ["--no-pager", "--color", "never", "-C", shell.folder, "log"]
            #expect(try shell.annals(paged, in: "/../").output == log)
        }
    }

    @Test func `the vocabulary that a person edits is taken up when something is recorded`() throws {
        try withStory { shell in
            let path = shell.folder + "/vocabulary.yaml"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try shell.write(text + "# a note\n", to: "vocabulary.yaml")
            let result = try shell.succeed("record", "--recorded", "2022-07-11")
            #expect(result.text.contains("vocabulary"))
            #expect(try shell.succeed("record").text.hasPrefix("Nothing to record"))
        }
    }

    private static let statuses: [(line: String, status: Int32)] = [
        ("log", 0), ("diff", 0), ("diff --exit-code", 1), ("diff HEAD..HEAD --exit-code", 0),
        ("diff --stat --exit-code", 1), ("compare one.jsonl one.jsonl --exit-code", 0),
        ("compare one.jsonl two.jsonl --exit-code", 1), ("contradictions --at HEAD~1 --exit-code", 0),
        ("contradictions --exit-code", 1), ("log --at nothing", 2), ("record reports none.txt", 3),
        ("compare one.jsonl broken.jsonl", 3), ("log --nothing", 64), ("nothing", 64), ("", 0), ("help", 0),
        ("help diff", 0), ("diff --help", 0), ("--help", 0), ("--version", 0), ("record --help", 0),
    ]

    @Test(arguments: statuses)
    func `the exit status says how it went`(line: String, status: Int32) throws {
        try withStory { shell in
            try shell.write("nothing\n", to: "broken.jsonl")
            let result = try shell.annals(line.words)
            #expect(result.status == status, "\(result.text)\(result.errors)")
        }
    }

    @Test func `help goes to standard output, wrong usage to standard error`() throws {
        try withShell { shell in
            for arguments in [[], ["help", "log"], ["log", "--help"], ["--version"]] {
                let result = try shell.annals(arguments)
                #expect(result.errors == "" && !result.output.isEmpty)
            }
            let wrong = try shell.annals(["log", "--nothing"])
            #expect(wrong.output.isEmpty && wrong.errors.hasPrefix("error: "))
        }
    }
}

extension Shell {
    /// The ids of the newest facts.
    func facts() throws -> [String] {
        try succeed("facts", "--format", "jsonl").lines.dropFirst().compactMap { line in
            try (JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["fact"] as? String
        }
    }
}

extension String {
    /// The words of a command line without quotation marks.
    var words: [String] { split(separator: " ").map(String.init) }
}
