package import Facts
import Git

extension Snapshot {
    /// All decisions, oldest first, those that others took the place of among them.
    package func decisions() throws(RepositoryError) -> [Decision] {
        guard let folder = try entry(at: Layout.decisions) else { return [] }
        let tree = try RepositoryError.wrapping(Layout.decisions) { () throws(GitError) in
            try repository.tree(folder.id)
        }
        var decisions: [Decision] = []
        for file in tree.entries { decisions += try self.decisions(at: "\(Layout.decisions)/\(file.name)") }
        return decisions.sorted()
    }

    /// The decisions on a report's claims, oldest first, those that others took the place of among them.
    package func decisions(onClaimsOf report: ReportName) throws(RepositoryError) -> [Decision] {
        try decisions(at: Layout.decisions(onClaimsOf: report)).filter { $0.ruling.report == report }
    }

    /// The decisions on names, oldest first.
    func decisionsOnEntities() throws(RepositoryError) -> [Decision] { try decisions(at: Layout.entityDecisions) }

    /// The standing rules, oldest first.
    package func rules() throws(RepositoryError) -> [Decision] {
        StandingRulings(try decisions(at: Layout.rules), vocabulary: nil).followed
    }

    /// All that people ruled differently on and nobody has settled since.
    package func disputes() throws(RepositoryError) -> [Dispute] {
        let decisions = try decisions()
        return decisions.isEmpty ? [] : StandingRulings(decisions, vocabulary: try vocabulary()).disputes
    }

    /// What was ruled on contradictions of some facts.
    package func decisions(onContradictionsOf facts: Set<FactID>) throws(RepositoryError) -> [Decision] {
        guard try entry(at: Layout.decisions) != nil else { return [] }
        let files = Set(facts.map { Layout.decisions(onContradictionsOf: [$0]) }).sorted()
        var found: [Decision] = []
        for file in files {
            found += try decisions(at: file).filter { decision in
                if case .contradiction = decision.ruling.matter { true } else { false }
            }
        }
        return found
    }

    /// The decisions of a file; none when there is no such file.
    func decisions(at path: String) throws(RepositoryError) -> [Decision] {
        try file(path).map { (bytes) throws(RepositoryError) in try DecisionFile.decisions(of: bytes, at: path) } ?? []
    }

    /// The rulings in force on a report's claims.
    package func rulings(onClaimsOf report: ReportName) throws(RepositoryError) -> ClaimRulings {
        ClaimRulings(try decisions(onClaimsOf: report), vocabulary: try vocabulary())
    }

    /// The claims that an extractor stated and a decision withholds, in the stored order.
    package func withheldClaims(of report: ReportName) throws(RepositoryError) -> [Claim] {
        let path = Layout.withheld(of: report)
        guard try entry(at: Layout.decisions) != nil, let bytes = try file(path) else { return [] }
        let lines = bytes.split(separator: 0x0A)
        let claims = lines.compactMap { Claim(line: $0) }
        guard claims.count == lines.count else { throw RepositoryError(.damaged("it is not a list of claims"), path) }
        return claims
    }

    /// The claims of a report as its extractor stated them, whatever people ruled.
    package func statedClaims(of report: ReportName) throws(RepositoryError) -> [Claim] {
        try claims(of: report).filter { $0.amendment == nil } + withheldClaims(of: report)
    }

    /// What a decision withholds of a report's claims.
    package func withheld(of report: ReportName) throws(RepositoryError) -> Set<ClaimID> {
        Set(try withheldClaims(of: report).map(\.id))
    }
}

extension Ruling {
    /// The report of whose claim it is; `nil` for another matter.
    var report: ReportName? {
        if case .claim(let target) = matter { target.claim.report } else { nil }
    }
}
