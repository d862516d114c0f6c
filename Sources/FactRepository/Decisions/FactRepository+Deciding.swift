package import Facts
import Git

extension FactRepository {
    /// Records what a person ruled, as one revision; `nil` when all of it is in force already.
    ///
    /// Each ruling takes the place of what was ruled on the same matter before.
    ///
    /// - Throws: a git error with code `.locked` when another process records at the same time for longer than `patience`.
    package func decide(
        _ rulings: [Ruling], reason: String, by author: Author, patience: Duration = .seconds(10)
    ) throws(RepositoryError) -> Revision? {
        let lock = try RepositoryError.wrapping(git.path) { () throws(GitError) in
            try WriteLock(on: git, patience: patience)
        }
        let revision = try decideAlone(rulings, reason, author)
        if revision == nil { lock.release() } else { pack(releasing: lock) }
        return revision
    }

    /// Decides while nobody else records.
    private func decideAlone(
        _ rulings: [Ruling], _ reason: String, _ author: Author
    ) throws(RepositoryError) -> Revision? {
        guard let tip = try tip() else { throw RepositoryError(.unknownRevision, "HEAD") }
        let base = try snapshot(tip)
        let decisions = try decisions(rulings, reason, author, on: base)
        guard !decisions.isEmpty else { return nil }
        let words = decisions.map(\.ruling).words
        let step = try DecisionStep(decisions, message: words, on: base)
        let id = try step.plan.write(on: base, in: git, by: author)
        try move(from: tip, to: id, words, author)
        return try revision(id)
    }

    /// The decisions that rulings make on a revision, without those that are in force already.
    private func decisions(
        _ rulings: [Ruling], _ reason: String, _ author: Author, on base: Snapshot
    ) throws(RepositoryError) -> [Decision] {
        let vocabulary = try base.vocabulary()
        var known: [String: [Decision]] = [:]
        var made: [Decision] = []
        for ruling in rulings {
            let path = Layout.decisions(on: ruling.matter)
            let former: [Decision]
            if let read = known[path] { former = read } else { former = try base.decisions(at: path) }
            let latest = former.latest.filter { $0.ruling.isOnSameMatter(as: ruling, vocabulary) }
            known[path] = former
            if latest.map(\.ruling).areInForce(as: ruling) { continue }
            let decision = Decision(
                ruling, author: author.line, seconds: author.seconds, reason: reason, replacing: latest.map(\.id))
            known[path] = former + [decision]
            made.append(decision)
        }
        return made
    }
}

extension Ruling {
    /// Whether it covers all that another does.
    fileprivate func coversSame(as other: Ruling) -> Bool {
        guard case .contradiction(let own) = matter, case .contradiction(let wanted) = other.matter else { return true }
        return own.covers(wanted.assertions)
    }
}

extension [Ruling] {
    /// Whether all of them, in nobody's place, say already what another rules on the same matter.
    fileprivate func areInForce(as ruling: Ruling) -> Bool {
        if isEmpty { return ruling.verdict == .reopen }
        return allSatisfy {
            $0.verdict == ruling.verdict && $0.amended == ruling.amended && $0.coversSame(as: ruling)
        }
    }

    /// What was ruled, counted: the message of a revision for which the person has no words.
    fileprivate var words: String {
        let counts = Verdict.allCases.compactMap { verdict -> String? in
            let count = count { $0.verdict == verdict }
            return count == 0 ? nil : "\(verdict.rawValue) \(count)"
        }
        return "Decide: " + counts.joined(separator: ", ")
    }
}

extension Author {
    /// Name and address, as git writes them.
    package var line: String { "\(name) <\(email)>" }
}
