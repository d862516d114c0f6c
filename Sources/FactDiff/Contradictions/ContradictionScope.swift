import Facts

/// Which facts can tell a contradiction that is not on both sides alike.
///
/// Facts that differ, facts of reports of which something else is known, and all facts of their subjects and objects. Found by
/// the letters that the facts of a subject start with, so that it may be a few more, and without looking into those that do
/// not matter. Under another vocabulary any fact can.
struct ContradictionScope {
    /// By the lead of a fact's id; `nil` when no fact is left out, and empty when all are.
    private let leads: [Bool]?

    init(_ before: Side, _ after: Side, _ differing: DifferingFacts) {
        guard before.provenance.vocabulary == after.provenance.vocabulary else {
            leads = nil
            return
        }
        guard Self.mayContradictAtAll(before) || Self.mayContradictAtAll(after) else {
            leads = []
            return
        }
        var leads = Array(repeating: false, count: 1 << 16)
        func add(_ fact: Fact) {
            leads[fact.id.lead] = true
            // Only what may be a subject: the other party of a symmetric predicate.
            for object in fact.claims.lazy.compactMap(\.object) where object.entity != nil {
                leads[FactID.lead(ofSubject: object.identity)] = true
            }
        }
        for place in differing.before { add(before.facts[place]) }
        for place in differing.after { add(after.facts[place]) }
        for id in Self.ruledOtherwise(before.provenance.rulings, after.provenance.rulings) {
            leads[id.lead] = true
        }
        let redescribed = Self.redescribed(before.provenance, after.provenance)
        if !redescribed.isEmpty {
            for side in [before, after] {
                for index in side.facts.indices
                where side.facts[index].claims.contains(where: { redescribed.contains($0.report) }) {
                    add(side.facts[index])
                }
            }
        }
        self.leads = leads
    }

    /// Whether a side may have a contradiction in scope, seen without a look into claims.
    func mayContradict(_ side: Side) -> Bool {
        guard let leads else { return true }
        guard Self.mayContradictAtAll(side) else { return false }
        return Self.isLinked(side) || side.runs.contestable.contains { leads[side.facts[$0].id.lead] }
    }

    /// Whether anything of a side can disagree with anything else.
    private static func mayContradictAtAll(_ side: Side) -> Bool { !side.runs.contestable.isEmpty || isLinked(side) }

    /// Whether facts of two predicates can disagree.
    private static func isLinked(_ side: Side) -> Bool { !PredicateLinks(side.provenance.vocabulary).isEmpty }

    /// A side without the facts that cannot.
    func reduced(_ side: Side) -> Side {
        guard let leads else { return side }
        let indices = side.facts.indices.filter { leads[side.facts[$0].id.lead] }
        return indices.count == side.facts.count
            ? side : Side(facts: indices.map { side.facts[$0] }, provenance: side.provenance)
    }

    /// The facts of contradictions on which not the same is ruled on both sides.
    private static func ruledOtherwise(_ before: Provenance.Rulings, _ after: Provenance.Rulings) -> Set<FactID> {
        let (old, new) = (before.contradictions, after.contradictions)
        let differing = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
        return Set(
            differing.flatMap { (old[$0] ?? []) + (new[$0] ?? []) }.flatMap { ruling -> [FactID] in
                if case .contradiction(let target) = ruling.matter { target.facts } else { [] }
            })
    }

    /// The reports on both sides of which not the same is known.
    private static func redescribed(_ before: Provenance, _ after: Provenance) -> Set<ReportName> {
        Set(after.reports.lazy.filter { name, record in before.reports[name].map { $0 != record } ?? true }.map(\.key))
            .union(before.reports.keys.filter { after.reports[$0] == nil })
    }
}
