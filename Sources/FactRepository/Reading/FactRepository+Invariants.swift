package import FactDiff
import Facts
import Parallel

extension FactRepository {
    /// What breaks a rule of the vocabulary in a snapshot and did not before, as far as it involves the claims that came in.
    ///
    /// Looks up the subjects of those claims that a rule is about; nothing where there is none.
    package func newlyBroken(
        by recording: Recording, from before: Snapshot, to after: Snapshot
    ) throws(RepositoryError) -> [BrokenInvariant] {
        let vocabulary = try after.vocabulary()
        let check = InvariantCheck(vocabulary)
        let predicates = check.predicates
        guard !predicates.isEmpty else { return [] }
        @Sendable func isRuled(_ stated: String) -> Bool {
            predicates.contains(vocabulary.predicate(for: stated).predicate.id)
        }
        let names = recording.readReports(where: isRuled).sorted()
        let ruled = try concurrentMap(names.count, grain: 8) { (index) throws(RepositoryError) in
            let claims = try recording.readClaims(of: names[index])?.claims ?? []
            return claims.filter { isRuled($0.stated.predicate) }.map {
                vocabulary.read($0.stated, evidence: $0.evidence)
            }
        }.joined()
        let subjects = Set(ruled.map(\.subject.identity))
        let former = Set(check.broken(in: try before.facts(of: subjects, under: predicates)))
        let new = Set(ruled.map(\.id))
        return check.broken(in: try after.facts(of: subjects, under: predicates)).filter { found in
            !former.contains(found) && found.claims.contains { new.contains($0.id) }
        }
    }
}

extension Snapshot {
    /// The facts of some subjects under some predicates, sorted by id; each subject is one look-up.
    func facts(of subjects: Set<String>, under predicates: Set<String>) throws(RepositoryError) -> [Fact] {
        var found: [Fact] = []
        for prefix in Set(subjects.map { FactID.prefix(ofSubject: $0) }).sorted() {
            found += try facts(startingWith: prefix).filter { fact in
                guard let claim = fact.claims.first else { return false }
                return predicates.contains(claim.predicate) && subjects.contains(claim.subject.identity)
            }
        }
        return found
    }
}
