package import FactRepository
package import Facts

/// What a story should hold: reports and claims in plain dictionaries.
package struct StoryModel {
    package var vocabularyText: String
    package private(set) var reports: [ReportName: Entry] = [:]

    /// A report and its claims.
    package struct Entry: Equatable {
        package var record: ReportRecord
        package var text: [UInt8]
        package var claims: Set<Claim>
    }

    /// A story without reports.
    package init(vocabularyText: String) { self.vocabularyText = vocabularyText }

    /// All facts, sorted by id.
    package var facts: [Fact] {
        let claims = Dictionary(grouping: reports.values.flatMap(\.claims), by: \.fact)
        return claims.compactMap { Fact(id: $0.key, claims: $0.value) }.sorted { $0.id < $1.id }
    }

    /// Does what recording should do.
    package mutating func apply(_ recording: Recording) throws {
        if let text = recording.vocabulary { try use(text) }
        let given = Set(recording.reports.map(\.record.name))
        for report in recording.reports { enter(report) }
        let vocabulary = try VocabularyReader.read(vocabularyText)
        for (name, read) in recording.claims where !recording.isComplete || given.contains(name) {
            reports[name]?.record.extractor = read.extractor
            reports[name]?.claims = Set(read.claims.map { vocabulary.read($0.stated, evidence: $0.evidence) })
        }
        for name in recording.withdrawn { reports[name] = nil }
        if recording.isComplete { reports = reports.filter { given.contains($0.key) } }
    }

    private mutating func use(_ text: String) throws {
        vocabularyText = text
        let vocabulary = try VocabularyReader.read(text)
        reports = reports.mapValues { entry in
            var entry = entry
            entry.claims = Set(entry.claims.map(vocabulary.reread))
            return entry
        }
    }

    private mutating func enter(_ report: Report) {
        guard let old = reports[report.record.name] else {
            reports[report.record.name] = Entry(record: report.record, text: report.text, claims: [])
            return
        }
        var new = Entry(record: report.record, text: report.text, claims: old.claims)
        new.record.extractor = old.record.extractor
        if new.text != old.text { new.claims = Set(old.claims.map { Self.found($0, in: report.text) }) }
        reports[report.record.name] = new
    }

    private static func found(_ claim: Claim, in text: [UInt8]) -> Claim {
        let anchor = QuoteAnchor(text: text)
        return claim.with(
            evidence: claim.evidence.map { item in
                let place = anchor.evidence(for: .init(quote: item.quote, start: item.range?.start))
                return place ?? Evidence(quote: item.quote, anchor: .orphaned)
            })
    }
}
