package import Facts
package import Git

/// A story as one revision has it; everything is read when asked for.
package struct Snapshot: Sendable {
    /// The revision's commit.
    package let id: ObjectID
    /// The revision's tree: equal for equal content, however it came to be recorded.
    package let tree: ObjectID
    let repository: GitRepository
    let vocabularies: VocabularyCache

    /// The bytes of a file of the layout, or `nil` when the revision has no such file.
    func file(_ path: String) throws(RepositoryError) -> [UInt8]? {
        try RepositoryError.wrapping(path) { () throws(GitError) in
            guard let blob = try TreeWalk(repository).blob(at: path, in: tree) else { return nil }
            return try repository.blob(blob)
        }
    }

    // MARK: vocabulary

    /// The text of the vocabulary, as the person wrote it.
    package func vocabularyText() throws(RepositoryError) -> String {
        String(decoding: try file(Layout.vocabulary) ?? [], as: UTF8.self)
    }

    /// The vocabulary.
    package func vocabulary() throws(RepositoryError) -> Vocabulary {
        let file = try RepositoryError.wrapping(Layout.vocabulary) { () throws(GitError) in
            try TreeWalk(repository).blob(at: Layout.vocabulary, in: tree)
        }
        guard let file else { throw RepositoryError(.damaged("it is missing"), Layout.vocabulary) }
        return try vocabularies.vocabulary(file) { () throws(RepositoryError) in
            try StoredVocabulary(text: vocabularyText()).vocabulary
        }
    }

    // MARK: facts

    /// All facts, sorted by id.
    package func facts() throws(RepositoryError) -> [Fact] { try trie.facts(under: root()) }

    /// The facts whose ids start with some letters, sorted by id.
    package func facts(startingWith prefix: String) throws(RepositoryError) -> [Fact] {
        try trie.facts(under: root(), startingWith: prefix)
    }

    /// The facts with these ids, sorted by id; those that are not there are left out.
    package func facts(with ids: Set<FactID>) throws(RepositoryError) -> [Fact] {
        try trie.facts(under: root(), with: ids.sorted()[...])
    }

    /// The fact with an id, or the only one whose id starts with some letters; `nil` when there is none.
    package func fact(_ prefix: String) throws(RepositoryError) -> Fact? {
        let found = FactID.isPrefix(prefix) ? try facts(startingWith: prefix) : []
        guard found.count <= 1 else { throw RepositoryError(.ambiguousFact(found.map(\.id)), prefix) }
        return found.first
    }

    /// All facts about an entity.
    package func facts(about entity: EntityKey) throws(RepositoryError) -> [Fact] {
        let prefix = FactID.prefix(ofSubject: Value.identity(of: entity))
        return try facts(startingWith: prefix).filter { fact in
            fact.claims.contains { $0.subject.entity == entity }
        }
    }

    var trie: FactTrie { FactTrie(repository: repository) }

    func root() throws(RepositoryError) -> FactTrie.Node {
        FactTrie.root(
            in: try RepositoryError.wrapping("revision \(id)") { () throws(GitError) in try repository.tree(tree) })
    }

    // MARK: reports

    /// What is known of a report, or `nil` when the revision has no such report.
    package func record(of report: ReportName) throws(RepositoryError) -> ReportRecord? {
        let path = Layout.record(of: report)
        return try file(path).map { (bytes) throws(RepositoryError) in try Self.record(bytes, path) }
    }

    /// The bytes of a report, or `nil` when it has none.
    package func text(of report: ReportName) throws(RepositoryError) -> [UInt8]? { try file(Layout.text(of: report)) }

    /// A report with its bytes.
    package func report(_ name: ReportName) throws(RepositoryError) -> Report {
        guard let record = try record(of: name) else {
            throw RepositoryError(.unknownReport(nearest: nearest(to: name, in: try reportNames())), name.description)
        }
        return Report(record: record, text: try text(of: name) ?? [])
    }

    /// All report names, sorted.
    package func reportNames() throws(RepositoryError) -> [ReportName] {
        try RepositoryError.wrapping(Layout.reports) { () throws(GitError) in
            guard let folder = try repository.tree(tree)[Layout.reports] else { return [] }
            var names: [ReportName] = []
            for bin in try repository.tree(folder.id).entries {
                names += try repository.tree(bin.id).entries.compactMap { ReportName($0.name) }
            }
            return names.sorted()
        }
    }

    /// The claims of a report, sorted by fact and id.
    package func claims(of report: ReportName) throws(RepositoryError) -> [Claim] {
        let lines = String(decoding: try file(Layout.factList(of: report)) ?? [], as: UTF8.self).split(separator: "\n")
        return try facts(with: Set(lines.compactMap { FactID($0) })).flatMap(\.claims).filter { $0.report == report }
    }

    static func record(_ bytes: [UInt8], _ path: String) throws(RepositoryError) -> ReportRecord {
        guard let json = try? JSONParser.parse(bytes), let record = ReportRecord(json: json) else {
            throw RepositoryError(.damaged("it is not a report record"), path)
        }
        return record
    }

    private func nearest(to name: ReportName, in names: [ReportName]) -> [ReportName] {
        let ranked = names.map { ($0, EditDistance.between($0.description, name.description)) }
        return ranked.filter { $0.1 <= max(3, name.description.count / 3) }.sorted { $0.1 < $1.1 }.prefix(3).map(\.0)
    }
}

extension FactRepository {
    /// The story as a revision has it.
    package func snapshot(_ revision: ObjectID) throws(RepositoryError) -> Snapshot {
        let commit = try RepositoryError.wrapping("revision \(revision)") { () throws(GitError) in
            try git.commit(revision)
        }
        return Snapshot(id: revision, tree: commit.tree, repository: git, vocabularies: vocabularies)
    }
}
