import Facts

/// Finds predicates that took the place of others over many facts: renamed, moved, split or merged.
///
/// Names prove nothing; values do. A predicate that goes from many subjects, and another that comes to the same subjects with
/// the same values in the same revision, are one. A value that many predicates share ("0 %", "none") counts for little.
struct PredicateShift {
    /// One predicate in the place of another.
    struct Pair: Hashable {
        let before: String
        let after: String
    }

    /// The pairs that are one to one.
    let renamed: Set<Pair>
    /// Further predicates with the values of one that was renamed, and the reverse.
    let copied: Set<Pair>

    /// Below so many subjects nothing is said.
    static let fewest = 3

    /// Whether enough of what went came elsewhere; as a rule nothing did.
    static func mayBe(from gone: [MeetingKeys], to come: [MeetingKeys]) -> Bool {
        let parties = Set(come.lazy.map(\.parties))
        return gone.lazy.filter { parties.contains($0.parties) }.prefix(fewest).count == fewest
    }

    /// The claims are those whose whole fact went, and came.
    init(gone: [Claim], come: [Claim]) {
        let votes = Self.votes(gone, come).filter { $0.value.subjects >= Self.fewest }
        guard !votes.isEmpty else {
            (renamed, copied) = ([], [])
            return
        }
        let (old, new) = (Self.subjects(gone), Self.subjects(come))
        let texts = Dictionary((gone + come).map { ($0.predicate, $0.predicateText) }, uniquingKeysWith: { a, _ in a })
        let names = texts.mapValues { Set($0.foldedForm.words) }
        /// Of the subjects that lost the one or gained the other, how many have the value under both.
        func share(_ pair: Pair, _ weight: Int) -> Double {
            Double(weight) / Double(Self.whole * min(old[pair.before]?.count ?? 1, new[pair.after]?.count ?? 1))
        }
        let strong = votes.filter { pair, vote in share(pair, vote.weight) >= 0.4 }
        let pairs = strong.keys.sorted { ($0.before, $0.after) < ($1.before, $1.after) }
        let olds = Array(Set(pairs.map(\.before))).sorted()
        let news = Array(Set(pairs.map(\.after))).sorted()
        let places = (Self.places(olds), Self.places(news))
        let edges = pairs.compactMap { pair -> Assignment.Edge? in
            guard let i = places.0[pair.before], let j = places.1[pair.after], let vote = strong[pair],
                let a = names[pair.before], let b = names[pair.after]
            else { return nil }
            return .init(before: i, after: j, likeness: share(pair, vote.weight) + a.overlap(with: b))
        }
        let chosen = Assignment(edges, margin: 0.01).pairs.map { Pair(before: olds[$0.before], after: news[$0.after]) }
        let whole = pairs.filter { share($0, Self.whole * (strong[$0]?.subjects ?? 0)) >= 0.8 }
        let leaders = chosen + Self.leaders(of: whole, beside: chosen)
        renamed = Set(leaders)
        let (taken, given) = (Set(leaders.map(\.before)), Set(leaders.map(\.after)))
        copied = Set(whole.filter { taken.contains($0.before) != given.contains($0.after) })
    }

    /// Of predicates that carry all the same values, so that none is the clear successor or predecessor, the first by name.
    private static func leaders(of pairs: [Pair], beside chosen: [Pair]) -> [Pair] {
        var (taken, given) = (Set(chosen.map(\.before)), Set(chosen.map(\.after)))
        return pairs.filter { pair in
            guard !taken.contains(pair.before), !given.contains(pair.after) else { return false }
            let open = pairs.filter { !taken.contains($0.before) && !given.contains($0.after) }
            let isSplit = open.allSatisfy { $0.after != pair.after || $0.before == pair.before }
            let isMerger = open.allSatisfy { $0.before != pair.before || $0.after == pair.after }
            guard isSplit != isMerger else { return false }
            taken.insert(pair.before)
            given.insert(pair.after)
            return true
        }
    }

    /// The weight of a subject whose value stands under one predicate only; whole numbers add up the same in any order.
    private static let whole = 5040

    /// How many subjects have one value under a predicate that went and under one that came; the weight of each is shared among
    /// all predicates that have the value there.
    private static func votes(_ gone: [Claim], _ come: [Claim]) -> [Pair: (subjects: Int, weight: Int)] {
        let (old, new) = (predicates(gone), predicates(come))
        var votes: [Pair: (subjects: Int, weight: Int)] = [:]
        for (place, before) in old {
            guard let after = new[place] else { continue }
            let weight = whole / max(before.count, after.count)
            for pair in before.flatMap({ a in after.map { Pair(before: a, after: $0) } })
            where pair.before != pair.after {
                let vote = votes[pair] ?? (0, 0)
                votes[pair] = (vote.subjects + 1, vote.weight + weight)
            }
        }
        return votes
    }

    /// The predicates under which a report gives a subject a value.
    private static func predicates(_ claims: [Claim]) -> [Statement: Set<String>] {
        var predicates: [Statement: Set<String>] = [:]
        for claim in claims {
            guard let object = claim.object else { continue }
            let statement = Statement(
                report: claim.report, subject: claim.subject.identity, object: object.identity, polarity: claim.polarity
            )
            predicates[statement, default: []].insert(claim.predicate)
        }
        return predicates
    }

    /// What a claim states, whatever its predicate.
    private struct Statement: Hashable {
        let report: ReportName
        let subject: String
        let object: String
        let polarity: Polarity
    }

    private static func subjects(_ claims: [Claim]) -> [String: Set<String>] {
        var subjects: [String: Set<String>] = [:]
        for claim in claims { subjects[claim.predicate, default: []].insert(claim.subject.identity) }
        return subjects
    }

    private static func places(_ names: [String]) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })
    }
}
