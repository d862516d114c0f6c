import Facts
import Git

/// What the reports of a revision state, as far as recording them again asks for it: a claim that is stated again as it was is told
/// by its digest, and no bucket is read for it.
///
/// It holds the reports that this process recorded last, and holds for one tree: whatever else makes a revision makes it void. It is
/// never needed for correctness.
struct RecordedReports: Sendable {
    /// One report.
    struct Report: Sendable {
        let record: ReportRecord
        /// Its claims, no two with one id.
        let claims: [RecordedClaim]
    }

    /// The tree of the revision; `nil` before there was one.
    private(set) var tree: ObjectID?
    private var reports: [ReportName: Report] = [:]
    private var claimCount = 0

    /// Claims of 48 bytes each.
    private static let limit = 400_000

    /// No reports.
    init() {}

    /// These for the tree that they hold for, none for any other.
    consuming func standing(in tree: ObjectID) -> RecordedReports {
        if self.tree == tree { return self }
        var none = RecordedReports()
        none.tree = tree
        return none
    }

    /// A report; `nil` when it is not known what it states.
    subscript(name: ReportName) -> Report? { reports[name] }

    /// Takes in what a revision made of some reports, and holds for its tree from now on.
    mutating func follow(_ news: News, to tree: ObjectID) {
        self.tree = tree
        for (name, report) in news.reports { put(report, name) }
    }

    private mutating func put(_ report: Report?, _ name: ReportName) {
        let former: Report?
        if let report {
            claimCount += report.claims.count
            former = reports.updateValue(report, forKey: name)
        } else {
            former = reports.removeValue(forKey: name)
        }
        claimCount -= former?.claims.count ?? 0
        guard claimCount > Self.limit else { return }
        // Those that came last are the likeliest to come again.
        reports = report.map { [name: $0] } ?? [:]
        claimCount = report?.claims.count ?? 0
    }

    /// What a revision makes of reports.
    struct News: Sendable {
        /// What each states from now on; `nil` when that is not known.
        private(set) var reports: [(name: ReportName, report: Report?)] = []
        private var claimCount = 0

        /// No reports.
        init() {}

        /// Adds a report; where there are too many, those before it are no longer known.
        mutating func add(_ name: ReportName, _ report: Report?) {
            claimCount += report?.claims.count ?? 0
            if claimCount > RecordedReports.limit {
                for index in reports.indices { reports[index].report = nil }
                claimCount = report?.claims.count ?? 0
            }
            reports.append((name, report))
        }
    }
}

/// What a report's claim is, as far as it decides what its line says.
struct RecordedClaim: Hashable, Sendable {
    let id: ClaimID
    let fact: FactID
    /// A hash of where its quotations stand: another in every process, so that nobody can make two look alike.
    let quotations: Int

    init(_ claim: AnchoredClaim, about fact: FactID) {
        id = claim.id
        self.fact = fact
        quotations = Self.quotations(of: claim)
    }

    /// Whether a claim is stated again as it was.
    func isSame(as claim: AnchoredClaim) -> Bool { id == claim.id && quotations == Self.quotations(of: claim) }

    private static func quotations(of claim: AnchoredClaim) -> Int {
        claim.evidence.isEmpty ? 0 : claim.evidence.hashValue
    }
}
