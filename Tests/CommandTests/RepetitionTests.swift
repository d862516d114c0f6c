import Foundation
import TestSupport
import Testing

/// The same input gives the same bytes, wherever and in whatever order.
@Suite struct RepetitionTests {
    @Test func `two runs of the same commands in two folders give equal bytes and equal revisions`() throws {
        func run() throws -> [[UInt8]] {
            try withShell { shell in
                try shell.begin()
                let lines = [
                    "log", "diff HEAD~2 --format json", "facts --format jsonl", "reports --format markdown",
                    "contradictions", "verify", "show ledger", "history severed", "show HEAD --color always",
                ]
                return try lines.map { try shell.annals($0.words).output } + [shell.tree(), shell.tip()]
            }
        }
        let (first, second) = (try run(), try run())
        for (one, other) in zip(first, second) { #expect(one == other) }
    }

    @Test func `the order of recording leaves no trace in the content`() throws {
        func run(_ recordings: [String]) throws -> [UInt8] {
            try withShell { shell in
                try shell.begin()
                try FileManager.default.removeItem(atPath: shell.folder + "/.annals")
                try shell.succeed("init", "--recorded", "2022-07-08")
                for recording in recordings {
                    #expect(try shell.annals(["record", "--recorded", "2022-07-09"] + recording.words).status == 0)
                }
                return try shell.tree()
            }
        }
        let (one, two) = ("reports --claims one.jsonl", "later --claims two.jsonl")
        let tree = try run([one, two])
        #expect(try run([two, one]) == tree)
        #expect(try run(["later reports --claims two.jsonl --claims one.jsonl"]) == tree)
        #expect(try run([one, two, "reports --complete", two]) == tree)
    }
}

extension Shell {
    /// The id of the newest revision's content.
    func tree() throws -> [UInt8] { try script("git -C .annals rev-parse 'main^{tree}'").output }

    /// The id of the newest revision.
    func tip() throws -> [UInt8] { try script("git -C .annals rev-parse main").output }
}
