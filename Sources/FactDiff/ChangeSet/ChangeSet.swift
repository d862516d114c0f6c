package import Facts

/// All that changed between two sides, gravest first; its ``patch`` can be applied, and reverted.
package struct ChangeSet: Hashable, Sendable {
    /// The changes, by headline, then subject, predicate, fact and claims.
    package let changes: [Change]
    /// What happened to reports, by name.
    package let reports: [ReportChange]
    /// The contradictions that opened, closed or changed their label, by fact.
    package let contradictions: [ContradictionChange]
    /// How many changes ``filter(_:)`` left out.
    package let hidden: Int

    /// Compares two sides.
    package init(from before: Side, to after: Side) {
        hidden = 0
        let chronology = Chronology(before.provenance, after.provenance)
        let differing = DifferingFacts(before, after)
        changes = Alignment(before, after, differing).changes.inOrderOfDisplay(chronology)
        let scope = ContradictionScope(before, after, differing)
        contradictions =
            scope.mayContradict(before) || scope.mayContradict(after)
            ? ContradictionChange.all(from: scope.reduced(before), to: scope.reduced(after)) : []
        let names = Set(before.provenance.reports.keys).union(after.provenance.reports.keys)
        reports = names.sorted().compactMap {
            ReportChange(from: before.provenance.reports[$0], to: after.provenance.reports[$0])
        }
    }

    /// The changes that pass, with what happened to all reports; and the contradictions but for those between facts no change of which
    /// passes.
    package func filter(_ isIncluded: (Change) -> Bool) -> ChangeSet {
        ChangeSet(changes.filter(isIncluded), of: self)
    }

    private init(_ changes: [Change], of whole: ChangeSet) {
        self.changes = changes
        reports = whole.reports
        let (kept, changed) = (changes.facts, whole.changes.facts)
        contradictions = whole.contradictions.filter {
            !kept.isDisjoint(with: $0.latest.facts) || changed.isDisjoint(with: $0.latest.facts)
        }
        hidden = whole.hidden + whole.changes.count - changes.count
    }

    /// How many changes each cause has, by headline; the numbers add up to the number of changes.
    package var countsByCause: [Cause: [Headline: Int]] {
        changes.reduce(into: [:]) { $0[$1.cause, default: [:]][$1.headline, default: 0] += 1 }
    }

    /// How many changes there are of each headline, gravest first.
    package var counts: [(headline: Headline, count: Int)] {
        let byHeadline = Dictionary(grouping: changes, by: \.headline)
        return Headline.allCases.compactMap { headline in byHeadline[headline].map { (headline, $0.count) } }
    }
}

extension [Change] {
    /// The facts that they are about, by their ids on both sides.
    package var facts: Set<FactID> { Set(flatMap { [$0.fact, $0.formerFact ?? $0.fact] }) }

    /// By headline, then what it is about, then its claims: a total order of the changes of one set; each with its course.
    fileprivate func inOrderOfDisplay(_ chronology: Chronology) -> [Change] {
        // By key, and by place: a change is large, and to move it about costs more than to compare it.
        let judged = concurrentMap { (course: chronology.course(of: $0), key: DisplayKey($0)) }
        let order = indices.sorted { i, j in
            judged[i].key.precedes(judged[j].key) ?? self[i].claimsPrecede(self[j])
        }
        return order.map { place in
            var change = self[place]
            change.course = judged[place].course
            return change
        }
    }
}

/// By what a change is shown before another.
private struct DisplayKey: Sendable {
    private let rank: Int
    /// The subject's identity, cut in two: for most changes it need not be made.
    private let subjectType: Int
    private let subject: String
    private let predicate: String
    private let fact: FactID

    init(_ change: Change) {
        let claim = change.subject
        rank = change.headline.rank
        (subjectType, subject) = claim.map { Self.identity(of: $0.subject) } ?? (0, "")
        predicate = claim?.predicate ?? ""
        fact = change.fact
    }

    /// In the order of the whole identities.
    private static func identity(of subject: Value) -> (type: Int, rest: String) {
        if let entity = subject.entity { return (2, entity.description) }
        let whole = subject.identity
        return (whole < "entity:" ? 1 : 3, whole)
    }

    /// Whether it comes first; `nil` for changes of one fact under one headline.
    func precedes(_ other: DisplayKey) -> Bool? {
        if rank != other.rank { return rank < other.rank }
        if subjectType != other.subjectType { return subjectType < other.subjectType }
        if subject != other.subject { return subject < other.subject }
        if predicate != other.predicate { return predicate < other.predicate }
        return fact == other.fact ? nil : fact < other.fact
    }
}

extension Change {
    /// The order of changes of one fact.
    fileprivate func claimsPrecede(_ other: Change) -> Bool {
        let (a, b) = (lost + gained, other.lost + other.gained)
        guard let (x, y) = zip(a, b).first(where: { $0.id != $1.id || $0.places != $1.places }) else {
            return a.count < b.count
        }
        return x.id == y.id ? x.places.lexicographicallyPrecedes(y.places) : x.id < y.id
    }
}
