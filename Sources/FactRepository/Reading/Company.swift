import FactDiff
import Facts

/// Finds the facts that may contradict some others: those of the same parties under a linked predicate.
///
/// A subject's facts start with the same letters, so each subject is one look-up, and none where the bucket is at hand.
struct Company {
    private let facts: [Fact]
    private let snapshot: Snapshot
    private let links: PredicateLinks

    init(of facts: [Fact], in snapshot: Snapshot) throws(RepositoryError) {
        self.facts = facts
        self.snapshot = snapshot
        links = PredicateLinks(facts.isEmpty ? .empty : try snapshot.vocabulary())
    }

    /// The facts, some of those asked about among them, sorted by id.
    func facts(_ known: KnownFacts) throws(RepositoryError) -> [Fact] {
        let wanted = wantedPredicates
        var found: [FactID: Fact] = [:]
        for prefix in Set(wanted.keys.map(FactID.prefix)).sorted() {
            let near = try facts(startingWith: prefix, known)
            for fact in near where isWanted(fact, wanted) { found[fact.id] = fact }
        }
        return found.values.sorted { $0.id < $1.id }
    }

    private func facts(startingWith prefix: String, _ known: KnownFacts) throws(RepositoryError) -> [Fact] {
        if let near = known.facts(startingWith: prefix) { return near }
        return try snapshot.facts(startingWith: prefix)
    }

    /// For each subject the predicates that may stand against one of the facts, and whether by a denial alone.
    private var wantedPredicates: [String: [String: Need]] {
        var wanted: [String: [String: Need]] = [:]
        for fact in facts {
            guard let claim = fact.claims.first else { continue }
            for (predicate, isTurning, isByDenialAlone) in links.opponents(of: claim.predicate) {
                let need: Need = isByDenialAlone && !fact.denies ? .denial : .any
                let parties = [claim.subject] + (isTurning ? [claim.object].compactMap(\.self) : [])
                for party in parties {
                    wanted[party.identity, default: [:]][predicate, default: need].widen(to: need)
                }
            }
        }
        return wanted
    }

    private func isWanted(_ fact: Fact, _ wanted: [String: [String: Need]]) -> Bool {
        guard let claim = fact.claims.first, let need = wanted[claim.subject.identity]?[claim.predicate] else {
            return false
        }
        return need == .any || fact.denies
    }
}

/// What a fact must say to be of interest.
private enum Need {
    case denial, any

    mutating func widen(to other: Need) { if other == .any { self = .any } }
}

/// Facts that were read already: all whose ids start with one of some prefixes.
struct KnownFacts {
    let facts: [Fact]
    let prefixes: Set<String>

    /// No facts.
    static let none = KnownFacts(facts: [:], prefixes: [])

    init(facts: [FactID: Fact], prefixes: Set<String>) {
        self.facts = facts.values.sorted { $0.id < $1.id }
        self.prefixes = prefixes
    }

    /// The facts whose ids start so; `nil` when others may be among them.
    func facts(startingWith prefix: String) -> [Fact]? {
        let isCovered = (0...prefix.count).contains { prefixes.contains(String(prefix.prefix($0))) }
        guard isCovered else { return nil }
        let start = facts.partitioningIndex { $0.id.letters >= prefix }
        return Array(facts[start...].prefix { $0.id.letters.hasPrefix(prefix) })
    }
}

extension Array<Fact> {
    /// The first index from which on all elements pass, where those that pass stand last.
    fileprivate func partitioningIndex(_ passes: (Fact) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if passes(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
