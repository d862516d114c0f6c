import Facts
import Parallel

/// Works out what a ``Recording`` changes in a revision.
struct RecordingPlanner {
    let recording: Recording
    let base: Snapshot
    /// What the reports of the base state, as far as that is known without reading it.
    private let known: RecordedReports
    let shelf: ReportShelf
    let vocabulary: Vocabulary
    /// Whether anybody ruled on anything.
    let hasDecisions: Bool
    /// The reports that came in, but for those that are withdrawn.
    let reports: [ReportName: Report]
    /// The reports whose claims came in, but for those that are withdrawn.
    let readReports: Set<ReportName>
    private let withdrawn: Set<ReportName>

    /// So many reports are worked out at a time: the more, the fewer buckets are read twice.
    private static let wave = 1024

    /// - Parameter known: of the reports of `base`.
    init(_ recording: Recording, on base: Snapshot, _ known: RecordedReports) throws(RepositoryError) {
        let given = Dictionary(recording.reports.map { ($0.record.name, $0) }) { _, last in last }
        let missing = recording.isComplete ? try base.reportNames().filter { given[$0] == nil } : []
        let withdrawn = recording.withdrawn.union(missing)
        self.recording = recording
        self.base = base
        self.known = known
        shelf = ReportShelf(base, known)
        self.withdrawn = withdrawn
        vocabulary = try base.vocabulary()
        hasDecisions = try base.entry(at: Layout.decisions) != nil
        reports = given.filter { !withdrawn.contains($0.key) }
        readReports = recording.readReports.subtracting(withdrawn)
    }

    /// The revision of what came in, or `nil` when nothing differs; and what its reports state.
    func plan() throws(RepositoryError) -> (RevisionPlan?, RecordedReports.News) {
        var (draft, news) = (RevisionDraft(base.repository), RecordedReports.News())
        let names = Set(reports.keys).union(readReports).sorted()
        for first in stride(from: 0, to: names.count, by: Self.wave) {
            let wave = names[first..<min(first + Self.wave, names.count)]
            let versions = try concurrentMap(wave.count, grain: 16) { (index) throws(RepositoryError) in
                try self.versions(of: wave[first + index])
            }.compactMap(\.self)
            let lines = try base.lines(ofReports: versions.filter { isRead($0) }.compactMap { $0.former?.name })
            try concurrentStream(versions.count, ahead: 128) { (index) throws(RepositoryError) in
                try outcome(versions[index], lines[versions[index].record.name])
            } into: { (outcome) throws(RepositoryError) in
                if let entry = outcome.entry { try draft.enter(entry) }
                news.add(outcome.name, outcome.known)
            }
        }
        for name in withdrawn.sorted() {
            guard try shelf.record(of: name) != nil else { throw try base.unknownReport(name) }
            try draft.withdraw(name, try base.claims(of: name))
            news.add(name, nil)
        }
        let plan = draft.plan(
            draft.isOnlyWithdrawal ? .withdraw : .record, message: recording.words ?? draft.counts.words)
        return (plan, news)
    }

    /// Whether a report's claims so far are read from the buckets.
    private func isRead(_ versions: Versions) -> Bool {
        !readReports.contains(versions.record.name) || hasDecisions || known[versions.record.name] == nil
    }

    /// What was known of a report, and what is to be known of it.
    private struct Versions: Sendable {
        let former: ReportRecord?
        let record: ReportRecord
        /// What read its claims, if they were made anew.
        let newExtractor: ExtractorFingerprint?

        /// Whether anything else is known of it than before.
        var isRecordNew: Bool { former != record }
    }

    /// What is known of a report that may change; `nil` when it stays as it is.
    private func versions(of name: ReportName) throws(RepositoryError) -> Versions? {
        let old = try shelf.record(of: name)
        guard var new = reports[name]?.record ?? old else { throw try base.unknownReport(name) }
        let extractor = readReports.contains(name) ? recording.extractor(of: name) : nil
        new.extractor = extractor ?? old?.extractor
        // Most of a corpus that is recorded again stands as it was: its claims need not even be read.
        if new == old, extractor == nil { return nil }
        return Versions(former: old, record: new, newExtractor: extractor)
    }

    /// What becomes of a report.
    private struct Outcome: Sendable {
        let name: ReportName
        /// `nil` when it stays as it is.
        let entry: ReportEntry?
        /// What it states from now on; `nil` when that is to be read.
        let known: RecordedReports.Report?
    }

    /// What becomes of a report.
    ///
    /// - Parameter lines: its claims so far, which are read only where something depends on what they say.
    private func outcome(_ versions: Versions, _ lines: [ClaimLine]?) throws(RepositoryError) -> Outcome {
        let name = versions.record.name
        guard readReports.contains(name), !hasDecisions, let read = try recording.readClaims(of: name) else {
            return Outcome(name: name, entry: try entry(versions, lines ?? []), known: nil)
        }
        if let known = known[name], lines == nil {
            if Set(read.claims.map(\.id)).count == read.claims.count {
                return outcome(versions, read.claims, after: known.claims)
            }
            return try outcome(versions, read.claims, base.lines(ofReports: [name])[name] ?? [])
        }
        return try outcome(versions, read.claims, lines ?? [])
    }

    /// What becomes of a report whose claims so far are known without their lines: only those that are new are understood.
    ///
    /// - Parameter claims: no two with one id.
    private func outcome(_ versions: Versions, _ claims: [AnchoredClaim], after former: [RecordedClaim]) -> Outcome {
        var gone = Dictionary(former.map { ($0.id, $0) }) { first, _ in first }
        var (standing, edits): ([RecordedClaim], [ClaimEdit]) = ([], [])
        standing.reserveCapacity(claims.count)
        for claim in claims {
            if let same = gone[claim.id], same.isSame(as: claim) {
                gone[claim.id] = nil
                standing.append(same)
            } else {
                let understood = self.claim(claim)
                edits.append(ClaimEdit(line: ClaimLine(understood), isAddition: true))
                standing.append(RecordedClaim(claim, about: understood.fact))
            }
        }
        // In the order in which they were stated, not in that of a dictionary.
        edits += former.filter { gone[$0.id] != nil }.map { ClaimEdit(removing: $0.id, about: $0.fact) }
        let facts = Set(standing.map(\.fact))
        let isFiledOtherwise = versions.isRecordNew || facts != Set(former.map(\.fact))
        return outcome(versions, edits, facts, standing, isFiledOtherwise: isFiledOtherwise)
    }

    /// What becomes of a report whose claims so far stand in lines, where nobody ruled on anything.
    private func outcome(
        _ versions: Versions, _ claims: [AnchoredClaim], _ lines: [ClaimLine]
    ) throws(RepositoryError) -> Outcome {
        let kept = unchanged(claims, lines)
        var facts = Dictionary(kept.map { ($0.claim, $0.fact) }) { first, _ in first }
        let understood = claims.filter { facts[$0.id] == nil }.map(claim)
        for claim in understood { facts[claim.id] = claim.fact }
        let standing = claims.compactMap { claim in facts[claim.id].map { RecordedClaim(claim, about: $0) } }
        let isKept = Set(kept)
        let edits = ClaimEdit.edits(
            from: isKept.isEmpty ? lines : lines.filter { !isKept.contains($0) }, to: understood)
        let all = Set(standing.map(\.fact))
        let isFiledOtherwise = versions.isRecordNew || all != Set(lines.map(\.fact))
        return outcome(versions, edits, all, standing, isFiledOtherwise: isFiledOtherwise)
    }

    private func outcome(
        _ versions: Versions, _ edits: [ClaimEdit], _ facts: Set<FactID>, _ standing: [RecordedClaim],
        isFiledOtherwise: Bool
    ) -> Outcome {
        let name = versions.record.name
        let isUnambiguous = Set(standing.map(\.id)).count == standing.count
        let known = isUnambiguous ? RecordedReports.Report(record: versions.record, claims: standing) : nil
        guard isFiledOtherwise || !edits.isEmpty else { return Outcome(name: name, entry: nil, known: known) }
        let entry = ReportEntry(
            former: versions.former, record: versions.record, text: reports[name]?.text,
            isFiledOtherwise: isFiledOtherwise, edits: EditSpool.Batch(edits), facts: facts, withheld: [],
            newExtractor: versions.newExtractor)
        return Outcome(name: name, entry: entry, known: known)
    }

    /// What becomes of a report whose claims stay what they are, or on which somebody ruled; `nil` when it stays as it is.
    private func entry(_ versions: Versions, _ lines: [ClaimLine]) throws(RepositoryError) -> ReportEntry? {
        let (old, new, name) = (versions.former, versions.record, versions.record.name)
        let claims: [Claim]
        if let read = readReports.contains(name) ? try recording.readClaims(of: name) : nil {
            claims = read.claims.map(claim)
        } else {
            let stated = try hasDecisions ? base.statedClaims(of: name) : Bucket.facts(of: lines).flatMap(\.claims)
            claims = old.map { $0.digest != new.digest } ?? true ? reanchored(stated, in: name) : stated
        }
        let (standing, withheld) = try ruled(claims, of: name, record: new)
        let edits = ClaimEdit.edits(from: lines, to: standing)
        let facts = Set(standing.map(\.fact))
        let isOtherwiseWithheld = try isOtherwise(withheld, in: name)
        let isFiledOtherwise = versions.isRecordNew || isOtherwiseWithheld || facts != Set(lines.map(\.fact))
        guard isFiledOtherwise || !edits.isEmpty else { return nil }
        return ReportEntry(
            former: old, record: new, text: reports[name]?.text, isFiledOtherwise: isFiledOtherwise,
            edits: EditSpool.Batch(edits), facts: facts, withheld: withheld, newExtractor: versions.newExtractor)
    }

    /// The lines of claims that are stated again as they were: they need not be understood again.
    ///
    /// What a claim says, and the vocabulary by which every line that stands was understood, decide all of its line but where its
    /// quotations stand; and those that a decision withholds are not among the lines.
    private func unchanged(_ claims: [AnchoredClaim], _ lines: [ClaimLine]) -> [ClaimLine] {
        guard !lines.isEmpty else { return [] }
        let stated = Set(claims.lazy.filter(\.evidence.isEmpty).map(\.id))
        return lines.filter { stated.contains($0.claim) }
    }

    /// What stands of a report's claims by what people ruled, and what is withheld.
    private func ruled(
        _ claims: [Claim], of name: ReportName, record: ReportRecord
    ) throws(RepositoryError) -> (standing: [Claim], withheld: [Claim]) {
        let decisions = hasDecisions ? try base.decisions(onClaimsOf: name) : []
        guard !decisions.isEmpty else { return (claims, []) }
        let text = if let given = reports[name]?.text { given } else { try base.text(of: name) ?? [] }
        return ClaimRulings(decisions, vocabulary: vocabulary)
            .followed(by: claims, of: Report(record: record, text: text))
    }

    private func isOtherwise(_ withheld: [Claim], in name: ReportName) throws(RepositoryError) -> Bool {
        hasDecisions ? try Set(withheld) != Set(base.withheldClaims(of: name)) : false
    }

    /// The earlier claims of an edited report, each with its quotation found anew or orphaned.
    private func reanchored(_ claims: [Claim], in name: ReportName) -> [Claim] {
        guard let report = reports[name] else { return claims }
        let anchor = QuoteAnchor(report)
        return claims.map { claim in
            vocabulary.reread(claim.with(evidence: claim.evidence.map { Self.found($0, anchor) }))
        }
    }

    private static func found(_ evidence: Evidence, _ anchor: QuoteAnchor) -> Evidence {
        let found =
            anchor.evidence(for: .init(quote: evidence.quote, start: evidence.range?.start))
            ?? Evidence(quote: evidence.quote, anchor: .orphaned)
        // The quote is the report's spelling by now; that the extractor spelt it otherwise stays noted.
        if case (.folded, .exact(let range)) = (evidence.anchor, found.anchor) {
            return Evidence(quote: found.quote, anchor: .folded(range))
        }
        return found
    }

    /// A claim as the vocabulary reads it.
    func claim(_ anchored: AnchoredClaim) -> Claim { vocabulary.read(anchored) }
}
