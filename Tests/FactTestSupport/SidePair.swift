package import FactDiff
package import Facts
package import TestSupport

/// Two generated sides of one story, the second grown out of the first.
package struct SidePair: Sendable {
    /// The claims before, by id.
    package let before: [Claim]
    /// The claims after, by id.
    package let after: [Claim]
    /// What stands behind them.
    package let provenance: (before: Provenance, after: Provenance)
    /// The claims with what stands behind them.
    package let sides: (before: Side, after: Side)
    /// What changed between the sides.
    package let changes: ChangeSet
    /// What the pair was made from.
    package let seed: UInt64

    /// The pair of a seed, with claims of the pool.
    package init(_ pool: ClaimPool, seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        // A window of the pool's facts, so that claims meet, inside a fact and across facts.
        let picked = (0..<2).map { _ in random.pick(pool.claims).fact }
        let facts = Set(picked + picked.flatMap { pool.opponents[$0] ?? [] })
        let known = pool.claims.filter { facts.contains($0.fact) }
        let old = known.filter { _ in random.chance(5) }
        let new = known.filter { claim in old.contains(claim) ? !random.chance(3) : random.chance(8) }
        before = Array(Set(old)).sorted { $0.id < $1.id }
        after = Array(Set(new)).sorted { $0.id < $1.id }
        let records = try ClaimPool.reports.map { try Self.record($0, using: &random) }
        let changed = records.map { Self.changed($0, using: &random) }
        provenance = (
            Self.provenance(records.filter { _ in !random.chance(8) }, pool.vocabulary),
            Self.provenance(changed.filter { _ in !random.chance(8) }, pool.vocabulary)
        )
        sides = (
            Side(facts: Self.facts(before), provenance: provenance.before),
            Side(facts: Self.facts(after), provenance: provenance.after)
        )
        changes = ChangeSet(from: sides.before, to: sides.after)
        self.seed = seed
    }

    private static func record(_ name: String, using random: inout SeededGenerator) throws -> ReportRecord {
        var record = ReportRecord(name: try ReportName(name).orThrow(), text: [])
        record.source = random.chance(5) ? nil : String(name.prefix { $0 != "-" })
        record.published = Time(edtf: random.pick(["2020-02-23", "2020-02-24", "2020-02-25"]))
        record.extractor = ExtractorFingerprint("desk@1")
        return record
    }

    private static func changed(_ record: ReportRecord, using random: inout SeededGenerator) -> ReportRecord {
        var record = record
        if random.chance(2) { record.digest = .sha256([1]) }
        if random.chance(3) { record.extractor = ExtractorFingerprint("desk@2") }
        if random.chance(3) { record.updated = Time(edtf: "2020-03-06") }
        return record
    }

    private static func provenance(_ records: [ReportRecord], _ vocabulary: Vocabulary) -> Provenance {
        Provenance(reports: Dictionary(uniqueKeysWithValues: records.map { ($0.name, $0) }), vocabulary: vocabulary)
    }

    /// The facts of some claims, by id.
    package static func facts(_ claims: [Claim]) -> [Fact] {
        Dictionary(grouping: claims, by: \.fact).compactMap { Fact(id: $0.key, claims: $0.value) }
            .sorted { $0.id < $1.id }
    }

    /// The same pair with facts and claims in another order.
    package func shuffled(using random: inout SeededGenerator) -> (before: Side, after: Side) {
        (
            Side(
                facts: Self.facts(before.shuffled(using: &random)).shuffled(using: &random),
                provenance: provenance.before),
            Side(
                facts: Self.facts(after.shuffled(using: &random)).shuffled(using: &random),
                provenance: provenance.after)
        )
    }
}
