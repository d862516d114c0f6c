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
    /// The contradictions that are open, by each of their facts.
    let contradictions: [FactID: [Contradiction]]
    /// The contradictions that ever were, by each of their facts.
    let lives: [FactID: [ContradictionLife]]
    /// What each entity is called: by the vocabulary, else as claims write it most often.
    let names: [EntityKey: String]
    /// What tells the record of a report from another.
    let records: [ReportName: String]

    init(_ story: SiteStory) {
        byID = Dictionary(story.facts.map { ($0.id, $0) }) { first, _ in first }
        var (entities, predicates): ([EntityKey: [Fact]], [String: [Fact]]) = ([:], [:])
        var reports: [ReportName: [FactID]] = [:]
        for fact in story.facts {
            for key in Set(fact.claims.flatMap(\.entities)) { entities[key, default: []].append(fact) }
            for name in Set(fact.claims.map(\.report)) { reports[name, default: []].append(fact.id) }
            predicates[fact.claims[0].predicate, default: []].append(fact)
        }
        (byEntity, byPredicate, byReport) = (entities, predicates, reports)
        names = Self.names(story)
        var open: [FactID: [Contradiction]] = [:]
        for found in story.contradictions.contradictions {
            for fact in found.facts { open[fact, default: []].append(found) }
        }
        contradictions = open
        var lives: [FactID: [ContradictionLife]] = [:]
        for life in story.contradictions.allLives {
            for fact in life.latest.facts { lives[fact, default: []].append(life) }
        }
        self.lives = lives
        records = story.reports.mapValues { Digest.sha256(Array($0.json.canonicalText.utf8)).description }
    }
}

extension FactGroups {
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
}

extension Claim {
    /// Whom and what it names.
    fileprivate var entities: [EntityKey] { values.compactMap(\.entity) }
}
