import Foundation
import TestSupport
import Testing

@Suite struct UndoTests {
    @Test func `undo says what it took back and how to get it again`() throws {
        try withStory { shell in
            let result = try shell.succeed("undo")
            #expect(result.lines[0] == "undone  3  Add 1 report")
            #expect(result.lines[1].hasSuffix("First day"))
            #expect(result.errors.contains("annals undo leads back"))
            #expect(try shell.succeed("reports").text.contains("wire") == false)
            #expect(try shell.succeed("undo").lines[0] == "undone  4  undo operation 3")
            #expect(try shell.succeed("reports").text.contains("wire"))
        }
    }

    @Test func `operations lists who did what by which command`() throws {
        try withStory { shell in
            try shell.succeed("undo", "--to", "1")
            let text = try shell.succeed("operations").text
            #expect(text.contains("annals record reports --claims one.jsonl --recorded 2022-07-09 -m 'First"))
            #expect(text.contains("annals undo --to 1"))
            #expect(text.contains("by reporter"))
            #expect(try shell.succeed("operations", "--limit", "1").text.contains("First day") == false)
            let lines = try shell.succeed("operations", "--format", "jsonl").lines
            #expect(lines.count == 5)
            #expect(lines[0].contains(#""annals":"operations/1""#))
        }
    }

    @Test func `an edited vocabulary stays, and undo says so`() throws {
        try withStory { shell in
            try shell.write(Shell.vocabulary + "# more\n", to: "vocabulary.yaml")
            try shell.succeed("record", "--recorded", "2022-07-12")
            let result = try shell.succeed("undo")
            #expect(result.errors.contains("vocabulary.yaml stays as it is"))
            let back = try shell.script("git -C .annals show main:vocabulary.yaml > vocabulary.yaml && annals record")
            #expect(back.text.contains("Nothing to record"))
        }
    }

    @Test func `what cannot be undone is refused with the next step`() throws {
        try withStory { shell in
            let unknown = try shell.annals(["undo", "--to", "7"])
            #expect(unknown.status == 2)
            #expect(unknown.errors.contains("there is no operation 7: the last is 3"))
            try shell.succeed("undo", "--to", "1")
            let same = try shell.annals(["undo", "--to", "1"])
            #expect(same.status == 2)
            #expect(same.errors.contains("nothing to undo"))
        }
    }
}
