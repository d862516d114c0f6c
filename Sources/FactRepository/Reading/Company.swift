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

    /// The facts, none of those asked about among them, sorted by id.
    func facts(_ known: KnownLines) throws(RepositoryError) -> [Fact] {
        let asked = Set(facts.map(\.id))
        let wanted = wantedPredicates
        var predicates: [String: Set<String>] = [:]
        for (subject, needs) in wanted {
            predicates[FactID.prefix(ofSubject: subject), default: []].formUnion(needs.keys)
        }
        var found: [Fact] = []
        for (prefix, predicates) in predicates.sorted(by: { $0.key < $1.key }) {
            let lines = try lines(startingWith: prefix, known).filter { line in
                !asked.contains(line.fact) && LineScanner.predicate(in: line.bytes).map(predicates.contains) ?? true
            }
            found += try Bucket.facts(of: lines).filter { isWanted($0, wanted) }
        }
        return found
    }

    private func lines(startingWith prefix: String, _ known: KnownLines) throws(RepositoryError) -> [ClaimLine] {
        if let near = known.lines(startingWith: prefix) { return near }
        return try snapshot.lines(startingWith: prefix)
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
