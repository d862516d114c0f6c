import Extraction
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
    @Test func `has the tree id that it had when it was first recorded`() async throws {
        try await withStory { story in
            let tree = try story.snapshot(nil).tree.hex
            #expect(tree == "3d88c9393509698cdc77d98f30261dd284f95349")
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `has the same tree however the reports of a day are ordered`(seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        let shuffled = try ShippedStory().revisions.map { $0.shuffled(using: &generator) }
        let inOrder = try await withStory { try $0.snapshot(nil).tree }
        try await withRecorded(shuffled) { story in
            let tree = try story.snapshot(nil).tree
            #expect(tree == inOrder, "seed \(seed)")
        }
    }

    @Test func `is what annals record makes of it, day by day`() async throws {
        let tree = try await withStory { try $0.snapshot(nil).tree.hex }
        try withShell { shell in
            try shell.succeed("init")
            for day in try ShippedStory().revisions { try shell.record(day) }
            let recorded = try run(["git", "-C", "\(shell.folder)/.annals", "rev-parse", "HEAD^{tree}"])
            #expect(String(decoding: recorded.output, as: UTF8.self) == "\(tree)\n")
        }
    }

    @Test func `shows every kind of change that it was written to show`() async throws {
        try await withStory { story in
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

    @Test func `tells each revision's changes as recorded`() async throws {
        try await withStory { story in
            let pages = try Self.changesByRevision(story).map(\.page)
            let lines = pages.map { render($0, as: .jsonl) }.joined()
            try expectSnapshot(lines, named: "cli/gulf-diplomacy.jsonl")
            try expectSnapshot(
                pages.map { render($0, as: .text) }.joined(separator: "\n"), named: "cli/gulf-diplomacy.txt")
        }
    }

    @Test func `verifies, and stock git finds nothing wrong with it`() async throws {
        try await withStory { story in
            let result = story.repository.verify(from: try story.tip())
            #expect(result.problems == [])
            #expect(result.revisions == 15)
            #expect(try run(["git", "-C", "\(story.folder)/.annals", "fsck", "--strict", "--full"]).status == 0)
        }
    }

    // MARK: the story

    private static func changesByRevision(_ story: Story) throws -> [(changes: ChangeSet, page: DiffPage)] {
        try story.repository.log(from: story.tip()).reversed().map { revision in
            let diff = try Diff.page(RevisionRange(before: revision.parent, after: revision.id), in: story)
            return (diff.changes, diff.page)
        }
    }
}

/// Records the shipped story in a fresh folder.
private func withStory<Result>(_ body: (Story) throws -> Result) async throws -> Result {
    try await withRecorded(ShippedStory().revisions, body)
}

private func withRecorded<Result>(
    _ days: [ShippedStory.DayOfNews], _ body: (Story) throws -> Result
) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "annals-\(UUID().uuidString)").path()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let story = try Story.begin(in: folder, by: ShippedStory().beginning)
    let reader = try await RememberingReader.shared.value
    for day in days { try await ShippedStory.record(day, in: story, by: reader) }
    return try body(story)
}

/// The reader of the demo, which reads each text once for all tests.
private actor RememberingReader: Extractor {
    static let shared = Task { () throws -> RememberingReader in
        let vocabulary = try VocabularyReader.read(EmbeddedFiles.starterVocabulary)
        return RememberingReader(try await Story?.none.extractor(nil, vocabulary))
    }

    nonisolated let fingerprint: ExtractorFingerprint
    private let reader: any Extractor
    private var readings: [Passage: PassageReading] = [:]

    init(_ reader: any Extractor) { (self.reader, fingerprint) = (reader, reader.fingerprint) }

    func read(_ passage: Passage) async throws -> PassageReading {
        if let known = readings[passage] { return known }
        let reading = try await reader.read(passage)
        readings[passage] = reading
        return reading
    }
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
        return Self(
            date: date, second: second, files: files, message: message, withdrawn: withdrawn, readByHand: readByHand)
    }
}

extension Shell {
    /// Records a day of the shipped story as a person would.
    fileprivate func record(_ day: ShippedStory.DayOfNews) throws {
        let reports = try day.reports.map { report in
            try #require(day.files.first { $0.name.hasPrefix("\(report.record.name).") })
        }
        for report in reports { try write(report.text, to: "reports/\(report.name)") }
        for name in day.withdrawn { try FileManager.default.removeItem(atPath: "\(folder)/reports/\(name).md") }
        var arguments = ["record", "--recorded", day.date, "-m", day.message ?? ""]
        if day.readByHand.isEmpty {
            arguments += ["reports", "--complete"]
        } else {
            try write(day.claimsByHand, to: "claims.jsonl")
            arguments += reports.map { "reports/\($0.name)" } + ["--claims", "claims.jsonl"]
            if !reports.isEmpty { arguments += ["--extractor", "english"] }
        }
        let result = try annals(arguments)
        #expect(result.status == 0, "\(day.date): \(result.errors)")
    }
}
