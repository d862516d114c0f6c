import Facts
import Parallel

/// What another extractor reads in the old texts, which is a revision of its own.
extension RecordingPlanner {
    /// What the new extractor reads in the old texts, or `nil` when no report got another extractor.
    func bridge() throws(RepositoryError) -> RevisionPlan? {
        var draft = RevisionDraft(base.repository)
        let names = readReports.sorted()
        let records = try concurrentMap(names.count, grain: 16) { (index) throws(RepositoryError) in
            try shelf.record(of: names[index])
        }
        for (name, found) in zip(names, records) {
            guard var record = found, let former = record.extractor, former != recording.extractor(of: name),
                let read = try recording.readClaims(of: name)
            else { continue }
            let oldClaims = try base.claims(of: name)
            let bridged = try bridgedClaims(read, statedClaims(of: name, oldClaims), record)
            let newClaims = try ruled(onOldText: bridged, record)
            record.extractor = read.extractor
            try draft.replace(
                name, oldClaims, newClaims.standing, withheld: newClaims.withheld, record: record, text: nil)
            draft.extractors.insert(read.extractor)
        }
        let extractors = draft.extractors.map(\.description).sorted().joined(separator: ", ")
        return draft.plan(.bridge, message: recording.message(after: "Read again by \(extractors)"))
    }

    /// The claims of a recorded report as its extractor stated them.
    private func statedClaims(of name: ReportName, _ standing: [Claim]) throws(RepositoryError) -> [Claim] {
        hasDecisions ? try base.statedClaims(of: name) : standing
    }

    /// What stands of the claims that a new extractor reads in the text that was recorded.
    private func ruled(
        onOldText claims: [Claim], _ record: ReportRecord
    ) throws(RepositoryError) -> (standing: [Claim], withheld: [Claim]) {
        let decisions = hasDecisions ? try base.decisions(onClaimsOf: record.name) : []
        guard !decisions.isEmpty else { return (claims, []) }
        return ClaimRulings(decisions, vocabulary: vocabulary).followed(by: claims, of: try base.report(record.name))
    }

    /// The claims that a new extractor reads, as far as they belong to the old text.
    ///
    /// Where the text changed too and nobody read the old one again, a claim belongs to the old text when the sentences around its
    /// quotations stand in both; the old claims are kept where they do not.
    private func bridgedClaims(
        _ read: ReadClaims, _ oldClaims: [Claim], _ record: ReportRecord
    ) throws(RepositoryError) -> [Claim] {
        let oldText = try base.text(of: record.name) ?? []
        guard let report = reports[record.name], report.text != oldText else { return read.claims.map(claim) }
        if let reading = recording.readingsOfOldTexts[record.name], reading.extractor == read.extractor {
            return reading.claims.map(claim)
        }
        let oldReport = Report(record: record, text: oldText)
        let (anchor, old, new) = (QuoteAnchor(oldReport), ReportWords(oldReport), ReportWords(report))
        let kept = oldClaims.filter { !Self.isShared($0.evidence, old, new) }
        let transferred = read.claims.filter { Self.isShared($0.evidence, new, old) }
        return kept + transferred.compactMap { AnchoredClaim($0.stated, in: anchor) }.map(claim)
    }

    /// Whether the sentences around all quotations in one text stand in another.
    private static func isShared(_ evidence: [Evidence], _ own: ReportWords, _ other: ReportWords) -> Bool {
        let ranges = evidence.compactMap(\.range)
        return !ranges.isEmpty && ranges.allSatisfy { SentenceContext(of: $0, in: own).stands(in: other) }
    }
}
