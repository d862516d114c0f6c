package import Facts

/// What became of a contradiction from one side to another: it is on one side only, or graver on one.
package struct ContradictionChange: Hashable, Sendable, Identifiable {
    /// What became of it.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case opened, closed
        /// It is open on both sides, under another label.
        case relabelled
    }

    /// The contradiction before; `nil` when it opened.
    package let before: Contradiction?
    /// The contradiction after; `nil` when it closed.
    package let after: Contradiction?
    /// What opened it; `nil` when it closed.
    package let opening: ContradictionOpening?
    /// What closed it; `nil` when it is open.
    package let resolution: Resolution?
    /// The contradiction as it is known after, or as it last was.
    package let latest: Contradiction

    /// What tells it apart.
    package var id: ContradictionID { latest.id }
    /// The fact that it is about, or the first of them.
    package var fact: FactID { latest.fact }
    /// What became of it.
    package var kind: Kind { before == nil ? .opened : after == nil ? .closed : .relabelled }

    /// What opened, closed or changed its label between two sides, by id.
    package static func all(from before: Side, to after: Side) -> [ContradictionChange] {
        let old = Dictionary(Contradiction.all(in: before).map { ($0.id, $0) }) { first, _ in first }
        let new = Dictionary(Contradiction.all(in: after).map { ($0.id, $0) }) { first, _ in first }
        let differing = Set(old.keys).union(new.keys).filter { old[$0]?.content != new[$0]?.content }.sorted()
        guard !differing.isEmpty else { return [] }
        let judge = ContradictionJudge(before, after)
        return differing.compactMap { ContradictionChange(old[$0], new[$0], judge) }
    }

    private init?(_ before: Contradiction?, _ after: Contradiction?, _ judge: ContradictionJudge) {
        guard let latest = after ?? before else { return nil }
        (self.before, self.after, self.latest) = (before, after, latest)
        opening = after.map(judge.opening)
        resolution = after == nil ? judge.resolution(of: latest) : nil
    }
}

/// What opened a contradiction, or made it graver: reports that said something new, against others.
package struct ContradictionOpening: Hashable, Sendable {
    /// The reports that said something new, sorted; empty when the claims are the old ones.
    package let reports: [ReportName]
    /// The reports on the other sides, sorted.
    package let against: [ReportName]
    /// Why.
    package let cause: Cause
}

/// How a contradiction ended.
package enum Resolution: String, Hashable, Sendable, CaseIterable {
    /// One side is of another time: the world changed.
    case worldChanged = "world-changed"
    /// A report says something else now, or no longer says so.
    case corrected
    /// A report was withdrawn.
    case withdrawn
    /// Another extractor does not read it so.
    case reread
    /// The vocabulary understands it otherwise.
    case vocabulary
    /// Something else is known of a report: who published it, or when.
    case redescribed
    /// A person rejected or amended a claim.
    case rejected
    /// A person ruled that the world changed.
    case ruledWorldChanged = "ruled-world-changed"
    /// A person ruled that a report was wrong.
    case ruledReportWrong = "ruled-report-wrong"
    /// A person ruled that both can hold.
    case ruledBothPossible = "ruled-both-possible"
    /// A person ruled that it is about different things.
    case ruledNotTheSameThing = "ruled-not-the-same-thing"

    /// How a verdict on a contradiction ends it; `nil` when it does not.
    init?(_ verdict: Verdict) {
        guard Verdict.resolutions.contains(verdict) else { return nil }
        self.init(rawValue: "ruled-\(verdict.rawValue)")
    }
}
