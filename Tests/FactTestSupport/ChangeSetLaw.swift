import FactDiff
import Facts
import TestSupport

/// What holds for the changes between any two sides.
package enum ChangeSetLaw: String, Sendable, CaseIterable {
    case `applied to the facts before it gives the facts after`
    case `reverted it gives the facts before`
    case `every claim that differs is lost or gained in exactly one change`
    case `the other way round lost and gained are exchanged and labels mirrored`
    case `the course is the same the other way round when the days of recording are known`
    case `contradictions that open one way close the other way`
    case `what both sides hold is told of only beside what came or went`
    case `changes are sorted by headline, and the counts add up`
    case `the same comparison says the same`
    case `the order of facts and claims is of no account`
    case `unrelated facts change nothing else`
    case `a side does not differ from itself`
    case `the same claims read again are no change`
    case `facts that are the same on both sides may be left out`
    case `there and back is nothing`
    case `steps compose into the way straight there`
    case `a wrong base is refused`

    /// Whether the law holds for this pair.
    package func holds(for pair: SidePair) throws -> Bool {
        let (before, after, changes) = (pair.sides.before, pair.sides.after, pair.changes)
        switch self {
        case .`applied to the facts before it gives the facts after`:
            return try changes.patch.apply(to: before.facts) == after.facts
        case .`reverted it gives the facts before`:
            return try changes.patch.inverted.apply(to: after.facts) == before.facts
        case .`every claim that differs is lost or gained in exactly one change`: return pair.tellsAllOnce
        case .`the other way round lost and gained are exchanged and labels mirrored`: return pair.isMirrored
        case .`the course is the same the other way round when the days of recording are known`:
            return pair.hasOneCourse
        case .`contradictions that open one way close the other way`: return pair.opensWhatClosesTheOtherWay
        case .`what both sides hold is told of only beside what came or went`:
            return changes.changes.allSatisfy(\.isOfWhatDiffers)
        case .`changes are sorted by headline, and the counts add up`:
            let headlines = changes.changes.map(\.headline)
            return headlines == headlines.sorted() && changes.counts.map(\.count).reduce(0, +) == headlines.count
        case .`the same comparison says the same`: return ChangeSet(from: before, to: after) == changes
        case .`the order of facts and claims is of no account`: return pair.isIndependentOfOrder
        case .`unrelated facts change nothing else`: return try pair.isIndependentOfOthers()
        case .`a side does not differ from itself`: return after.differsIn(after) == nil
        case .`the same claims read again are no change`: return after.differsIn(after.readAgain) == nil
        case .`facts that are the same on both sides may be left out`: return pair.isSameWithoutTheRest
        case .`there and back is nothing`:
            let patch = changes.patch
            return try patch.then(patch.inverted) == Patch(lost: [], gained: []) && patch.inverted.inverted == patch
        case .`steps compose into the way straight there`: return try pair.composes()
        case .`a wrong base is refused`: return pair.refusesWrongBase
        }
    }
}

extension SidePair {
    fileprivate var tellsAllOnce: Bool {
        let (lost, gained) = (changes.changes.flatMap(\.lost), changes.changes.flatMap(\.gained))
        let (old, new) = (Set(before), Set(after))
        return lost.count == Set(lost).count && Set(lost) == old.subtracting(new)
            && gained.count == Set(gained).count && Set(gained) == new.subtracting(old)
    }

    fileprivate var isMirrored: Bool {
        let back = ChangeSet(from: sides.after, to: sides.before).changes
        return back.count == changes.changes.count
            && Set(changes.changes.map(\.mirrored)) == Set(back.map { ChangeEnds($0) })
    }

    /// And what opens is not there before, what closes not after.
    fileprivate var opensWhatClosesTheOtherWay: Bool {
        let back = ChangeSet(from: sides.after, to: sides.before).contradictions
        let (old, new) = (Contradiction.all(in: sides.before), Contradiction.all(in: sides.after))
        return back.map(\.id) == changes.contradictions.map(\.id)
            && zip(changes.contradictions, back).allSatisfy { $0.before == $1.after && $0.after == $1.before }
            && changes.contradictions.allSatisfy { change in
                old.contains { $0.id == change.id } == (change.before != nil)
                    && new.contains { $0.id == change.id } == (change.after != nil)
            }
    }

    fileprivate var hasOneCourse: Bool {
        struct Told: Hashable { let lost: [Claim], gained: [Claim], course: Course }
        let (before, after) = (sides.before.recorded(day: 1), sides.after.recorded(day: 8))
        let forth = ChangeSet(from: before, to: after).changes.map {
            Told(lost: $0.lost, gained: $0.gained, course: $0.course)
        }
        let back = ChangeSet(from: after, to: before).changes.map {
            Told(lost: $0.gained, gained: $0.lost, course: $0.course)
        }
        return Set(forth) == Set(back)
    }

    fileprivate var isIndependentOfOrder: Bool {
        var random = SeededGenerator(seed: seed)
        let shuffled = shuffled(using: &random)
        return ChangeSet(from: shuffled.before, to: shuffled.after) == changes
            && Contradiction.all(in: sides.after) == Contradiction.all(in: shuffled.after)
    }

    fileprivate func isIndependentOfOthers() throws -> Bool {
        let others = try ["Egypt", "Jordan"].map {
            try Draft($0, "pays", "Gaza", "2018").in("ledger-1").claim(provenance.before.vocabulary)
        }
        let together = ChangeSet(
            from: Side(facts: Self.facts(before + [others[0]]), provenance: provenance.before),
            to: Side(facts: Self.facts(after + [others[1]]), provenance: provenance.after))
        let ids = Set(others.map(\.fact))
        return together.changes.filter { !ids.contains($0.fact) } == changes.changes
            && together.changes.count == changes.changes.count + 2
    }

    /// A fact that stays may contradict one that came, or itself once something else is known of its reports; such a contradiction
    /// is seen only where the fact is at hand.
    fileprivate var isSameWithoutTheRest: Bool {
        let (old, new) = (Set(sides.before.facts), Set(sides.after.facts))
        let pruned = ChangeSet(
            from: Side(facts: sides.before.facts.filter { !new.contains($0) }, provenance: provenance.before),
            to: Side(facts: sides.after.facts.filter { !old.contains($0) }, provenance: provenance.after))
        let differing = Set(old.symmetricDifference(new).map(\.id))
        func told(_ changes: ChangeSet) -> [ContradictionChange] {
            changes.contradictions.filter { differing.isSuperset(of: $0.latest.facts) }
        }
        return pruned.changes == changes.changes && pruned.reports == changes.reports
            && told(pruned) == told(changes)
    }

    /// By way of a third side, made of every other claim of both.
    fileprivate func composes() throws -> Bool {
        let claims = Set(before + after).sorted { $0.id < $1.id }.enumerated().filter { $0.offset.isMultiple(of: 2) }
        let middle = Side(facts: Self.facts(claims.map(\.element)), provenance: provenance.after)
        let (there, on) = (
            ChangeSet(from: sides.before, to: middle).patch, ChangeSet(from: middle, to: sides.after).patch
        )
        return try there.then(on) == changes.patch
    }

    /// True too when nothing was lost, so that no base is wrong.
    fileprivate var refusesWrongBase: Bool {
        guard let claim = changes.patch.lost.first else { return true }
        let wrong = Self.facts(before.filter { $0 != claim })
        do {
            _ = try changes.patch.apply(to: wrong)
            return false
        } catch {
            return error.claim == claim.id && error.fact == claim.fact && error.reason == .missing
        }
    }
}

extension Side {
    /// The changes to another side, or `nil` when there are none.
    fileprivate func differsIn(_ other: Side) -> ChangeSet? {
        let changes = ChangeSet(from: self, to: other)
        return changes.changes.isEmpty && changes.reports.isEmpty && changes.contradictions.isEmpty ? nil : changes
    }

    /// The same, known to be recorded on a day of one month.
    fileprivate func recorded(day: Int) -> Side {
        Side(
            facts: facts,
            provenance: Provenance(
                reports: provenance.reports, vocabulary: provenance.vocabulary,
                recorded: Day(year: 2020, month: 3, day: day)))
    }

    /// The same claims as they were stated, read anew.
    fileprivate var readAgain: Side {
        Side(facts: SidePair.facts(facts.flatMap(\.claims).map(provenance.vocabulary.reread)), provenance: provenance)
    }
}

/// What a change and its reverse have in common.
private struct ChangeEnds: Hashable {
    let lost: [Claim], gained: [Claim], before: Claim?, after: Claim?, content: Content, cause: Cause

    init(_ change: Change) {
        (lost, gained, before, after) = (change.lost, change.gained, change.before, change.after)
        (content, cause) = (change.content, change.cause)
    }

    init(mirrorOf change: Change) {
        (lost, gained, before, after) = (change.gained, change.lost, change.after, change.before)
        (content, cause) = (change.content.mirrored, change.cause)
    }
}

extension Change {
    fileprivate var mirrored: ChangeEnds { ChangeEnds(mirrorOf: self) }

    /// Whether something came or went, and the labels of whole facts are of whole facts.
    fileprivate var isOfWhatDiffers: Bool {
        !(lost.isEmpty && gained.isEmpty) && (kind == .added) == (before == nil) && (kind == .removed) == (after == nil)
            && (kind == .changed) == ![.added, .removed].contains(content)
    }
}
