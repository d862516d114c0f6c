import Facts
import Git

/// A revision's edits as they gather, report by report.
struct RevisionDraft {
    private(set) var reportEdits: [ReportName: RevisionPlan.ReportEdit] = [:]
    private(set) var counts = Revision.Counts()
    var extractors: Set<ExtractorFingerprint> = []
    /// Whether all it does is to take reports away.
    private(set) var isOnlyWithdrawal = true
    private var edits: EditSpool

    init(_ repository: GitRepository) { edits = EditSpool(repository) }

    /// Puts claims in the place of a report's earlier ones; what is `nil` stays as it is.
    mutating func replace(
        _ name: ReportName, _ old: [Claim], _ new: [Claim], withheld: [Claim] = [], record: ReportRecord?,
        text: [UInt8]?
    ) throws(RepositoryError) {
        try edits.add(ClaimEdit.edits(from: old, to: new))
        reportEdits[name] = .write(record: record, text: text, factList: Set(new.map(\.fact)), withheld: withheld)
    }

    /// Puts what was worked out for a report in the place of what stood there.
    mutating func enter(_ entry: ReportEntry) throws(RepositoryError) {
        isOnlyWithdrawal = false
        count(from: entry.former, to: entry.record)
        try edits.add(entry.edits)
        if entry.isFiledOtherwise {
            reportEdits[entry.record.name] = .write(
                record: entry.record, text: entry.text, factList: entry.facts, withheld: entry.withheld)
        }
        if let extractor = entry.newExtractor { extractors.insert(extractor) }
    }

    /// Takes a report away with its claims.
    mutating func withdraw(_ name: ReportName, _ old: [Claim]) throws(RepositoryError) {
        try edits.add(ClaimEdit.edits(from: old, to: []))
        reportEdits[name] = .withdraw
        counts.reportsWithdrawn += 1
    }

    /// Counts a report as new or edited, when it is.
    private mutating func count(from before: ReportRecord?, to after: ReportRecord) {
        if before == nil {
            counts.reportsAdded += 1
        } else if before?.digest != after.digest {
            counts.reportsEdited += 1
        }
    }

    /// The plan of the revision, or `nil` when it would be the same as the one before.
    func plan(_ kind: Revision.Kind, message: String) -> RevisionPlan? {
        reportEdits.isEmpty && edits.count == 0 ? nil : self.plan(kind, decisions: [], message: message)
    }

    /// The plan of a revision with decisions, whatever becomes of the claims by them.
    func plan(_ kind: Revision.Kind, decisions: [Decision], message: String) -> RevisionPlan {
        var plan = RevisionPlan(kind: kind, message: message, edits: edits)
        plan.reportEdits = reportEdits
        plan.decisions = decisions
        plan.extractors = extractors
        plan.counts = counts
        return plan
    }
}

/// What becomes of one report that is new or differs.
struct ReportEntry: Sendable {
    /// What was known of it before; `nil` when it is new.
    let former: ReportRecord?
    let record: ReportRecord
    /// Its text, if that came in.
    let text: [UInt8]?
    /// Whether the files of the report change, beside its claims in the buckets.
    let isFiledOtherwise: Bool
    let edits: EditSpool.Batch
    /// The facts that its claims are about.
    let facts: Set<FactID>
    /// The claims that decisions withhold.
    let withheld: [Claim]
    /// What read its claims, if they were made anew.
    let newExtractor: ExtractorFingerprint?
}

extension Revision.Counts {
    /// What happened to reports, as a line: "Add 2 reports, withdraw 1 report".
    var words: String {
        let parts = [(reportsAdded, "add"), (reportsEdited, "update"), (reportsWithdrawn, "withdraw")]
        let words = parts.filter { $0.0 > 0 }.map { "\($0.1) \($0.0) report\($0.0 == 1 ? "" : "s")" }
        let line = words.joined(separator: ", ")
        return line.isEmpty ? "Record claims" : line.prefix(1).uppercased() + line.dropFirst()
    }
}
