import Foundation
import TestSupport
import Testing

/// The claims of a story for other programs.
@Suite struct ExportTests {
    @Test func `the claims of a revision state the same facts in another story`() throws {
        try withStory { shell in
            #expect(try shell.succeed("export", "--claims", "out.jsonl").all == "wrote out.jsonl: 2 claims\n")
            try shell.succeed("init", "other", "--recorded", "2022-07-08")
            try shell.write(Shell.vocabulary, to: "other/vocabulary.yaml")
            try shell.succeed("record", "-C", "other", "reports", "later", "--claims", "out.jsonl")
            let again = try shell.succeed("export", "-C", "other", "--claims", "-")
            let exported = try shell.bytes(of: "out.jsonl")
            #expect(again.output == exported)
            #expect(again.lines.count == 3)
        }
    }

    @Test func `what changed between two revisions, applied to the claims of one, gives those of the other`() throws {
        try withStory { shell in
            try shell.succeed("diff", "HEAD~1", "--patch", "day.patch")
            try shell.succeed("export", "--claims", "before.jsonl", "--at", "HEAD~1")
            try shell.succeed("export", "--claims", "after.jsonl")
            try shell.write(try shell.succeed("apply", "day.patch", "before.jsonl").output, to: "applied.jsonl")
            #expect(try shell.bytes(of: "before.jsonl") != shell.bytes(of: "after.jsonl"))
            try shell.succeed("compare", "applied.jsonl", "after.jsonl", "--exit-code")
        }
    }

    @Test func `a file that is there is left alone, and one that cannot be finished is not there`() throws {
        try withStory { shell in
            try shell.write("mine", to: "out.jsonl")
            let refused = try shell.annals(["export", "--claims", "out.jsonl"])
            #expect(refused.status == 2 && refused.errors.contains("out.jsonl is there already"))
            #expect(try shell.bytes(of: "out.jsonl") == Array("mine".utf8))
            #expect(try shell.annals(["export", "--claims", "no/such/folder.jsonl"]).status == 2)
            #expect(try shell.annals(["export"]).status == 64)
            #expect(try shell.annals(["export", "--sqlite", "a", "--at", "HEAD"]).status == 64)
            #expect(try shell.annals(["export", "--claims", "new.jsonl", "--at", "HEAD~9"]).status == 2)
            #expect(!FileManager.default.fileExists(atPath: "\(shell.folder)/new.jsonl"))
        }
    }
}

extension Shell {
    /// What a file holds.
    fileprivate func bytes(of name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
    }
}
