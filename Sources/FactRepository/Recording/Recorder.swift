import Facts
import Git

/// Turns a ``Recording`` into revisions: none when nothing differs, several when a change has more than one cause.
///
/// 1. A changed vocabulary makes a revision of its own: the same claims, understood otherwise.
/// 2. When an extractor's fingerprint changes, a *bridge* revision holds what the new extractor reads in the old texts.
/// 3. What is left is the doing of the reports.
///
/// The branch moves once, to the last of them.
struct Recorder {
    private let repository: FactRepository
    private let author: Author

    init(_ repository: FactRepository, _ author: Author) {
        self.repository = repository
        self.author = author
    }

    /// Records the first revision, which has a vocabulary and nothing else.
    func begin(vocabulary: String) throws(RepositoryError) {
        var writer = try RevisionWriter(repository.git)
        var part = RevisionPart(repository.git)
        let files = [(Layout.format, Layout.formatBytes), (Layout.vocabulary, Array(vocabulary.utf8))]
        let entries = try files.map { (name, bytes) throws(RepositoryError) in
            TreeEntry(name: name, id: try part.write(bytes, at: name, replacing: nil))
        }
        let tree = try part.write(entries, at: "")
        try writer.append(part.takeContent())
        let id = try writer.finish(tree: tree, on: [], signature: author.signature) { digest in
            RevisionMessage(text: "Begin", kind: .begin, extractors: [], counts: .init(), digest: digest).description
        }
        try move(from: nil, to: id, "begin")
    }

    /// Records and returns the new revisions, oldest first.
    func record(_ recording: Recording) throws(RepositoryError) -> [Revision] {
        guard let tip = try repository.tip() else { throw RepositoryError(.unknownRevision, "HEAD") }
        var base = try repository.snapshot(tip)
        var revisions: [Revision] = []
        var known = repository.takeRecordedReports()
        if let text = recording.vocabulary, text != (try base.vocabularyText()) {
            let message = recording.message(after: "Change the vocabulary")
            let step = try VocabularyStep(text: text, message: message, on: base)
            revisions.append(try commit(step.plan, on: &base))
        }
        known = known.standing(in: base.tree)
        var planner = try RecordingPlanner(recording, on: base, known)
        if let plan = try planner.bridge() {
            revisions.append(try commit(plan, on: &base))
            known = known.standing(in: base.tree)
            planner = try RecordingPlanner(recording, on: base, known)
        }
        let (plan, news) = try (consume planner).plan()
        if let plan { revisions.append(try commit(plan, on: &base)) }
        known.follow(news, to: base.tree)
        repository.keep(known)
        if let last = revisions.last { try move(from: tip, to: base.id, last.message) }
        return revisions
    }

    private func commit(_ plan: RevisionPlan, on base: inout Snapshot) throws(RepositoryError) -> Revision {
        let id = try plan.write(on: base, in: repository.git, by: author)
        base = try repository.snapshot(id)
        return try repository.revision(id)
    }

    private func move(from before: ObjectID?, to after: ObjectID, _ message: String) throws(RepositoryError) {
        try repository.move(from: before, to: after, message, author)
    }
}
