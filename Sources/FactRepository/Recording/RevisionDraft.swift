import Facts

/// A revision's edits as they gather, report by report.
struct RevisionDraft {
    private(set) var reportEdits: [ReportName: RevisionPlan.ReportEdit] = [:]
    private(set) var counts = Revision.Counts()
    var extractors: Set<ExtractorFingerprint> = []
    private var lost: [Claim] = []
    private var gained: [Claim] = []

    /// Puts claims in the place of a report's earlier ones; what is `nil` stays as it is.
    mutating func replace(_ name: ReportName, _ old: [Claim], _ new: [Claim], record: ReportRecord?, text: [UInt8]?) {
        lost += old
        gained += new
        reportEdits[name] = .write(record: record, text: text, factList: new.map(\.fact))
    }

    /// Takes a report away with its claims.
    mutating func withdraw(_ name: ReportName, _ old: [Claim]) {
        lost += old
        reportEdits[name] = .withdraw
        counts.reportsWithdrawn += 1
    }

    /// Counts a report as new or edited, when it is.
    mutating func count(from before: ReportRecord?, to after: ReportRecord) {
        if before == nil {
            counts.reportsAdded += 1
        } else if before?.digest != after.digest {
            counts.reportsEdited += 1
        }
    }

    /// The plan of the revision, or `nil` when it would be the same as the one before.
    func plan(_ kind: Revision.Kind, message: String) -> RevisionPlan? {
        guard !reportEdits.isEmpty else { return nil }
        var plan = RevisionPlan(kind: kind, message: message)
        plan.reportEdits = reportEdits
        plan.factEdits = FactEdit.edits(from: lost, to: gained)
        plan.extractors = extractors
        plan.counts = counts
        return plan
    }
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
