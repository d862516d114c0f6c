import Foundation
import TestSupport
import Testing

/// What is looked up in all revisions.
@Suite struct IndexTests {
    /// Gives `body` the story after one of its reports was withdrawn.
    private func withWithdrawal(_ body: (Shell) throws -> Void) throws {
        try withStory { shell in
            try shell.succeed("withdraw", "ledger", "--recorded", "2022-07-12")
            try body(shell)
        }
    }

    @Test func `search finds who ever said so, and tells since when it is gone`() throws {
        try withWithdrawal { shell in
            let page = try shell.succeed("search", "trade", "ti")
            #expect(page.text.contains("Qatar › severed ties with"))
            #expect(page.text.contains("gone since 2022-07-12"))
            #expect(page.text.contains("\"severed trade ties with Israel in 2009\""))
            #expect(try shell.succeed("search", "trade ties", "--at", "2022-07-10").text.contains("gone") == false)
            #expect(try shell.succeed("search", "--entity", "State of Qatar", "--gone").text.contains("1 claim"))
            #expect(try shell.succeed("search", "submarine").text == "no claim says so, now or ever before")
            #expect(try shell.annals(["search"]).status == 64)
            #expect(try shell.annals(["search", "x", "--report", "no/name"]).status == 64)
        }
    }

    @Test func `the timeline tells when it held and since when it is known`() throws {
        try withStory { shell in
            let lines = try shell.succeed("timeline").lines
            #expect(lines.first?.hasPrefix("in the world") == true)
            #expect(lines.contains { $0.hasPrefix("2009") && $0.contains("2022-07-09") && $0.contains("Qatar") })
            #expect(try shell.succeed("timeline", "--from", "2010").text.contains("no fact says a time here"))
            #expect(try shell.succeed("timeline", "submarine").text.contains("no fact says a time here"))
            #expect(try shell.annals(["timeline", "--from", "soon"]).status == 64)
        }
    }

    @Test func `blame tells of each sentence what rests on it`() throws {
        try withStory { shell in
            let page = try shell.succeed("blame", "wire").text
            #expect(page.contains("1 claim rests on 1 of 2 sentences"))
            #expect(page.contains("6  Qatar severed diplomatic ties with Israel in 2009."))
            #expect(page.contains("since 2022-07-10"))
            let unknown = try shell.annals(["blame", "wir"])
            #expect(unknown.status == 2 && unknown.errors.contains("wire"))
        }
    }

    @Test func `answers are the same without the index, and it comes back by itself`() throws {
        try withWithdrawal { shell in
            let commands = [
                ["search", "ties"], ["timeline"], ["blame", "wire"], ["contradictions", "--all"],
                ["history", "severed ties"],
            ]
            func answers() throws -> [String] { try commands.map { try shell.annals($0).text } }
            let before = try answers()
            #expect(before.allSatisfy { !$0.isEmpty })
            let path = "\(shell.folder)/.annals/index.sqlite"
            #expect(FileManager.default.fileExists(atPath: path))
            for damage in [nil, Array("no database".utf8)] as [[UInt8]?] {
                for file in [path, path + "-wal", path + "-shm"] { try? FileManager.default.removeItem(atPath: file) }
                if let damage { try shell.write(damage, to: ".annals/index.sqlite") }
                #expect(try answers() == before)
            }
            #expect(try shell.succeed("index", "--rebuild").text == "indexed: revisions 4, claims 2")
            #expect(try shell.succeed("verify").text.contains("index rows"))
        }
    }

    @Test func `undo takes the index back with it`() throws {
        try withWithdrawal { shell in
            #expect(try shell.succeed("search", "trade").text.contains("gone"))
            try shell.succeed("undo")
            #expect(try shell.succeed("search", "trade").text.contains("gone") == false)
            #expect(try shell.succeed("verify").text.contains("sound"))
        }
    }

    @Test func `an exported file tells of itself, and is not written over`() throws {
        try withWithdrawal { shell in
            try shell.succeed("export", "--sqlite", "out.sqlite")
            let bytes = Array(try Data(contentsOf: URL(filePath: "\(shell.folder)/out.sqlite")))
            #expect(bytes.starts(with: "SQLite format 3".utf8))
            #expect(try shell.annals(["export", "--sqlite", "out.sqlite"]).errors.contains("is there already"))
            #expect(try shell.annals(["export", "--sqlite", "no/such/folder.sqlite"]).status == 2)
        }
    }
}
