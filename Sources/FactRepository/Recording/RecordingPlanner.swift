import Facts

/// Works out what a ``Recording`` changes in a revision.
struct RecordingPlanner {
    private let recording: Recording
    private let base: Snapshot
    private let vocabulary: Vocabulary
    private let given: [ReportName: Report]

    init(_ recording: Recording, on base: Snapshot) throws(RepositoryError) {
        self.recording = recording
        self.base = base
        vocabulary = try base.vocabulary()
        given = Dictionary(recording.reports.map { ($0.record.name, $0) }) { _, last in last }
    }

    /// The revision of what came in, or `nil` when nothing differs.
    func plan() throws(RepositoryError) -> RevisionPlan? {
        var draft = Draft()
        for name in Set(given.keys).union(recording.claims.keys).sorted() { try enter(name, &draft) }
        for name in try withdrawnNames() { try withdraw(name, &draft) }
        let isOnlyWithdrawal = draft.counts.reportsWithdrawn > 0 && draft.reportEdits.values.allSatisfy(\.isWithdrawn)
        let plan = draft.plan(isOnlyWithdrawal ? .withdraw : .record, message: recording.message)
        return plan.isEmpty ? nil : plan
    }

    /// What the new extractor reads in the old texts, or `nil` when no report got another extractor.
    ///
    /// Where the text changed too, a claim belongs to the old text when the sentences around its quotations stand in both; the
    /// old claims are kept where they do not.
    func bridge() throws(RepositoryError) -> RevisionPlan? {
        var draft = Draft()
        for (name, read) in recording.claims.sorted(by: { $0.key < $1.key }) {
            guard var record = try base.record(of: name), let former = record.extractor, former != read.extractor else {
                continue
            }
            let oldClaims = try base.claims(of: name)
            let newClaims = try bridged(name, read, oldClaims)
            record.extractor = read.extractor
            draft.replace(name, oldClaims, newClaims, record: record, text: nil)
            draft.extractors.insert(read.extractor)
        }
        guard !draft.reportEdits.isEmpty else { return nil }
        let names = draft.extractors.map(\.description).sorted().joined(separator: ", ")
        let isAll = try Self.isAll(recording, draft, base)
        return draft.plan(
            .bridge, message: isAll ? recording.message ?? "Read again by \(names)" : "Read again by \(names)")
    }

    /// Whether the bridge holds all that the recording brings, so that no other revision will carry its message.
    private static func isAll(_ recording: Recording, _ draft: Draft, _ base: Snapshot) throws(RepositoryError) -> Bool
    {
        guard recording.withdrawn.isEmpty, !recording.isComplete else { return false }
        guard recording.claims.keys.allSatisfy({ draft.reportEdits[$0] != nil }) else { return false }
        for report in recording.reports where try base.record(of: report.record.name)?.digest != report.record.digest {
            return false
        }
        return true
    }

    private func bridged(_ name: ReportName, _ read: ReadClaims, _ oldClaims: [Claim]) throws(RepositoryError)
        -> [Claim]
    {
        let oldText = try base.text(of: name) ?? []
        guard let new = given[name], new.text != oldText else {
            return read.claims.map { vocabulary.read($0.stated, evidence: $0.evidence) }
        }
        let anchor = QuoteAnchor(text: oldText, bodyStart: try base.record(of: name)?.bodyStart ?? 0)
        func isShared(_ evidence: [Evidence], _ own: [UInt8], _ other: [UInt8]) -> Bool {
            let ranges = evidence.compactMap(\.range)
            return !ranges.isEmpty && ranges.allSatisfy { SentenceContext(of: $0, in: own).stands(in: other) }
        }
        let transferred = read.claims.filter { isShared($0.evidence, new.text, oldText) }
            .compactMap { AnchoredClaim($0.stated, in: anchor) }
        let kept = oldClaims.filter { !isShared($0.evidence, oldText, new.text) }
        return kept + transferred.map { vocabulary.read($0.stated, evidence: $0.evidence) }
    }

    private func enter(_ name: ReportName, _ draft: inout Draft) throws(RepositoryError) {
        let oldRecord = try base.record(of: name)
        guard var record = given[name]?.record ?? oldRecord else {
            throw RepositoryError(.unknownReport(nearest: []), name.description)
        }
        let oldClaims = oldRecord == nil ? [] : try base.claims(of: name)
        let text = given[name]?.text
        record.extractor = recording.claims[name]?.extractor ?? oldRecord?.extractor
        let newClaims: [Claim] =
            if let read = recording.claims[name] {
                read.claims.map { vocabulary.read($0.stated, evidence: $0.evidence) }
            } else if let text, record.digest != oldRecord?.digest {
                Self.reanchored(oldClaims, in: QuoteAnchor(text: text, bodyStart: record.bodyStart))
            } else {
                oldClaims
            }
        guard record != oldRecord || Set(oldClaims) != Set(newClaims) else { return }
        draft.count(from: oldRecord, to: record)
        draft.replace(name, oldClaims, newClaims, record: record == oldRecord ? nil : record, text: text)
        if let extractor = recording.claims[name]?.extractor { draft.extractors.insert(extractor) }
    }

    /// The claims of a report whose text has changed and was not read again: each keeps its quotation, found anew or orphaned.
    private static func reanchored(_ claims: [Claim], in anchor: QuoteAnchor) -> [Claim] {
        claims.map { claim in
            claim.with(
                evidence: claim.evidence.map { item in
                    let stated = StatedClaim.StatedEvidence(quote: item.quote, start: item.range?.start)
                    return anchor.evidence(for: stated) ?? Evidence(quote: item.quote, anchor: .orphaned)
                })
        }
    }

    private func withdrawnNames() throws(RepositoryError) -> [ReportName] {
        guard recording.isComplete else { return recording.withdrawn.sorted() }
        return try base.reportNames().filter { given[$0] == nil }
    }

    private func withdraw(_ name: ReportName, _ draft: inout Draft) throws(RepositoryError) {
        _ = try base.report(name)
        draft.withdraw(name, try base.claims(of: name))
    }
}

/// Edits as they gather.
private struct Draft {
    var reportEdits: [ReportName: RevisionPlan.ReportEdit] = [:]
    var extractors: Set<ExtractorFingerprint> = []
    var counts = Revision.Counts()
    private var lost: [Claim] = []
    private var gained: [Claim] = []

    mutating func replace(_ name: ReportName, _ old: [Claim], _ new: [Claim], record: ReportRecord?, text: [UInt8]?) {
        lost += old
        gained += new
        reportEdits[name] = .init(record: record, text: text, factList: new.map(\.fact))
    }

    mutating func withdraw(_ name: ReportName, _ old: [Claim]) {
        lost += old
        reportEdits[name] = .init(isWithdrawn: true)
        counts.reportsWithdrawn += 1
    }

    mutating func count(from before: ReportRecord?, to after: ReportRecord) {
        if before == nil {
            counts.reportsAdded += 1
        } else if before?.digest != after.digest {
            counts.reportsEdited += 1
        }
    }

    func plan(_ kind: Revision.Kind, message: String?) -> RevisionPlan {
        var plan = RevisionPlan(kind: kind, message: message ?? defaultMessage)
        plan.reportEdits = reportEdits
        plan.factEdits = FactEdit.edits(from: lost, to: gained)
        plan.extractors = extractors
        plan.counts = counts
        return plan
    }

    private var defaultMessage: String {
        let parts = [
            (counts.reportsAdded, "add"), (counts.reportsEdited, "update"), (counts.reportsWithdrawn, "withdraw"),
        ]
        let words = parts.filter { $0.0 > 0 }.map { "\($0.1) \($0.0) report\($0.0 == 1 ? "" : "s")" }.joined(
            separator: ", ")
        return words.isEmpty ? "Record claims" : words.prefix(1).uppercased() + words.dropFirst()
    }
}
