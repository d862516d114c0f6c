import FactDiff
import Facts
import Rendering

/// The facts of a story by what they name, what they say and what speaks against them.
struct FactGroups: Sendable {
    /// The facts by id.
    let byID: [FactID: Fact]
    /// The facts that name an entity, by id.
    let byEntity: [EntityKey: [Fact]]
    /// The facts of a predicate, by id.
    let byPredicate: [String: [Fact]]
    /// The facts that a report says something of, by id.
    let byReport: [ReportName: [FactID]]
    /// How many claims a report makes.
    let claimCounts: [ReportName: Int]
    /// The contradictions that are open, by each of their facts.
    let contradictions: [FactID: [Contradiction]]
    /// The contradictions that ever were, by each of their facts.
    let lives: [FactID: [ContradictionLife]]
    /// What each entity is called: by the vocabulary, else as claims write it most often.
    let names: [EntityKey: String]
    /// The entities that facts name, by the letter under which they stand; sorted.
    let byLetter: [Character: [EntityKey]]
    /// The claims that stand on a later page of their report's text than the first, by that page.
    let laterParts: [ClaimID: Int]

    init(_ story: SiteStory) {
        byID = Dictionary(story.facts.map { ($0.id, $0) }) { first, _ in first }
        var (entities, predicates): ([EntityKey: [Fact]], [String: [Fact]]) = ([:], [:])
        var (reports, counts): ([ReportName: [FactID]], [ReportName: Int]) = ([:], [:])
        var parts: [ClaimID: Int] = [:]
        for fact in story.facts {
            for key in Set(fact.claims.flatMap(\.entities)) { entities[key, default: []].append(fact) }
            for name in Set(fact.claims.map(\.report)) { reports[name, default: []].append(fact.id) }
            for claim in fact.claims {
                counts[claim.report, default: 0] += 1
                if claim.textPart > 1 { parts[claim.id] = claim.textPart }
            }
            predicates[fact.claims[0].predicate, default: []].append(fact)
        }
        (byEntity, byPredicate, byReport, claimCounts, laterParts) = (entities, predicates, reports, counts, parts)
        let names = Self.names(story)
        self.names = names
        byLetter = Dictionary(grouping: entities.keys) { Self.letter(of: names[$0] ?? $0.description) }
            .mapValues { $0.sorted() }
        contradictions = Self.byFact(story.contradictions.contradictions, \.facts)
        lives = Self.byFact(story.contradictions.allLives, \.latest.facts)
    }
}

extension FactGroups {
    private static func byFact<Element>(_ all: [Element], _ facts: (Element) -> [FactID]) -> [FactID: [Element]] {
        var groups: [FactID: [Element]] = [:]
        for element in all {
            for fact in facts(element) { groups[fact, default: []].append(element) }
        }
        return groups
    }

    private static func names(_ story: SiteStory) -> [EntityKey: String] {
        var spellings: [EntityKey: [String: Int]] = [:]
        for value in story.facts.lazy.flatMap(\.claims).flatMap(\.values) {
            if let key = value.entity { spellings[key, default: [:]][value.text, default: 0] += 1 }
        }
        return Dictionary(
            uniqueKeysWithValues: spellings.map { key, counts in
                let commonest = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
                return (key, story.naming.knownName(key) ?? commonest ?? key.description)
            })
    }

    /// What an entity is called, also when nothing is said of it any more.
    func name(of entity: EntityKey) -> String {
        names[entity] ?? entity.description.split(separator: "-").joined(separator: " ")
    }

    /// What stands for names that begin with no letter from A to Z.
    static let otherLetter: Character = "#"

    /// The letter under which a name stands in the list of names.
    private static func letter(of name: String) -> Character {
        guard let first = name.firstLetter, ("A"..."Z").contains(first) else { return otherLetter }
        return first
    }
}

extension String {
    /// Its first letter as a capital without marks; `nil` when it begins with something else.
    fileprivate var firstLetter: Character? {
        let folded = EntityKey(name: self).description.unicodeScalars.first
        return folded.flatMap { $0.properties.isAlphabetic ? $0.properties.uppercaseMapping.first : nil }
    }
}

extension Claim {
    /// Whom and what it names.
    fileprivate var entities: [EntityKey] { values.compactMap(\.entity) }
}
