import Extraction
import FactRepository
import Facts
import TestSupport
import Testing

@testable import annals

/// How much of what people claim of the shipped story the English reader finds by itself.
@Suite struct ReaderScoreTests {
    @Test func `finds most of what people claim of the shipped story, and little that they do not`() async throws {
        let vocabulary = try VocabularyReader.read(EmbeddedFiles.starterVocabulary)
        let scores = try await Self.scores(vocabulary)
        let page = ReaderScorePage(scores: scores, likeness: ClaimLikeness(vocabulary: vocabulary))
        try expectSnapshot(page.markdown, named: "gulf-diplomacy/READER.md")
        // A little below what is reached: what falls under it was broken and not just read otherwise.
        #expect(page.recall >= 0.88)
        #expect(page.precision >= 0.85)
        #expect(page.timeAgreement >= 0.8)
        #expect(page.attributionAgreement >= 0.88)
    }

    /// One score for each version of each report, in the order in which they came in.
    private static func scores(_ vocabulary: Vocabulary) async throws -> [ReaderScore] {
        let reader = try await Story?.none.extractor(nil, vocabulary)
        let days = try ShippedStory().revisions
        let gold = try days.map { try Self.gold($0, vocabulary) }
        let predicates = Set(gold.flatMap(\.values).joined().map(\.predicate))
        var scores: [ReaderScore] = []
        for (day, gold) in zip(days, gold) {
            for report in try day.reports {
                let name = report.record.name
                let reading = try await ReportReading(report, by: reader)
                let read = reading.claims.claims.map { vocabulary.read($0.stated, evidence: $0.evidence) }
                scores.append(
                    ReaderScore(
                        day.date, name, gold: gold[name] ?? [], read: read, predicates: predicates, vocabulary))
            }
        }
        return scores
    }

    private static func gold(_ day: ShippedStory.DayOfNews, _ vocabulary: Vocabulary) throws -> [ReportName: [Claim]] {
        guard let file = try day.claims else { return [:] }
        return file.byReport.mapValues { items in items.map { vocabulary.read($0.claim, evidence: []) } }
    }
}
