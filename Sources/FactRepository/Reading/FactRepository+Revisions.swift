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
        let base = name.prefix { $0 != "~" && $0 != "^" }
        let steps = Self.steps(name.dropFirst(base.count))
        guard var id = try commit(named: steps == nil ? name : String(base)) else { return nil }
        // Followed here, for libgit2 does not check what it reads on the way.
        for _ in 0..<(steps ?? 0) {
            let commit = try RepositoryError.wrapping("revision \(id)") { () throws(GitError) in try git.commit(id) }
            guard let parent = commit.parents.first else { return nil }
            id = parent
        }
        return id
    }

    private func commit(named name: String) throws(RepositoryError) -> ObjectID? {
        do {
            return try git.resolve(name)
        } catch {
            switch error.code {
            case .notFound, .invalid:
                try checkIndexes(lookingFor: name)
                return nil
            case .ambiguous: throw RepositoryError(.ambiguousRevision, name)
            default: throw RepositoryError(.git(error), name)
            }
        }
    }

    /// How many first parents `~2`, `^`, `~~` and their like go back; `nil` for what git alone understands.
    private static func steps(_ suffix: Substring) -> Int? {
        var (rest, steps) = (suffix, 0)
        while let sign = rest.popFirst() {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            rest = rest.dropFirst(digits.count)
            guard sign == "~" || sign == "^", let number = digits.isEmpty ? 1 : Int(digits), number < 1 << 32,
                sign == "~" || digits.isEmpty
            else { return nil }
            steps += number
        }
        return steps
    }

    /// Tells a name that no revision has from one that a damaged index hides.
    private func checkIndexes(lookingFor name: String) throws(RepositoryError) {
        let check = try RepositoryError.wrapping(name) { () throws(GitError) in try PackCheck(git, readsPacks: false) }
        guard let finding = check.findings.first(where: { $0.fault != .indexMissing }) else { return }
        throw RepositoryError(.damaged("no revision \(name) is found, and this may be why"), finding.path)
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
            parts.allSatisfy({ $0.utf8.allSatisfy(\.isASCIIDigit) })
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
