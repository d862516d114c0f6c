import Foundation
import TestSupport
import Testing

extension BadInput {
    static let names = [
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

    static let usage = [
        BadInput("A mistyped command", 64, "reprots"),
        BadInput("A mistyped command after help", 64, "help", "reprots"),
        BadInput("A mistyped option", 64, "log", "--formt", "json"),
        BadInput("A format that is none", 64, "log", "--format", "xml"),
        BadInput("A label that is none", 64, "diff", "--cause", "luck"),
        BadInput("Too many revisions", 64, "diff", "HEAD~2", "HEAD~1", "HEAD"),
        BadInput("A limit below one", 64, "log", "--limit=-3"),
        BadInput("A date of recording that is none", 64, "record", "later", "--recorded", "nonsense"),
        BadInput("A name that is none", 64, "record", "later", "--name", "../x"),
        BadInput("An extractor without claims", 64, "record", "later", "--extractor", "desk@1"),
        BadInput("An extractor that is none", 2, "record", "later", "--extractor", "desk"),
        BadInput("A complete set of no reports", 64, "record", "--complete"),
        BadInput("An option with an escape sequence", 64, "log", "--\u{1B}[31mred"),
    ]

    static let vocabularies = [
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

    static let stories = [
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
