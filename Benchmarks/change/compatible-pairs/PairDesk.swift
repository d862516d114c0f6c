import FactDiff
import FactTestSupport
import Facts

/// Compares what one report says with what the same report and another, of another source, say.
struct PairDesk {
    private let vocabulary: Vocabulary

    init() throws { vocabulary = try VocabularyReader.read(PairWorld.vocabulary) }

    /// Which of `contradicted` and `disputed` are told of a pair, as a change or as a contradiction of the facts after.
    func accusations(of pair: ClaimPair) throws -> Set<Content> {
        let (before, after) = (try side([pair.first]), try side([pair.first, pair.second]))
        let changes = ChangeSet(from: before, to: after)
        let labels = changes.changes.map(\.content) + Contradiction.all(in: after).map(\.content)
        return Set(labels).intersection([.contradicted, .disputed])
    }

    private func side(_ drafts: [Draft]) throws -> Side {
        let claims = try drafts.map { try $0.claim(vocabulary) }
        let records = try drafts.map { draft in
            var record = ReportRecord(name: try ReportName(draft.report).orThrow(), text: [])
            record.source = draft.report
            return (record.name, record)
        }
        return Side(
            facts: Dictionary(grouping: claims, by: \.fact).compactMap { Fact(id: $0.key, claims: $0.value) },
            provenance: Provenance(reports: Dictionary(uniqueKeysWithValues: records), vocabulary: vocabulary))
    }
}
