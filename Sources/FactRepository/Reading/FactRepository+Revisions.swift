package import Facts
package import Git

extension FactRepository {
    /// The revision that a person names: as git spells it (`HEAD~2`, a short id, a tag, a branch), or a date.
    ///
    /// A date (`2020-02-25`, `@{2020-02-25}`) is the newest revision recorded by the end of that day, UTC; a shorter one
    /// (`2020-02`, `2020`) by the end of that month or year.
    package func resolve(_ name: String) throws(RepositoryError) -> ObjectID {
        guard let found = try find(name) else { throw RepositoryError(.unknownRevision, name) }
        return found
    }

    /// The same; `nil` when no revision has that name.
    package func find(_ name: String) throws(RepositoryError) -> ObjectID? {
        if let date = Self.date(name) { return try newest(by: date, name) }
        do {
            return try git.resolve(name)
        } catch {
            switch error.code {
            case .notFound, .invalid: return nil
            case .ambiguous: throw RepositoryError(.ambiguousRevision, name)
            default: throw RepositoryError(.git(error), name)
            }
        }
    }

    /// The revision of a commit.
    package func revision(_ id: ObjectID) throws(RepositoryError) -> Revision {
        Revision(id, try RepositoryError.wrapping("revision \(id)") { () throws(GitError) in try git.commit(id) })
    }

    /// The revisions from `start` back to the first, newest first.
    package func log(from start: ObjectID, limit: Int = .max) throws(RepositoryError) -> [Revision] {
        try RepositoryError.wrapping("log") { () throws(GitError) in
            try git.history(from: start, limit: limit).map { Revision($0.id, $0.commit) }
        }
    }

    /// The last second that a written date covers, or `nil` when the text is not a date.
    private static func date(_ name: String) -> Int? {
        let inner = name.hasPrefix("@{") && name.hasSuffix("}") ? String(name.dropFirst(2).dropLast()) : name
        guard inner.count >= 4, inner.contains("-") || name != inner, let time = Time(edtf: inner), !inner.contains("/")
        else { return nil }
        return time.end.latest.map { $0 - 1 }
    }

    private func newest(by second: Int, _ name: String) throws(RepositoryError) -> ObjectID? {
        guard let tip = try tip() else { return nil }
        return try RepositoryError.wrapping(name) { () throws(GitError) -> ObjectID? in
            var history = git.history(from: tip)
            while let entry = try history.next() {
                if entry.commit.committer.seconds <= second { return entry.id }
            }
            return nil
        }
    }
}
