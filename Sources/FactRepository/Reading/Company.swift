import FactDiff
import Facts
import Parallel

/// Finds the facts that may contradict some others: those of the same parties under a linked predicate.
///
/// The ids of a subject's facts lie together, so each subject is one look-up, and none where the bucket is at hand.
struct Company {
    private let facts: [Fact]
    private let snapshot: Snapshot
    private let vocabulary: Vocabulary
    private let links: PredicateLinks

    init(of facts: [Fact], in snapshot: Snapshot) throws(RepositoryError) {
        self.facts = facts
        self.snapshot = snapshot
        vocabulary = facts.isEmpty ? .empty : try snapshot.vocabulary()
        links = PredicateLinks(vocabulary)
    }

    /// The facts, none of those asked about among them, sorted by id.
    func facts(_ known: KnownBuckets) throws(RepositoryError) -> [Fact] {
        let asked = Set(facts.map(\.id))
        let wanted = wantedPredicates
        var needs: [FactRegion: [String: Need]] = [:]
        for (subject, predicates) in wanted {
            needs[FactRegion(ofSubject: subject), default: [:]].merge(predicates) { $0.widened(to: $1) }
        }
        guard !needs.isEmpty else { return [] }
        let sorted = needs.sorted { $0.key.start < $1.key.start }
        // Subjects share the folders near the root.
        let trie = FactTrie(repository: snapshot.repository, folders: TrieFolders())
        let root = try snapshot.root()
        return try concurrentMap(sorted.count, grain: 8) { (index) throws(RepositoryError) in
            let (region, needs) = sorted[index]
            let areDenialsEnough = needs.values.allSatisfy { $0 == .denial }
            let near = try known.lines(in: region, areDenialsEnough: areDenialsEnough)
            let lines =
                if let near { near } else {
                    try trie.lines(under: root, in: region, known, areDenialsEnough: areDenialsEnough)
                }
            return try Bucket.facts(of: Self.linesOfInterest(lines.filter { !asked.contains($0.fact) }, needs)).filter {
                isWanted($0, wanted)
            }
        }.flatMap(\.self)
    }

    /// The lines of facts that may be wanted: most of a bucket need not be read as claims.
    private static func linesOfInterest(_ lines: [ClaimLine], _ needs: [String: Need]) -> [ClaimLine] {
        var rest = lines[...]
        var found: [ClaimLine] = []
        while let first = rest.first {
            let end = rest.firstIndex { $0.fact != first.fact } ?? rest.endIndex
            if isOfInterest(rest[..<end], needs) { found += rest[..<end] }
            rest = rest[end...]
        }
        return found
    }

    /// Whether the lines of one fact are of a predicate that is wanted, and one denies where only that is of interest.
    private static func isOfInterest(_ fact: ArraySlice<ClaimLine>, _ needs: [String: Need]) -> Bool {
        var isWanted = false
        for line in fact {
            guard let predicate = LineScanner.predicate(in: line.bytes) else { return true }
            guard let need = needs[predicate] else { continue }
            if need == .any { return true }
            isWanted = true
        }
        return isWanted && fact.denies
    }

    /// For each subject the predicates that may stand against one of the facts, and whether by a denial alone.
    private var wantedPredicates: [String: [String: Need]] {
        var wanted: [String: [String: Need]] = [:]
        for fact in facts {
            guard let claim = fact.claims.first else { continue }
            for (predicate, isTurning, isByDenialAlone) in links.opponents(of: claim.predicate) {
                // Where nothing but the subject tells a predicate's facts apart, this one is all that there is.
                if predicate == claim.predicate, !isTurning, vocabulary.predicate(id: predicate).key.isEmpty {
                    continue
                }
                let need: Need = isByDenialAlone && !fact.denies ? .denial : .any
                let parties = [claim.subject] + (isTurning ? [claim.object].compactMap(\.self) : [])
                for party in parties {
                    let known = wanted[party.identity]?[predicate] ?? need
                    wanted[party.identity, default: [:]][predicate] = known.widened(to: need)
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

    func widened(to other: Need) -> Need { other == .any ? .any : self }
}
