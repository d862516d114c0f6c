import Facts
package import Git

extension FactRepository {
    /// Merges a revision into the newest one: by report, by line of the vocabulary, by decision.
    ///
    /// What people ruled differently on is merged too, and waits as a ``Dispute``. Where both sides changed one report, or the same
    /// lines of the vocabulary, and no choice says which to take, nothing is recorded.
    ///
    /// - Parameters:
    ///   - theirs: the revision, which the repository has.
    ///   - choices: which side to take where both changed the same.
    ///   - message: what to say in the log; `nil` for the name of the other revision.
    /// - Throws: `.unsound` when what is new in it does not verify, `.unrelated` when the two have no revision in
    ///   common, `.notUndecided` for a choice about a report that not both sides changed; a git error with code `.locked` when another process records for longer than `patience`.
    package func merge(
        _ theirs: ObjectID, choices: MergeChoices = MergeChoices(), message: String? = nil, by author: Author,
        patience: Duration = .seconds(10)
    ) throws(RepositoryError) -> Merge {
        let lock = try RepositoryError.wrapping(git.path) { () throws(GitError) in
            try WriteLock(on: git, patience: patience)
        }
        try checkIncoming(theirs, from: String(theirs.hex.prefix(8)))
        let merge = try Merger(self, theirs, choices).merge { (plan, ours) throws(RepositoryError) in
            var id = theirs
            if var plan {
                plan.message = message ?? plan.message
                id = try plan.write(on: ours, in: git, by: author)
            }
            try move(from: ours.id, to: id, message ?? "Merge \(theirs.hex.prefix(8))", author)
            return id
        }
        if merge.result == nil { lock.release() } else { pack(releasing: lock) }
        return merge
    }

    /// What ``merge(_:choices:message:by:patience:)`` would do; nothing is recorded, and the result names no new revision.
    package func mergePreview(
        _ theirs: ObjectID, choices: MergeChoices = MergeChoices()
    ) throws(RepositoryError) -> Merge {
        try Merger(self, theirs, choices).merge { (_, _) throws(RepositoryError) in nil }
    }
}

/// Merges one revision into the newest.
private struct Merger {
    private let repository: FactRepository
    private let planner: MergePlanner

    init(_ repository: FactRepository, _ theirs: ObjectID, _ choices: MergeChoices) throws(RepositoryError) {
        guard let tip = try repository.tip() else { throw RepositoryError(.unknownRevision, "HEAD") }
        let bases = try RepositoryError.wrapping("merge") { () throws(GitError) in
            try repository.git.mergeBases(of: tip, theirs)
        }
        guard !bases.isEmpty else { throw RepositoryError(.unrelated, theirs.hex) }
        self.repository = repository
        planner = try MergePlanner(
            ours: repository.snapshot(tip), theirs: repository.snapshot(theirs),
            bases: bases.map { (id) throws(RepositoryError) in try repository.snapshot(id) }, choices: choices)
    }

    /// Merges.
    ///
    /// - Parameter record: records a plan on our side, or has the branch follow the other where there is none, and returns the new
    ///   tip; `nil` when it does nothing.
    func merge(
        _ record: (RevisionPlan?, Snapshot) throws(RepositoryError) -> ObjectID?
    ) throws(RepositoryError) -> Merge {
        let findings = try planner.findings()
        if planner.bases.contains(where: { $0.id == planner.theirs.id }) {
            return try result(.nothingToDo, nil, findings, planner.ours.disputes())
        }
        if planner.bases.contains(where: { $0.id == planner.ours.id }) {
            return try result(.forwarded, record(nil, planner.ours), findings, planner.theirs.disputes())
        }
        guard case .text(let text) = findings.vocabulary, findings.undecided.isEmpty else {
            return try result(.undecided, nil, findings, [])
        }
        let vocabulary = try planner.vocabulary(findings, text: text)
        let plan = try planner.plan(findings, text: text, vocabulary)
        let disputes = StandingRulings(findings.decisions.all, vocabulary: vocabulary).disputes
        return try result(.joined, record(plan, planner.ours), findings, disputes)
    }

    private func result(
        _ outcome: Merge.Outcome, _ tip: ObjectID?, _ findings: MergePlanner.Findings, _ disputes: [Dispute]
    ) throws(RepositoryError) -> Merge {
        let undecidedVocabulary: UndecidedVocabulary? =
            if case .undecided(let why) = findings.vocabulary { why } else { nil }
        return Merge(
            outcome: outcome, ours: try repository.revision(planner.ours.id),
            theirs: try repository.revision(planner.theirs.id),
            bases: try planner.bases.map { (base) throws(RepositoryError) in try repository.revision(base.id) },
            result: try tip.map { (id) throws(RepositoryError) in try repository.revision(id) },
            counts: findings.counts, undecided: findings.undecided, undecidedVocabulary: undecidedVocabulary,
            disputes: disputes)
    }
}
