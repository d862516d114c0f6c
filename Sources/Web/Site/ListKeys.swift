import FactDiff
import Facts
import Rendering

/// What the lines of lists are made from.
struct ListKeys: Sendable {
    /// What a fact's line is made from.
    let byFact: [FactID: String]
    /// What the lines of all facts that name an entity are made from.
    let byEntity: [EntityKey: String]
    /// What the lines of all facts of a predicate are made from.
    let byPredicate: [String: String]

    init(_ story: SiteStory, _ groups: FactGroups) {
        let keys = groups.byID.mapValues { Self.key($0, story, groups) }
        byFact = keys
        byEntity = groups.byEntity.mapValues { .digest($0.compactMap { keys[$0.id] }) }
        byPredicate = groups.byPredicate.mapValues { .digest($0.compactMap { keys[$0.id] }) }
    }

    private static func key(_ fact: Fact, _ story: SiteStory, _ groups: FactGroups) -> String {
        let names = Set(fact.claims.map(\.report))
        // One report alone is always the latest, whatever its date.
        let reports =
            names.count == 1
            ? []
            : names.sorted().flatMap { name in
                let record = story.reports[name]
                return [record?.sourceOrName ?? "", record?.published?.edtf ?? ""]
            }
        let marks = (groups.contradictions[fact.id] ?? []).flatMap { [$0.id.letters, $0.content.rawValue] }
        return ([fact.id.letters, story.changed[fact.id]?.id ?? ""] + reports + marks).joined(separator: "\u{1F}")
    }
}
