import Facts

/// Finds predicates of tables that held lists and were cut up: each item stands under a predicate of its own now.
///
/// "$308 billion (2017) / $298 billion (2016)" under "exports", then "$308 billion (2017)" under "exports 2017" and the other under
/// "exports 2016". Values alone tell, as of ``PredicateShift``: over three subjects or more, nine in ten of the values that came under
/// a predicate are items of what one other held, and at least two such predicates came of it. The reverse is found the other way round.
struct CutLists {
    /// A claim of a list, and the claims that its items are now, in the order of their places.
    let cuts: [(list: Int, items: [Int])]

    init(_ lists: (claims: UnmatchedClaims, places: [Int]), into items: (claims: UnmatchedClaims, places: [Int])) {
        let held = lists.places.filter { lists.claims.keys[$0].isUnquoted }
        guard held.count(where: { lists.claims.keys[$0].mayBeList }) >= PredicateShift.fewest,
            items.places.count > PredicateShift.fewest
        else {
            cuts = []
            return
        }
        let standing = items.places.filter { items.claims.keys[$0].isUnquoted }
        let byItem = Dictionary(grouping: standing) { place in
            Item(subject: items.claims.keys[place].subject, text: items.claims[place].object?.text.foldedForm ?? "")
        }
        let found = held.map { place in
            let claim = lists.claims[place]
            let texts = Set(claim.object?.items ?? [])
            let meeting = texts.flatMap { byItem[Item(subject: lists.claims.keys[place].subject, text: $0)] ?? [] }
            return (list: place, items: meeting.filter { items.claims[$0].predicate != claim.predicate }.sorted())
        }
        let pairs = Self.pairs(found, lists.claims, items.claims, standing)
        cuts = found.compactMap { list, parts in
            let own = parts.filter {
                pairs.contains(.init(before: lists.claims[list].predicate, after: items.claims[$0].predicate))
            }
            return own.isEmpty ? nil : (list, own)
        }
    }

    /// An item of what is said of a subject.
    private struct Item: Hashable {
        let subject: Int
        let text: String
    }

    /// The predicates of lists and those of their items.
    private static func pairs(
        _ found: [(list: Int, items: [Int])], _ lists: UnmatchedClaims, _ items: UnmatchedClaims, _ standing: [Int]
    ) -> Set<PredicateShift.Pair> {
        var votes: [String: [String: Int]] = [:]
        for (list, parts) in found {
            for predicate in Set(parts.map { items[$0].predicate }) {
                votes[predicate, default: [:]][lists[list].predicate, default: 0] += 1
            }
        }
        let totals = Dictionary(standing.map { (items[$0].predicate, 1) }, uniquingKeysWith: +)
        let pairs = votes.compactMap { item, lists -> PredicateShift.Pair? in
            guard let most = lists.values.max(), most >= PredicateShift.fewest, 10 * most >= 9 * (totals[item] ?? 0)
            else { return nil }
            // What two lists held alike came of neither for sure.
            let best = lists.filter { $0.value == most }.keys
            return best.count == 1 ? best.first.map { .init(before: $0, after: item) } : nil
        }
        let counts = Dictionary(pairs.map { ($0.before, 1) }, uniquingKeysWith: +)
        return Set(pairs.filter { counts[$0.before] ?? 0 > 1 })
    }
}

extension Value {
    /// Whether the words may be a list, seen without cutting them up.
    var mayBeList: Bool { text.utf8.contains { $0 == 0x0A || $0 == 0x2F || $0 == 0x3B || $0 == 0x7C } }

    /// What a list names, folded; the whole of what is none.
    fileprivate var items: [String] {
        [" / ", "; ", " | ", "\n"].reduce([Substring(text)]) { parts, separator in
            parts.flatMap { $0.split(separator: separator) }
        }.map { String($0).foldedForm }.filter { !$0.isEmpty }
    }
}
