import Extraction
import FactDiff
import FactIndex
import FactRepository
import Facts
import Git
import Rendering
import Synchronization
import Web

/// Reads what single pages of a site show.
final class SiteReader: StoryReader {
    private let story: Story
    private let index: IndexReading
    private let snapshot: Snapshot
    private let reports: [ReportName: ReportRecord]
    private let kept = Mutex(Kept())

    /// What was read last: the pages of a revision, or of a report's facts, are mostly asked for one after another.
    private struct Kept {
        var changes: [String: DiffPage] = [:]
        var texts: [Digest: ReportText] = [:]
        var revisions: [Int: Revision] = [:]
        var blamed: [String: [BlamePage.Blamed]] = [:]
    }

    /// Comparisons, texts, and reports with what rests on them, that are kept.
    private static let limits = (changes: 4, texts: 64, blamed: 4)

    init(_ story: Story, _ snapshot: Snapshot, _ index: IndexReading, reports: [ReportName: ReportRecord]) {
        (self.story, self.snapshot, self.index, self.reports) = (story, snapshot, index, reports)
    }

    // MARK: comparisons

    func changes(of revision: Revision) throws -> DiffPage {
        try page(from: revision.parent, to: story.snapshot(of: revision.id))
    }

    func changes(since revision: Revision) throws -> DiffPage { try page(from: revision.id, to: snapshot) }

    private func page(from parent: String?, to after: Snapshot) throws -> DiffPage {
        let key = "\(parent ?? "") \(after.id)"
        if let page = kept.withLock({ $0.changes[key] }) { return page }
        let before = try parent.map(story.snapshot(of:))
        let set = try story.repository.changes(from: before, to: after)
        let page = DiffPage(
            before: try before.map { .revision(try story.repository.revision($0.id)) } ?? .nothing,
            after: .revision(try story.repository.revision(after.id)), changeSet: set,
            naming: Naming(try after.vocabulary(), shortID: SiteStory.shortID),
            reports: try story.records(of: set, in: after),
            stale: try story.repository.staleFacts(after: set, in: after))
        kept.withLock {
            if $0.changes.count >= Self.limits.changes { $0.changes = [:] }
            $0.changes[key] = page
        }
        return page
    }

    // MARK: facts

    func history(of id: FactID) throws -> HistoryPage? {
        let ever = try index.index.claims(of: id).filter { $0.since <= index.number }
        let last = ever.map { min(($0.until ?? .max) - 1, index.number) }.max() ?? 0
        guard let fact = Fact(id: id, claims: ever.filter { $0.holds(at: last) }.map(\.claim)) else { return nil }
        let steps =
            try index.index.history(of: id, upTo: snapshot.id)
            ?? story.repository.history(of: id, from: snapshot.id)
        let naming = Naming(try snapshot.vocabulary(), shortID: SiteStory.shortID)
        return HistoryPage(
            fact, steps: steps, reports: reports, naming: naming, stale: try story.staleFacts(after: steps))
    }

    // MARK: reports

    func blame(of report: ReportName, at revision: Revision) throws -> [BlamePage.Blamed] {
        let key = "\(report) \(revision.id)"
        // The pages of a long text ask for the same one after the other.
        if let blamed = kept.withLock({ $0.blamed[key] }) { return blamed }
        guard let id = ObjectID(hex: revision.id), let number = try index.index.number(of: id) else { return [] }
        let blamed = try index.index.blame(report, at: number).map {
            BlamePage.Blamed($0.claim, since: try self.revision($0.since), current: try self.revision($0.current))
        }
        kept.withLock {
            if $0.blamed.count >= Self.limits.blamed { $0.blamed = [:] }
            $0.blamed[key] = blamed
        }
        return blamed
    }

    private func revision(_ number: Int) throws -> Revision {
        if let revision = kept.withLock({ $0.revisions[number] }) { return revision }
        let revision = try index.revision(number)
        kept.withLock { $0.revisions[number] = revision }
        return revision
    }

    func text(of name: ReportName, at revision: Revision) throws -> ReportText? {
        let isNewest = revision.id == snapshot.id.hex
        let then = try isNewest ? snapshot : story.snapshot(of: revision.id)
        guard let record = try isNewest ? reports[name] : then.record(of: name) else { return nil }
        if let text = kept.withLock({ $0.texts[record.digest] }) { return text }
        let report = try then.report(name)
        guard !report.text.isEmpty else { return nil }
        let text = ReportText(report)
        kept.withLock {
            if $0.texts.count >= Self.limits.texts { $0.texts = [:] }
            $0.texts[record.digest] = text
        }
        return text
    }
}

extension SiteStory {
    /// The start of a fact's id that pages show.
    @Sendable static func shortID(_ fact: FactID) -> String { String(fact.letters.prefix(shortLength)) }
}

extension ReportText {
    /// The words of a report, block by block.
    fileprivate init(_ report: Report) {
        var (line, byte) = (1, 0)
        self.init(
            report.blocks.map { block in
                let words = Array(block.text.utf8)
                let start = block.map.source(of: 0..<words.count).lowerBound
                line += report.text[min(byte, start)..<max(byte, start)].count { $0 == 0x0A } * (start < byte ? -1 : 1)
                byte = start
                return Paragraph(block.paragraphKind, words: words, map: block.map, line: line)
            })
    }
}

extension Block {
    /// What the block is on the page of its report.
    fileprivate var paragraphKind: ReportText.Kind {
        guard isProse else { return .aside }
        return switch kind {
        case .heading: .title
        case .listItem: .item
        case .caption, .cell, .code: .aside
        case .paragraph, .quotation: .words
        }
    }
}
