import Foundation
import TestSupport
import Testing

/// What goes wrong, what is said of it, and the exit status.
@Suite struct BadInputTests {
    @Test func `every bad input names the place and the next step`() throws {
        let sections = try withStory { story in try BadInput.all.map { try section($0, story) } }
        try expectSnapshot("# Bad input\n\n" + sections.joined(separator: "\n"), named: "cli/bad-input.md")
    }

    private func section(_ bad: BadInput, _ story: Shell) throws -> String {
        try withShell { shell in
            try FileManager.default.removeItem(atPath: shell.folder)
            try FileManager.default.copyItem(atPath: story.folder, toPath: shell.folder)
            let result = try bad.run(shell)
            #expect(result.status == bad.status, "\(bad.name): \(result.errors)")
            #expect(bad.status == 3 || result.output.isEmpty, "\(bad.name): \(result.all)")
            #expect(bad.status == 3 || result.errors.contains("error: "), "\(bad.name): \(result.errors)")
            let errors = result.errors.replacing(shell.folder, with: "/story")
            return """
                ## \(bad.name)

                ```console
                $ \(bad.line)
                \(result.all)\(errors)```

                Exit status \(result.status).

                """
        }
    }
}

/// One bad input: how the folder is spoilt, and what is typed then.
struct BadInput: Sendable {
    let name: String
    let status: Int32
    let arguments: [String]
    var prepare: @Sendable (Shell) throws -> Void = { _ in }
    /// What stands for `annals ARGUMENTS` where it is not run so.
    var instead: (@Sendable (Shell) throws -> CommandResult)?

    init(
        _ name: String, _ status: Int32, _ arguments: String...,
        prepare: @escaping @Sendable (Shell) throws -> Void = { _ in }
    ) {
        self.name = name
        self.status = status
        self.arguments = arguments
        self.prepare = prepare
    }

    /// As it would be typed.
    var line: String {
        (["annals"] + arguments).map { $0.contains(" ") || $0.isEmpty ? "'\($0)'" : $0 }.joined(separator: " ")
    }

    func run(_ shell: Shell) throws -> CommandResult {
        try prepare(shell)
        return try instead?(shell) ?? shell.annals(arguments)
    }
}

extension BadInput {
    static let all = reports + claims + names + usage + vocabularies + stories

    private static let reports = [
        BadInput("A report that is not UTF-8", 2, "record", "latin.txt") {
            try $0.write(Array("one\ncaf".utf8) + [0xE9], to: "latin.txt")
        },
        BadInput("A report with a zero byte", 2, "record", "binary.txt") {
            try $0.write([0x61, 0, 0x62], to: "binary.txt")
        },
        BadInput("An empty report among good ones", 3, "record", "new", "--recorded", "2022-07-11") {
            try $0.write("Good.", to: "new/good.txt")
            try $0.write(" \n", to: "new/empty.txt")
        },
        BadInput("A report that is not there", 2, "record", "none.txt"),
        BadInput("A report in a format that is not read", 2, "record", "page.html") {
            try $0.write("<p>Text</p>", to: "page.html")
        },
        BadInput("Two files of one name", 3, "record", "new", "--recorded", "2022-07-11") {
            try $0.write("One.", to: "new/a/desk.txt")
            try $0.write("Two.", to: "new/b/desk.txt")
            try $0.write("Good.", to: "new/good.txt")
        },
        BadInput("A report of 65 MiB", 2, "record", "long.txt") {
            try $0.write([UInt8](repeating: 0x78, count: 65 << 20), to: "long.txt")
        },
        BadInput("Front matter that does not end", 2, "record", "open.md") {
            try $0.write("---\ntitle: x\nText.\n", to: "open.md")
        },
        BadInput("Front matter that is not YAML", 2, "record", "yaml.md") {
            try $0.write("---\nsource: Wire\ntitle: A: B\n---\nText.\n", to: "yaml.md")
        },
        BadInput("Front matter with a date that is none", 2, "record", "date.md") {
            try $0.write("---\npublished: 2020-02-30\n---\nText.\n", to: "date.md")
        },
        BadInput("Front matter with a name that is none", 2, "record", "name.md") {
            try $0.write("---\nname: ../secret\n---\nText.\n", to: "name.md")
        },
    ]

    /// Claims as a file, after a good one.
    private static func claims(_ name: String, _ status: Int32 = 3, _ lines: String...) -> BadInput {
        BadInput(name, status, "record", "--claims", "bad.jsonl", "--recorded", "2022-07-11") {
            try $0.write((lines + [good]).joined(separator: "\n"), to: "bad.jsonl")
        }
    }

    private static let good =
        #"{"report":"wire","subject":"talks","predicate":"lasted","object":"two hours","#
        + #""evidence":[{"quote":"Talks lasted two hours"}]}"#

    private static func claim(_ members: String) -> String {
        #"{"report":"wire","subject":"Qatar","predicate":"visited"\#(members)}"#
    }

    private static let claims = [
        claims("A line of claims that is not JSON", 3, "Qatar visited Israel"),
        claims("NaN", 3, claim(#","object":NaN"#)),
        claims("A name given twice", 3, claim(#","object":"a","object":"b""#)),
        claims("A claim without a subject", 3, #"{"report":"wire","predicate":"visited"}"#),
        claims("A time that is no date in EDTF", 3, claim(#","time":"February 2020""#)),
        claims("A polarity that is none", 3, claim(#","polarity":"maybe""#)),
        claims("A quotation that is not in its report", 3, claim(#","evidence":[{"quote":"flew to Doha"}]"#)),
        claims("A report that nobody knows", 3, #"{"report":"wier","subject":"Qatar","predicate":"visited"}"#),
        claims("Claims of a future version", 2, #"{"annals":"claims/2"}"#),
        claims("A header without a version of the extractor", 2, #"{"annals":"claims/1","extractor":"desk"}"#),
        BadInput(
            "A line of claims that is not UTF-8, after a byte order mark", 3, "record", "--claims", "bad.jsonl",
            "--recorded", "2022-07-11"
        ) {
            let bad = Array(#"{"report":"wire","subject":"caf"#.utf8) + [0xE9] + Array("\"}\r\n".utf8)
            try $0.write([0xEF, 0xBB, 0xBF] + Array((good + "\r\n").utf8) + bad, to: "bad.jsonl")
        },
        BadInput("A line of claims of 50 MB", 3, "record", "--claims", "bad.jsonl", "--recorded", "2022-07-11") {
            try $0.write([UInt8](repeating: 0x78, count: 50_000_000) + Array("\n\(good)".utf8), to: "bad.jsonl")
        },
        BadInput(
            "One report in two files of claims", 3, "record", "--claims", "a.jsonl", "--claims", "b.jsonl",
            "--recorded", "2022-07-11"
        ) {
            try $0.write(good, to: "a.jsonl")
            try $0.write(good, to: "b.jsonl")
        },
        BadInput("A file of claims that is not there", 2, "record", "--claims", "none.jsonl"),
        BadInput("A file of claims that is a folder", 2, "record", "--claims", "reports"),
        BadInput("A file to compare that is not there", 2, "compare", "one.jsonl", "none.jsonl"),
    ]

    private static let names = [
        BadInput("A revision that nobody knows", 2, "diff", "HAED~1"),
        BadInput("A revision before the first", 2, "diff", "HEAD~9"),
        BadInput("A date before the first revision", 2, "log", "--at", "2019-01-01"),
        BadInput("Words that no fact says", 2, "history", "qatar severd ties"),
        BadInput("Words that several facts say", 2, "history", "ties") { shell in
            let more = Shell.claim("wire", "diplomatic").replacing("Israel\"", with: "Egypt\"")
            try shell.write(more.replacing("with Egypt", with: "with Israel"), to: "more.jsonl")
            try shell.succeed("record", "--claims", "more.jsonl", "--recorded", "2022-07-11")
        },
        BadInput("A report to withdraw that nobody knows", 2, "withdraw", "wier"),
        BadInput("A report name that is none", 2, "withdraw", "../wire"),
        BadInput("Something to show that nobody knows", 2, "show", "ledgre"),
    ]

    private static let usage = [
        BadInput("A mistyped command", 64, "reprots"),
        BadInput("A mistyped command after help", 64, "help", "reprots"),
        BadInput("A mistyped option", 64, "log", "--formt", "json"),
        BadInput("A format that is none", 64, "log", "--format", "xml"),
        BadInput("A label that is none", 64, "diff", "--cause", "luck"),
        BadInput("Too many revisions", 64, "diff", "HEAD~2", "HEAD~1", "HEAD"),
        BadInput("A limit below one", 64, "log", "--limit=-3"),
        BadInput("A date of recording that is none", 64, "record", "later", "--recorded", "nonsense"),
        BadInput("An extractor that is none", 64, "record", "later", "--extractor", "desk"),
        BadInput("A complete set of no reports", 64, "record", "--complete"),
        BadInput("An option with an escape sequence", 64, "log", "--\u{1B}[31mred"),
    ]

    private static let vocabularies = [
        BadInput("A vocabulary with errors", 2, "record", "later") {
            try $0.write(
                "format: vocabulary/1\npredicates:\n  - {id: visited, kind: evnt}\n  - {label: x}\n",
                to: "vocabulary.yaml")
        },
        BadInput("A vocabulary that is not YAML", 2, "record", "later") {
            try $0.write("format: vocabulary/1\npredicates: [\n", to: "vocabulary.yaml")
        },
        BadInput("A vocabulary that is not UTF-8", 2, "record", "later") {
            try $0.write([0x66, 0xE9], to: "vocabulary.yaml")
        },
        BadInput("A vocabulary that is not UTF-8, at the start of a story", 2, "init", "new") {
            try $0.write([0x66, 0xE9], to: "new/vocabulary.yaml")
        },
    ]

    private static let stories = [
        BadInput("No story here", 2, "-C", "reports", "log"),
        BadInput("A story here already", 2, "init"),
        BadInput("A folder that cannot be made", 2, "init", "one.jsonl/new"),
        BadInput("A story of a future format", 2, "log") { shell in
            let result = try shell.script(
                """
                set -e; cd .annals; export GIT_DIR=. GIT_INDEX_FILE=../index
                git read-tree main; blob=$(git cat-file blob main:format.json | sed 's,/[0-9]*",/9",' | git hash-object -w --stdin)
                git update-index --cacheinfo 100644,$blob,format.json
                git update-ref refs/heads/main $(echo future | git -c user.name=x -c user.email=x@x commit-tree $(git write-tree) -p main)
                """)
            #expect(result.status == 0, "\(result.errors)")
        },
        BadInput("A damaged object", 2, "log") { shell in
            let packs = shell.folder + "/.annals/objects/pack"
            for name in try FileManager.default.contentsOfDirectory(atPath: packs) where name.hasSuffix(".pack") {
                let url = URL(filePath: "\(packs)/\(name)")
                var bytes = Array(try Data(contentsOf: url))
                for position in 12..<bytes.count - 20 { bytes[position] ^= 0x55 }
                try FileManager.default.removeItem(at: url)
                try Data(bytes).write(to: url)
            }
        },
        BadInput.readOnly,
        BadInput.locked,
    ]

    private static var readOnly: BadInput {
        var bad = BadInput("A story that may not be written to", 2, "record", "reports", "--complete")
        bad.instead = { shell in
            // Root may write everywhere, so it becomes nobody first.
            let isRoot = getuid() == 0
            let user = isRoot ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
            return try shell.script(
                """
                \(isRoot ? "chown -R 65534:65534 .; chmod a+rx ." : ":"); chmod -R a-w .annals
                \(user)'\(Shell.command)' record reports --complete; s=$?; chmod -R u+w .annals; exit $s
                """)
        }
        return bad
    }

    private static var locked: BadInput {
        var bad = BadInput("A story that somebody else is recording in", 2, "withdraw", "wire")
        bad.instead = { shell in
            let file = shell.folder + "/.annals/annals.lock"
            let other = try HoldingProcess(["flock", "--no-fork", file, "sh", "-c", "echo held; exec cat"])
            defer { other.kill() }
            return try shell.annals(["withdraw", "wire"])
        }
        return bad
    }
}
