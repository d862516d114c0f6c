package import Facts

/// Holds claims to the rules that a vocabulary declares: ranges, counts that go one way, sums of parts, starts before ends.
///
/// Only what is plainly affirmed counts, and only what breaks a rule whatever its words mean exactly.
package struct InvariantCheck: Sendable {
    private let vocabulary: Vocabulary
    /// The predicates that declare a rule, by id.
    private let ruled: [Predicate]

    /// The rules of a vocabulary.
    package init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        ruled = vocabulary.predicates.values.filter { !$0.rules.isEmpty }.sorted { $0.id < $1.id }
    }

    /// How many rules there are.
    package var count: Int { ruled.reduce(0) { $0 + $1.rules.count } }

    /// The predicates that a rule is about, those that it names among them.
    package var predicates: Set<String> { Set(ruled.flatMap { [$0.id] + $0.parts + $0.notAfter }) }

    /// What breaks a rule among all facts of some subjects, by predicate and subject.
    package func broken(in facts: [Fact]) -> [BrokenInvariant] {
        let plain = facts.flatMap(\.claims).filter(\.isPlain).sorted(by: Claim.comesFirst)
        let bySubject = Dictionary(grouping: plain, by: \.subject.identity)
        return bySubject.values.flatMap { claims in
            let byPredicate = Dictionary(grouping: claims, by: \.predicate)
            return ruled.flatMap { broken($0, byPredicate) }
        }.sorted(by: BrokenInvariant.precedes)
    }

    private func broken(_ predicate: Predicate, _ claims: [String: [Claim]]) -> [BrokenInvariant] {
        guard let own = claims[predicate.id] else { return [] }
        return outOfRange(predicate, own) + wrongWay(predicate, own) + wrongOrder(predicate, own, claims)
            + SumCheck(predicate).broken(own, claims)
    }

    private func outOfRange(_ predicate: Predicate, _ claims: [Claim]) -> [BrokenInvariant] {
        predicate.roles.sorted { $0.key < $1.key }.flatMap { name, role -> [BrokenInvariant] in
            guard let range = role.range else { return [] }
            return claims.filter { $0.value(of: name)?.quantity?.relation(to: range) == .disjoint }.map {
                BrokenInvariant(rule: .range, predicate: predicate.id, role: name, allowed: range.number, claims: [$0])
            }
        }
    }

    /// Each value with the last one before it that it should not have passed; times that may be the same tell nothing.
    private func wrongWay(_ predicate: Predicate, _ claims: [Claim]) -> [BrokenInvariant] {
        guard let direction = predicate.monotone else { return [] }
        let tolerance = predicate.roles["object"]?.tolerance
        return claims.series.flatMap { series in
            series.compactMap { later in
                let passed = series.filter { $0.isPassed(by: later, against: direction, tolerance) }
                guard let earlier = passed.max(by: { $0.startsBefore($1) }) else { return nil }
                return BrokenInvariant(
                    rule: direction == .rising ? .neverFalls : .neverRises, predicate: predicate.id, role: "object",
                    allowed: direction.rawValue, claims: [earlier, later])
            }
        }
    }

    private func wrongOrder(
        _ predicate: Predicate, _ claims: [Claim], _ all: [String: [Claim]]
    ) -> [BrokenInvariant] {
        predicate.notAfter.flatMap { other in
            claims.compactMap { start -> BrokenInvariant? in
                guard let begun = start.object?.time,
                    let end = all[other]?.first(where: { $0.object?.time.map { $0.isBefore(begun) } ?? false })
                else { return nil }
                return BrokenInvariant(
                    rule: .order, predicate: predicate.id, role: "object", allowed: other, claims: [start, end])
            }
        }
    }
}

extension Predicate {
    /// The rules that it declares of values.
    fileprivate var rules: [BrokenInvariant.Rule] {
        roles.values.filter { $0.range != nil }.map { _ in .range } + (monotone == nil ? [] : [.neverFalls])
            + (parts.isEmpty ? [] : [.sum]) + notAfter.map { _ in .order }
    }
}

extension Claim {
    /// Whether it is affirmed as a fact, not as a plan or a possibility.
    fileprivate var isPlain: Bool {
        polarity == .affirmed && modality.isEmpty && certainty != .possible && certainty != .probable
    }

    /// Whether another claim, of a later time, has gone the way that its value cannot go.
    fileprivate func isPassed(
        by later: Claim, against direction: Predicate.Monotone, _ tolerance: DecimalNumber?
    ) -> Bool {
        guard let time, let laterTime = later.time, time.isBefore(laterTime), let was = object?.quantity,
            let now = later.object?.quantity, was.relation(to: now, tolerance: tolerance) == .disjoint
        else { return false }
        return was.isAbove(now) == (direction == .rising)
    }

    fileprivate func startsBefore(_ other: Claim) -> Bool {
        let (a, b) = (time?.start.earliest ?? .min, other.time?.start.earliest ?? .min)
        return a == b ? Claim.comesFirst(self, other) : a < b
    }
}

extension [Claim] {
    /// The claims of each set of arguments, in order.
    var series: [[Claim]] {
        Dictionary(grouping: self) { $0.arguments.mapValues(\.identity) }.values
            .sorted { Claim.comesFirst($0[0], $1[0]) }
    }
}
