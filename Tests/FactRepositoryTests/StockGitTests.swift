import FactDiff
import FactRepository
import Facts
import Foundation
import Git
import StoryTestSupport
import TestSupport
import Testing

@Suite struct StockGitTests {
    private let early = News("n", [.init("Qatar", "pays", "US$30 million"), .init("Israel", "met", "Hamas")])
    private let late = News("n", [.init("Qatar", "pays", "US$80 million"), .init("Israel", "met", "Hamas")])

    @Test(arguments: [["--bare"], ["--bare", "--no-local"], ["--mirror"], ["--no-checkout"]])
    func `a clone is a story that reads, verifies and goes on`(options: [String]) throws {
        try withStory { story in
            try record(in: story)
            let path = story.git.path + "-clone"
            let result = try run(["git", "clone", "--quiet"] + options + [story.git.path, path])
            #expect(result.status == 0, "\(result.errors)")
            let isBare = options != ["--no-checkout"]
            let clone = try FactRepository.open(at: isBare ? path : path + "/.git")
            #expect(try clone.tip() == story.tip())
            #expect(try clone.latest.facts() == story.latest.facts())
            #expect(try clone.problems == [])
            try clone.record(day: 2) { try $0.add(early) }
            #expect(try clone.latest.tree == story.snapshot(story.resolve("HEAD~1")).tree)
            #expect(try clone.problems == [])
        }
    }

    @Test func `stock git shows what was recorded`() throws {
        try withStory { story in
            try record(in: story)
            #expect(try story.git("show", "HEAD:reports/1b/n/text").output == late.text)
            #expect(
                try story.git("log", "--format=%s by %an").lines == [
                    "Update 1 report by Tester", "Add 1 report by Tester", "Begin by Tester",
                ])
            #expect(try story.git("diff", "--stat", "HEAD~1", "HEAD", "--", "reports/1b/n/text").lines.count == 2)
            #expect(try story.git("reflog", "main", "--format=%gs").lines.first == "annals: Update 1 report")
        }
    }

    @Test func `a repack by stock git changes nothing`() throws {
        try withStory { story in
            try record(in: story)
            let facts = try story.latest.facts()
            try story.git("gc", "--quiet", "--prune=now")
            let again = try FactRepository.open(at: story.git.path)
            #expect(try again.git.packCount() == 1)
            #expect(try again.latest.facts() == facts)
            #expect(try again.problems == [])
            try again.record(day: 3) { try $0.add(early) }
            #expect(try again.problems == [])
        }
    }

    @Test func `a revert of a revision by stock git is read, and named for what it is`() throws {
        try withStory { story in
            try record(in: story)
            let path = story.git.path + "-work"
            try git(["clone", "--quiet", story.git.path, path])
            let person = ["-c", "user.name=P", "-c", "user.email=p@example.org"]
            try git(["-C", path] + person + ["revert", "--no-edit", "HEAD"])
            try git(["-C", path, "push", "--quiet"])
            let again = try FactRepository.open(at: story.git.path)
            #expect(try again.latest.tree == again.snapshot(again.resolve("HEAD~2")).tree)
            let place = try #require(try again.tip()).hex.prefix(8)
            #expect(try again.problems == ["\(place): its message has no content digest: another program made it"])
            let log = try again.log(from: #require(try again.tip()))
            #expect(log[0].message.hasPrefix("Revert \"Update 1 report\""))
            #expect(log[0].kind == .record)
            let before = try again.snapshot(again.resolve("HEAD~1"))
            #expect(try again.changes(from: before, to: again.latest).changes.count == 1)
            try again.record(day: 3) { try $0.add(late) }
            #expect(try again.problems.count == 1)
        }
    }

    @Test func `a report file that somebody edits in a checkout is named, and recording goes on`() throws {
        try withStory { story in
            try record(in: story)
            try story.git.commit(["reports/1b/n/text": Array("Something else.".utf8)], message: "fix typo")
            let problems = try story.problems
            #expect(problems.contains { $0.hasSuffix("text: it is not the text that was recorded") })
            try story.record(day: 3) { try $0.add(early) }
            #expect(try story.latest.report(early.reportName).text == early.text)
            let place = try #require(try story.tip()).hex.prefix(8)
            let rest = try story.problems
            #expect(!rest.contains { $0.hasPrefix(place) })
        }
    }

    @Test func `names that are no report's do not stop the story`() throws {
        try withStory { story in
            try record(in: story)
            let bin = "reports/1b"
            try story.git.commit(
                ["\(bin)/caf\u{e9}/text": [0x61], "\(bin)/cafe\u{301}x/text": [0x62]], message: "names")
            #expect(try story.problems.count >= 2)
            try story.record(day: 3) { try $0.add(early) }
            #expect(try story.latest.report(early.reportName).text == early.text)
        }
    }

    private func record(in story: FactRepository) throws {
        try story.record { try $0.add(early) }
        try story.record(day: 1) { try $0.add(late) }
    }

    private func git(_ arguments: [String]) throws {
        let result = try run(["git"] + arguments)
        #expect(result.status == 0, "git \(arguments): \(result.errors)")
    }
}
