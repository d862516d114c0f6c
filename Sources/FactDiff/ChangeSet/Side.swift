package import Facts

/// What stands behind the claims of one side of a comparison.
package struct Provenance: Sendable {
    /// The reports by name; at least those whose claims are compared.
    package let reports: [ReportName: ReportRecord]
    /// The bytes of those reports whose text and extractor both differ between the sides.
    package let texts: [ReportName: [UInt8]]
    /// The vocabulary that read the claims.
    package let vocabulary: Vocabulary
    /// The day on which the side was recorded; `nil` when it is not, or that is not known.
    package let recorded: Day?
    /// Whether nothing but claims is at hand, as from a file of them: no date of a report, and no word of who published it.
    package var isOfClaimsOnly = false
    /// What people ruled.
    package var rulings = Rulings()

    /// What stands behind a side.
    package init(
        reports: [ReportName: ReportRecord], texts: [ReportName: [UInt8]] = [:], vocabulary: Vocabulary,
        recorded: Day? = nil
    ) {
        self.reports = reports
        self.texts = texts
        self.vocabulary = vocabulary
        self.recorded = recorded
    }
}

extension Provenance {
    /// What people ruled, as far as a comparison must know.
    package struct Rulings: Sendable {
        /// The claims of reports that a decision withholds.
        package var withheld: [ReportName: Set<ClaimID>] = [:]
        /// The rulings that are followed on contradictions; several where people ruled alike.
        package private(set) var contradictions: [ContradictionID: [Ruling]] = [:]

        /// The rulings on contradictions among some decisions.
        package init(_ decisions: [Decision] = []) {
            for decision in StandingRulings(decisions, vocabulary: nil).followed {
                guard case .contradiction(let target) = decision.ruling.matter,
                    Verdict.resolutions.contains(decision.ruling.verdict)
                else { continue }
                contradictions[ContradictionID(of: target.facts), default: []].append(decision.ruling)
            }
        }

        /// The verdict that settles what some claims have against one another; `nil` when none does, or more is said by now.
        func verdict(on id: ContradictionID, between claims: [Claim]) -> Verdict? {
            let assertions = Set(claims.map { Assertion($0) })
            return contradictions[id]?.last { ruling in
                if case .contradiction(let target) = ruling.matter { target.covers(assertions) } else { false }
            }?.verdict
        }

        /// Whether a claim is withheld.
        func withholds(_ claim: Claim) -> Bool { withheld[claim.report]?.contains(claim.id) ?? false }
    }
}

/// One side of a comparison: facts and what stands behind them.
package struct Side: Sendable {
    /// The facts, sorted by id; those that are the same on both sides may be left out.
    ///
    /// But a contradiction is told only of facts that are here: of one that stays and may contradict one that does not, or of whose
    /// reports something else is known.
    package let facts: [Fact]
    /// What stands behind them.
    package let provenance: Provenance
    /// Sums by which two sides find where they differ.
    let runs: FactRuns

    /// A side; the facts may come in any order.
    package init(facts: [Fact], provenance: Provenance) {
        self.facts = facts.sorted { $0.id < $1.id }
        self.provenance = provenance
        runs = FactRuns(self.facts)
    }
}

extension Provenance {
    /// Whether a claim's report was published before another's; then by report name and the order of claims.
    func isEarlierPublished(_ a: Claim, _ b: Claim) -> Bool {
        let (x, y) = (reports[a.report]?.published?.start.earliest, reports[b.report]?.published?.start.earliest)
        if x != y { return (x ?? Int.max) < (y ?? Int.max) }
        return a.report == b.report ? Claim.comesFirst(a, b) : a.report < b.report
    }

    /// The words of a report whose text is at hand.
    func words(of report: ReportName) -> ReportWords? {
        guard let record = reports[report], let text = texts[report] else { return nil }
        return ReportWords(Report(record: record, text: text))
    }

    /// What is known of a claim's report here, or else there.
    func record(_ claim: Claim, or other: Provenance) -> ReportRecord? {
        reports[claim.report] ?? other.reports[claim.report]
    }
}
