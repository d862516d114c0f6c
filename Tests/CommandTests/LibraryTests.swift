import AnnalsKit
import Foundation
import TestSupport
import Testing

/// The library as another program uses it.
@Suite struct LibraryTests {
    @Test func `a story is opened, its facts listed, two revisions compared, and a change's quotes read`() throws {
        try withStory { shell in
            let story = try Story(at: shell.folder)

            let revisions = try story.revisions()
            #expect(revisions.map(\.day) == ["2022-07-10", "2022-07-09", "2022-07-08"])
            #expect(revisions[1].message == "First day" && revisions[0].id.count == 40)

            let fact = try #require(try story.facts().first)
            #expect((fact.subject, fact.predicate, fact.object) == ("Qatar", "severed ties with", "Israel"))
            #expect(fact.claims.count == 2)
            #expect(try story.facts(at: "2022-07-08").isEmpty)

            let change = try #require(try story.changes(from: "HEAD~1").first)
            #expect(change.label == .contradicted && change.cause == .report && change.fact == fact.id)
            #expect(change.before?.arguments == ["kind": "trade"] && change.after?.source == "Strait Wire")
            let quote = try #require(change.quotes.last)
            let bytes = try #require(quote.bytes)
            #expect(String(decoding: Array(Shell.wire.utf8)[bytes], as: UTF8.self) == quote.words)
            #expect(quote.report == "wire" && quote.line == 6)
        }
    }

    @Test func `what is withdrawn still names who published it`() throws {
        try withStory { shell in
            try shell.succeed("withdraw", "wire", "--recorded", "2022-07-12")
            let change = try #require(try Story(at: shell.folder).changes(from: "HEAD~1").first)
            #expect(change.label == .retracted && change.before?.source == "Strait Wire")
        }
    }

    @Test func `errors name what they happened to`() throws {
        try withStory { shell in
            let missing = #expect(throws: StoryError.self) { try Story(at: shell.folder + "/nowhere") }
            #expect(missing?.code == .noStory && missing?.subject.contains("nowhere") == true)
            let story = try Story(at: shell.folder)
            let unknown = #expect(throws: StoryError.self) { try story.facts(at: "no-such-tag") }
            #expect(unknown?.code == .unknownRevision && unknown?.subject == "no-such-tag")
        }
    }

    @Test func `the ten lines of the README run`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let example = try String(
            contentsOf: root.appending(path: "Tests/Examples/whats-new/main.swift"), encoding: .utf8)
        let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        #expect(readme.contains("```swift\n\(example)```"))
        try withStory { shell in
            let program = URL(filePath: Shell.command).deletingLastPathComponent().appending(path: "whats-new").path()
            let result = try run([program, shell.folder])
            #expect(result.status == 0, "\(result.errors)")
            #expect(
                result.lines == [
                    "contradicted Qatar › severed ties with › Israel",
                    #"    "severed trade ties with Israel in 2009" ledger:6"#,
                    #"    "severed diplomatic ties with Israel in 2009" wire:6"#,
                ])
        }
    }

    @Test func `every label of the command is one of the library`() {
        #expect(Change.Label.allCases.map(\.rawValue) == LabelsOfTheCommand.all)
    }
}
