import Facts
import Git

/// What one side of a merge did since the two lines parted.
struct SideChanges {
    /// The reports of which it changed anything: text, record, or a claim, be it only how it is understood.
    private(set) var reports: Set<ReportName> = []
    /// Those that came, went, or are known to be another version: what people call a changed report.
    private(set) var recorded: Set<ReportName> = []
    /// The facts that it added, changed or removed.
    private(set) var facts: Set<FactID> = []

    /// What a side did since any of the bases; facts are those since the first.
    init(of side: Snapshot, since bases: [Snapshot]) throws(RepositoryError) {
        for (index, base) in bases.enumerated() {
            let rows = try RepositoryError.wrapping("compare") { () throws(GitError) in
                try TreeWalk(side.repository).changes(between: base.tree, and: side.tree)
            }
            for row in rows {
                guard let file = StoredFile(path: row.path), let name = file.report else { continue }
                reports.insert(name)
                if case .record = file, index == 0 { recorded.insert(name) }
            }
            let (before, after) = try DifferingBuckets(rows, in: side.trie).facts()
            let moved = Set(before.flatMap(\.claims)).symmetricDifference(after.flatMap(\.claims))
            reports.formUnion(moved.map(\.report))
            if index == 0 { facts = Set((before + after).map(\.id)) }
        }
    }
}

/// A report as one side has it, whatever people ruled and however its words are understood there.
struct ReportState: Hashable {
    let record: ReportRecord
    /// The claims as their extractor stated them, those that are withheld among them.
    let claims: Set<AnchoredClaim>

    /// What a snapshot has of a report; `nil` when it has none of that name.
    init?(of name: ReportName, in snapshot: Snapshot) throws(RepositoryError) {
        guard let record = try snapshot.record(of: name) else { return nil }
        self.record = record
        claims = Set(
            try snapshot.statedClaims(of: name).map { AnchoredClaim(stated: $0.stated, evidence: $0.evidence) })
    }
}

extension UndecidedReport {
    /// A report that both sides have differently.
    init(_ name: ReportName, ours: ReportState?, theirs: ReportState?) {
        let reason: Reason =
            switch (ours, theirs) {
            case (nil, _): .withdrawn(by: .ours)
            case (_, nil): .withdrawn(by: .theirs)
            case (let ours?, let theirs?) where ours.record.digest != theirs.record.digest: .texts
            case (let ours?, let theirs?)
            where ours.claims != theirs.claims || ours.record.extractor != theirs.record.extractor: .readings
            default: .descriptions
            }
        self.init(name: name, reason: reason, ours: ours?.record, theirs: theirs?.record)
    }
}
