package import Facts
package import Git

extension FactRepository {
    /// The revision that a person names: as git spells it (`HEAD~2`, a short id, a tag, a branch), or a date.
    ///
    /// A date (`2020-02-25`, `@{2020-02-25}`) is the newest revision recorded by the end of that day, UTC; a shorter one
    /// (`2020-02`, `2020`) by the end of that month or year. A tag of that form is written `tags/2020-02-25`, and four digits are
    /// never an abbreviated id.
    package func resolve(_ name: String) throws(RepositoryError) -> ObjectID {
        guard let found = try find(name) else { throw RepositoryError(.unknownRevision, name) }
        return found
    }

    /// The same; `nil` when no revision has that name.
    package func find(_ name: String) throws(RepositoryError) -> ObjectID? {
        if let second = Self.lastSecond(of: name) { return try newest(by: second, name) }
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

    /// The last second of a written day, month or year, UTC, or `nil` when the text is none.
    private static func lastSecond(of name: String) -> Int? {
        let date = name.hasPrefix("@{") && name.hasSuffix("}") ? name.dropFirst(2).dropLast() : name[...]
        let parts = date.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts.map(\.utf8.count) == Array([4, 2, 2].prefix(parts.count)),
            parts.joined().allSatisfy({ $0.isASCII && $0.isNumber })
        else { return nil }
        return Time(edtf: String(date))?.end.latest.map { $0 - 1 }
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
