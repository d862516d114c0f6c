package import Facts
package import Git

/// A story as one revision has it; everything is read when asked for.
package struct Snapshot: Sendable {
    /// The revision's commit.
    package let id: ObjectID
    /// The revision's tree: equal for equal content, however it came to be recorded.
    package let tree: ObjectID
    /// The day on which it was recorded, UTC.
    package let recorded: Day
    let repository: GitRepository
    let vocabularies: VocabularyCache
    /// What the next revision need not read again.
    let trieFolders: TrieFolders
    /// The folders on the way to files that were asked for.
    private let folders: FolderMemory

    /// - Parameter folders: keeps the folders on the way to files; one that several revisions share spares those that they have in
    ///   common.
    init(
        _ id: ObjectID, _ commit: Commit, _ repository: FactRepository,
        keepingFoldersIn folders: FolderMemory = FolderMemory()
    ) {
        self.id = id
        self.folders = folders
        tree = commit.tree
        recorded = Day(number: commit.committer.seconds / 86400)
        self.repository = repository.git
        vocabularies = repository.vocabularies
        trieFolders = repository.trieFolders
    }

    /// The bytes of a file of the layout, or `nil` when the revision has no such file.
    func file(_ path: String) throws(RepositoryError) -> [UInt8]? {
        guard let blob = try blob(at: path) else { return nil }
        return try RepositoryError.wrapping(path) { () throws(GitError) in try repository.blob(blob) }
    }

    /// The id of a file of the layout, or `nil` when the revision has no such file.
    func blob(at path: String) throws(RepositoryError) -> ObjectID? {
        try entry(at: path).flatMap { $0.mode == .folder ? nil : $0.id }
    }

    /// What stands at a path, or `nil` when there is nothing.
    func entry(at path: String) throws(RepositoryError) -> TreeEntry? {
        try RepositoryError.wrapping(path) { () throws(GitError) in
            try TreeWalk(repository, keepingFoldersIn: folders).entry(at: path, in: tree)
        }
    }

    /// The content digest in the revision's message, or `nil` when another program wrote it.
    func contentDigest() throws(RepositoryError) -> Digest? {
        let commit = try RepositoryError.wrapping("revision \(id)") { () throws(GitError) in try repository.commit(id) }
        return RevisionMessage.digest(of: commit.message)
    }

    // MARK: vocabulary

    /// The text of the vocabulary, as the person wrote it.
    package func vocabularyText() throws(RepositoryError) -> String {
        guard let bytes = try file(Layout.vocabulary) else {
            throw RepositoryError(.damaged("it is missing"), Layout.vocabulary)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The vocabulary, with what people ruled about names.
    package func vocabulary() throws(RepositoryError) -> Vocabulary {
        guard let rulings = try blob(at: Layout.entityDecisions) else { return try recordedVocabulary() }
        return try vocabularies.vocabulary(following: rulings, from: recordedVocabularyFile()) {
            () throws(RepositoryError) in
            try recordedVocabulary().following(EntityRulings(decisionsOnEntities()))
        }
    }

    /// The vocabulary as its text has it.
    func recordedVocabulary() throws(RepositoryError) -> Vocabulary {
        try vocabularies.vocabulary(recordedVocabularyFile(), in: repository)
    }

    private func recordedVocabularyFile() throws(RepositoryError) -> ObjectID {
        let file = try RepositoryError.wrapping(Layout.vocabulary) { () throws(GitError) in
            try TreeWalk(repository).blob(at: Layout.vocabulary, in: tree)
        }
        guard let file else { throw RepositoryError(.damaged("it is missing"), Layout.vocabulary) }
        return file
    }

    // MARK: facts

    /// All facts, sorted by id.
    package func facts() throws(RepositoryError) -> [Fact] { try trie.facts(under: root()) }

    /// The facts whose ids start with some letters, sorted by id.
    package func facts(startingWith prefix: String) throws(RepositoryError) -> [Fact] {
        guard let region = FactRegion(letters: prefix) else { return [] }
        return try trie.facts(under: root(), in: region)
    }

    /// The fact with an id, or the only one whose id starts with some letters; `nil` when there is none.
    package func fact(_ prefix: String) throws(RepositoryError) -> Fact? {
        let found = FactID.isPrefix(prefix) ? try facts(startingWith: prefix) : []
        guard found.count <= 1 else { throw RepositoryError(.ambiguousFact(found.map(\.id)), prefix) }
        return found.first
    }

    /// The shortest start of a fact's id, of `length` letters or more, that no other fact of the revision has.
    package func shortID(of fact: FactID, atLeast length: Int) throws(RepositoryError) -> String {
        let near = try facts(startingWith: String(fact.letters.prefix(length)))
        return fact.start(telling: near.map(\.id), atLeast: length)
    }

    /// All facts about an entity.
    package func facts(about entity: EntityKey) throws(RepositoryError) -> [Fact] {
        let prefix = FactID.prefix(ofSubject: Value.identity(of: entity))
        return try facts(startingWith: prefix).filter { fact in
            fact.claims.contains { $0.subject.entity == entity }
        }
    }

    var trie: FactTrie { FactTrie(repository: repository) }

    func root() throws(RepositoryError) -> FactTrie.Node? { try trie.root(in: tree, of: id) }

    // MARK: reports

    /// What is known of a report, or `nil` when the revision has no such report.
    package func record(of report: ReportName) throws(RepositoryError) -> ReportRecord? {
        let path = Layout.record(of: report)
        guard let bytes = try file(path) else { return nil }
        guard let json = try? JSONParser.parse(bytes), let record = ReportRecord(json: json) else {
            throw RepositoryError(.damaged("it is not a report record"), path)
        }
        guard record.name == report else {
            throw RepositoryError(.damaged("it is the record of another report, \(record.name)"), path)
        }
        return record
    }

    /// The bytes of a report, or `nil` when it has none.
    package func text(of report: ReportName) throws(RepositoryError) -> [UInt8]? { try file(Layout.text(of: report)) }

    /// A report with its bytes, which are checked against the digest in its record.
    package func report(_ name: ReportName) throws(RepositoryError) -> Report {
        guard let record = try record(of: name) else { throw try unknownReport(name) }
        let text = try text(of: name) ?? []
        guard record.digest == .sha256(text) else {
            throw RepositoryError(.damaged("it is not the text that was recorded"), Layout.text(of: name))
        }
        return Report(record: record, text: text)
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

    /// The error for a report that is not there, with the names that are nearest.
    func unknownReport(_ name: ReportName) throws(RepositoryError) -> RepositoryError {
        let ranked = try reportNames().map { ($0, EditDistance.between($0.description, name.description)) }
        let near = ranked.filter { $0.1 <= max(3, name.description.count / 3) }.sorted { $0.1 < $1.1 }
        return RepositoryError(.unknownReport(nearest: near.prefix(3).map(\.0)), name.description)
    }
}

extension FactRepository {
    /// The story as a revision has it.
    package func snapshot(_ revision: ObjectID) throws(RepositoryError) -> Snapshot {
        let commit = try RepositoryError.wrapping("revision \(revision)") { () throws(GitError) in
            try git.commit(revision)
        }
        return Snapshot(revision, commit, self)
    }
}
