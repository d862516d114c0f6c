import Facts
import Git

/// One revision to be: the files that differ from the revision before.
struct RevisionPlan {
    /// What becomes of a report.
    enum ReportEdit {
        case withdraw
        /// The files of the report as they are to be; what is `nil` stays as it is.
        case write(record: ReportRecord?, text: [UInt8]?, factList: Set<FactID>, withheld: [Claim])

        /// Whether the report goes.
        var isWithdrawal: Bool {
            if case .withdraw = self { true } else { false }
        }
    }

    let kind: Revision.Kind
    var message: String
    var vocabulary: String?
    /// Decisions that come in.
    var decisions: [Decision] = []
    /// The revision that is merged into the one before; `nil` when none is.
    var merged: Snapshot?
    var reportEdits: [ReportName: ReportEdit] = [:]
    var extractors: Set<ExtractorFingerprint> = []
    var counts = Revision.Counts()

    private let edits: EditSpool

    init(kind: Revision.Kind, message: String, edits: EditSpool) {
        self.kind = kind
        self.message = message
        self.edits = edits
    }

    /// Writes the revision and returns its commit; no reference is moved.
    func write(on base: Snapshot, in repository: GitRepository, by author: Author) throws(RepositoryError) -> ObjectID {
        var writer = try RevisionWriter(repository)
        var editor = FactTrieEditor(FactTrie(repository: repository, folders: base.trieFolders))
        let root = try editor.apply(edits, to: base.root(), &writer)
        let tree = try writeTree(base, root, repository, &writer)
        let counts = counts(editor.tally)
        let names = extractors.sorted { $0.description < $1.description }
        let parents = [base, merged].compactMap(\.self)
        return try writer.finish(tree: tree, on: parents, signature: author.signature) { digest in
            RevisionMessage(text: message, kind: kind, extractors: names, counts: counts, digest: digest).description
        }
    }

    private func counts(_ tally: FactTally) -> Revision.Counts {
        var counts = counts
        counts.factsAdded = tally.added
        counts.factsChanged = tally.changed
        counts.factsRemoved = tally.removed
        counts.claims = tally.claims
        return counts
    }

    private func writeTree(
        _ base: Snapshot, _ facts: FactTrie.Node?, _ repository: GitRepository, _ writer: inout RevisionWriter
    ) throws(RepositoryError) -> ObjectID {
        let old = try RepositoryError.wrapping("revision \(base.id)") { () throws(GitError) in
            try repository.tree(base.tree)
        }
        var entries = old.entries.filter { ![Layout.facts, Layout.facts + ".jsonl", Layout.reports].contains($0.name) }
        var part = RevisionPart(repository)
        if let vocabulary {
            entries.removeAll { $0.name == Layout.vocabulary }
            let id = try part.write(
                Array(vocabulary.utf8), at: Layout.vocabulary, replacing: old[Layout.vocabulary]?.id)
            entries.append(TreeEntry(name: Layout.vocabulary, id: id))
        }
        if let facts { entries.append(facts.rootEntry) }
        let reports = ReportTreeEditor(repository, old[Layout.reports]?.id)
        if let id = try reports.apply(reportEdits, &writer) {
            entries.append(TreeEntry(name: Layout.reports, id: id, mode: .folder))
        }
        if let folder = try writeDecisions(base, old[Layout.decisions]?.id, &part) {
            entries.removeAll { $0.name == Layout.decisions }
            entries.append(TreeEntry(name: Layout.decisions, id: folder, mode: .folder))
        }
        let tree = try part.write(entries, at: "")
        try writer.append(part.takeContent())
        return tree
    }

    /// The folder of decisions with those that come in; `nil` when none does.
    private func writeDecisions(
        _ base: Snapshot, _ folder: ObjectID?, _ part: inout RevisionPart
    ) throws(RepositoryError) -> ObjectID? {
        guard !decisions.isEmpty else { return nil }
        let former = try folder.map { (folder) throws(RepositoryError) in
            try RepositoryError.wrapping(Layout.decisions) { () throws(GitError) in try base.repository.tree(folder) }
        }
        var files = former?.entries ?? []
        let byPath = Dictionary(grouping: decisions) { Layout.decisions(on: $0.ruling.matter) }
        for (path, decisions) in byPath.sorted(by: { $0.key < $1.key }) {
            let name = String(path.dropFirst(Layout.decisions.count + 1))
            let bytes = DecisionFile.bytes(of: try base.decisions(at: path) + decisions)
            let id = try part.write(bytes, at: path, replacing: former?[name]?.id)
            files.removeAll { $0.name == name }
            files.append(TreeEntry(name: name, id: id))
        }
        return try part.write(files, at: Layout.decisions)
    }
}
