import FactDiff
import Facts
import TestSupport
import Testing

@Suite struct `Laws of change sets` {
    /// Generated once for all laws.
    private static let generated = Result {
        let pool = try ClaimPool(seed: 2, count: 500, vocabulary: .forTests())
        return try (0..<800).map { try SidePair(pool, seed: $0) }
    }
    private let pairs: [SidePair]

    init() throws { pairs = try Self.generated.get() }

    @Test func `applied to the facts before it gives the facts after, and reverted the facts before`() throws {
        for pair in pairs {
            let changes = pair.changes
            let applied = try changes.patch.apply(to: pair.sides.before.facts)
            let reverted = try changes.patch.inverted.apply(to: pair.sides.after.facts)
            #expect(applied == pair.sides.after.facts, "seed \(pair.seed)")
            #expect(reverted == pair.sides.before.facts, "seed \(pair.seed)")
        }
    }

    @Test func `every claim of the symmetric difference is lost or gained in exactly one change`() throws {
        for pair in pairs {
            let changes = pair.changes.changes
            let (old, new) = (Set(pair.before), Set(pair.after))
            let (lost, gained) = (changes.flatMap(\.lost), changes.flatMap(\.gained))
            #expect(lost.count == Set(lost).count && Set(lost) == old.subtracting(new), "seed \(pair.seed)")
            #expect(gained.count == Set(gained).count && Set(gained) == new.subtracting(old), "seed \(pair.seed)")
        }
    }

    @Test func `the difference the other way round has lost and gained exchanged and mirrored labels`() throws {
        struct Told: Hashable {
            let lost: [Claim], gained: [Claim], before: Claim?, after: Claim?, content: Content, cause: Cause
        }
        for pair in pairs {
            let forth = pair.changes.changes.map {
                Told(
                    lost: $0.gained, gained: $0.lost, before: $0.after, after: $0.before, content: $0.content.mirrored,
                    cause: $0.cause)
            }
            let back = ChangeSet(from: pair.sides.after, to: pair.sides.before).changes.map {
                Told(
                    lost: $0.lost, gained: $0.gained, before: $0.before, after: $0.after, content: $0.content,
                    cause: $0.cause)
            }
            #expect(Set(forth) == Set(back), "seed \(pair.seed)")
        }
    }

    @Test func `the course is the same the other way round when the days of recording are known`() throws {
        struct Told: Hashable { let lost: [Claim], gained: [Claim], course: Course }
        func recorded(_ side: Side, _ day: Int) -> Side {
            let known = side.provenance
            return Side(
                facts: side.facts,
                provenance: Provenance(
                    reports: known.reports, vocabulary: known.vocabulary, recorded: Day(year: 2020, month: 3, day: day))
            )
        }
        for pair in pairs {
            let (before, after) = (recorded(pair.sides.before, 1), recorded(pair.sides.after, 8))
            let forth = ChangeSet(from: before, to: after).changes.map {
                Told(lost: $0.lost, gained: $0.gained, course: $0.course)
            }
            let back = ChangeSet(from: after, to: before).changes.map {
                Told(lost: $0.gained, gained: $0.lost, course: $0.course)
            }
            #expect(Set(forth) == Set(back), "seed \(pair.seed)")
        }
    }

    @Test func `what both sides hold is told of only beside what came or went`() throws {
        for pair in pairs {
            for change in pair.changes.changes {
                #expect(!change.lost.isEmpty || !change.gained.isEmpty, "seed \(pair.seed)")
                #expect((change.kind == .added) == (change.before == nil), "seed \(pair.seed)")
                #expect((change.kind == .removed) == (change.after == nil), "seed \(pair.seed)")
                #expect((change.kind == .changed) == ![.added, .removed].contains(change.content), "seed \(pair.seed)")
            }
        }
    }

    @Test func `a change set is sorted by headline, and its counts add up`() throws {
        for pair in pairs {
            let headlines = pair.changes.changes.map(\.headline)
            #expect(headlines == headlines.sorted(), "seed \(pair.seed)")
            #expect(pair.changes.counts.map(\.count).reduce(0, +) == headlines.count, "seed \(pair.seed)")
        }
    }

    @Test func `the order of facts and claims is of no account`() throws {
        for pair in pairs {
            var random = SeededGenerator(seed: pair.seed)
            let shuffled = pair.shuffled(using: &random)
            let changes = ChangeSet(from: shuffled.before, to: shuffled.after)
            #expect(changes == pair.changes, "seed \(pair.seed)")
            #expect(
                Contradiction.all(in: pair.sides.after) == Contradiction.all(in: shuffled.after), "seed \(pair.seed)")
        }
    }

    @Test func `unrelated facts change nothing else`() throws {
        let vocabulary = try Vocabulary.forTests()
        let others = try ["Egypt", "Jordan"].map { Draft($0, "pays", "Gaza", "2018").in("ledger-1") }
            .map { try $0.claim(vocabulary) }
        for pair in pairs {
            let alone = pair.changes
            let (old, new) = (pair.before + [others[0]], pair.after + [others[1]])
            let together = ChangeSet(
                from: Side(facts: SidePair.facts(old), provenance: pair.provenance.before),
                to: Side(facts: SidePair.facts(new), provenance: pair.provenance.after))
            let ids = Set(others.map(\.fact))
            #expect(together.changes.filter { !ids.contains($0.fact) } == alone.changes, "seed \(pair.seed)")
            #expect(together.changes.count == alone.changes.count + 2, "seed \(pair.seed)")
        }
    }

    @Test func `a side does not differ from itself`() throws {
        for pair in pairs {
            let none = ChangeSet(from: pair.sides.after, to: pair.sides.after)
            #expect(none.changes.isEmpty && none.reports.isEmpty, "seed \(pair.seed)")
        }
    }

    @Test func `facts that are the same on both sides may be left out`() throws {
        for pair in pairs {
            let (old, new) = (pair.sides.before.facts, pair.sides.after.facts)
            let pruned = ChangeSet(
                from: Side(facts: old.filter { !new.contains($0) }, provenance: pair.provenance.before),
                to: Side(facts: new.filter { !old.contains($0) }, provenance: pair.provenance.after))
            #expect(pruned == pair.changes, "seed \(pair.seed)")
        }
    }

    @Test func `a wrong base is refused`() throws {
        var refused = 0
        for pair in pairs {
            let changes = pair.changes
            guard let claim = changes.changes.lazy.flatMap(\.lost).first else { continue }
            let wrong = SidePair.facts(pair.before.filter { $0 != claim })
            let error = #expect(throws: ApplyError.self, "seed \(pair.seed)") { try changes.patch.apply(to: wrong) }
            #expect(error?.claim == claim.id && error?.fact == claim.fact, "seed \(pair.seed)")
            refused += 1
        }
        #expect(refused > 300)
    }

    @Test func `a claim that is there already is refused`() throws {
        let vocabulary = try Vocabulary.forTests()
        let claim = try Draft("Qatar", "pays", "Gaza").claim(vocabulary)
        let provenance = Provenance(reports: [:], vocabulary: vocabulary)
        let facts = SidePair.facts([claim])
        let changes = ChangeSet(
            from: Side(facts: [], provenance: provenance), to: Side(facts: facts, provenance: provenance))

        let error = #expect(throws: ApplyError.self) { try changes.patch.apply(to: facts) }
        #expect(error?.claim == claim.id)
    }
}
