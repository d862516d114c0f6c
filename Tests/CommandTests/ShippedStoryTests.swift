import FactDiff
import FactRepository
import Facts
import Foundation
import Git
import Rendering
import TestSupport
import Testing

@testable import annals

@Suite struct ShippedStoryTests {
    @Test func `has the tree id that it had when it was first recorded`() throws {
        try withStory { story in
            let tree = try story.snapshot(nil).tree.hex
            #expect(tree == "596ec8c0c3a13b0085907c9689670e8ddd1257b3")
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `has the same tree however the reports of a day are ordered`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        try withStory { inOrder in
            try withStory(shuffledBy: &generator) { shuffled in
                let (a, b) = (try inOrder.snapshot(nil).tree, try shuffled.snapshot(nil).tree)
                #expect(a == b, "seed \(seed)")
            }
        }
    }

    @Test func `shows every kind of change that it was written to show`() throws {
        try withStory { story in
            var headlines: Set<Headline> = []
            var causes: Set<Cause> = []
            var silentEdits = 0
            for (changes, _) in try Self.changesByRevision(story) {
                headlines.formUnion(changes.changes.map(\.headline))
                causes.formUnion(changes.changes.map(\.cause))
                silentEdits += changes.reports.count(where: \.isSilent)
            }
            let wanted: Set<Headline> = [
                .added, .corroborated, .echoed, .refined, .generalised, .updated, .corrected, .retracted, .contradicted,
                .disputed,
                .undetermined, .complementary, .removed, .moved,
            ]
            #expect(wanted.subtracting(headlines) == [])
            #expect(causes == [.report, .extractor])
            #expect(silentEdits == 1)
        }
    }

    @Test func `tells each revision's changes as recorded`() throws {
        try withStory { story in
            let pages = try Self.changesByRevision(story).map(\.page)
            let lines = pages.map { render($0, as: .jsonl) }.joined()
            try expectSnapshot(lines, named: "cli/gulf-diplomacy.jsonl")
            try expectSnapshot(
                pages.map { render($0, as: .text) }.joined(separator: "\n"), named: "cli/gulf-diplomacy.txt")
        }
    }

    @Test func `verifies, and stock git finds nothing wrong with it`() throws {
        try withStory { story in
            let result = story.repository.verify(from: try story.tip())
            #expect(result.problems == [])
            #expect(result.revisions == 15)
            #expect(try run(["git", "-C", "\(story.folder)/.annals", "fsck", "--strict", "--full"]).status == 0)
        }
    }

    // MARK: the story

    private static func changesByRevision(_ story: Story) throws -> [(changes: ChangeSet, page: DiffPage)] {
        try story.repository.log(from: story.tip()).reversed().map { revision in
            let (page, changes) = try Diff.page(RevisionRange(before: revision.parent, after: revision.id), in: story)
            return (changes, page)
        }
    }
}

/// Records the shipped story in a fresh folder.
private func withStory(_ body: (Story) throws -> Void) throws {
    try withRecorded(ShippedStory().revisions, body)
}

/// Records the shipped story with each day's files and claims in another order.
private func withStory(shuffledBy generator: inout SeededGenerator, _ body: (Story) throws -> Void) throws {
    let days = try ShippedStory().revisions.map { $0.shuffled(using: &generator) }
    try withRecorded(days, body)
}

private func withRecorded(_ days: [ShippedStory.DayOfNews], _ body: (Story) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "annals-\(UUID().uuidString)").path()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let story = try Story.begin(in: folder, by: ShippedStory().beginning)
    for day in days { try ShippedStory.record(day, in: story) }
    try body(story)
}

extension ShippedStory.DayOfNews {
    /// The same day with its files, and the claims of each file, in another order.
    func shuffled(using generator: inout SeededGenerator) -> Self {
        var files = files.shuffled(using: &generator)
        for index in files.indices where files[index].name == "claims.jsonl" {
            let lines = files[index].text.split(separator: "\n").map(String.init)
            files[index].text = (lines.prefix(1) + lines.dropFirst().shuffled(using: &generator)).joined(
                separator: "\n")
        }
        return Self(date: date, second: second, files: files, message: message, withdrawn: withdrawn)
    }
}
