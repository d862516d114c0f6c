import Facts
import Git

/// Checks one revision by itself: what it has that its first parent has not, and whether its digest chains to those of its parents.
///
/// Several are checked at the same time, so that nothing here depends on what was found in others; ``Verifier`` puts it together.
struct RevisionCheck: Sendable {
    let entry: HistoryEntry
    /// What is known of each parent; `nil` of one that cannot be read.
    let parents: [HistoryEntry?]

    /// An object that was read, and where it stands; the empty path is a commit or its root folder.
    struct Visit: Sendable {
        let object: ObjectID
        let path: String
        /// How many bytes it has, or why it cannot be read.
        let bytes: Result<Int, GitError>
    }

    /// What was found.
    struct Findings: Sendable {
        let place: String
        /// Every object that the first parent does not have where this has it, in the order of the folders; an earlier revision may.
        fileprivate(set) var visits: [Visit] = []
        /// What is wrong with the revision as a whole.
        fileprivate(set) var problem: String?
        fileprivate(set) var files = FileFindings()
    }

    /// The revision, in words.
    var place: String { String(entry.id.hex.prefix(8)) }

    /// Checks it, but for lines that are known to be sound.
    ///
    /// - Parameter folders: keeps folders that were read.
    func run(in repository: FactRepository, _ known: SoundLines, _ folders: FolderMemory) -> Findings {
        var findings = Findings(place: place)
        var blobs = VisitedBlobs()
        let previous = parents.first.flatMap(\.self)
        var visitor = ObjectVisitor(repository.git)
        visitor.visit(entry.id, "")
        visitor.visit(folder: entry.commit.tree, "", knowing: previous?.commit.tree)
        (findings.visits, blobs) = (visitor.visits, visitor.blobs)
        let rows: [BlobChange]
        do {
            rows = try TreeWalk(repository.git).changes(between: previous?.commit.tree, and: entry.commit.tree)
        } catch {
            findings.problem = error.description
            return findings
        }
        // Where a revision before cannot be read, there is nothing to chain to.
        if !parents.contains(nil) { findings.problem = digestProblem(rows, blobs, repository.git) }
        let (old, new) = (previous.map { snapshot($0, repository, folders) }, snapshot(entry, repository, folders))
        var files = FileCheck(new, old, rows, place, blobs, known)
        files.run()
        findings.files = files.result
        return findings
    }

    private func snapshot(_ entry: HistoryEntry, _ repository: FactRepository, _ folders: FolderMemory) -> Snapshot {
        Snapshot(entry.id, entry.commit, repository, keepingFoldersIn: folders)
    }

    private func digestProblem(_ rows: [BlobChange], _ blobs: VisitedBlobs, _ git: GitRepository) -> String? {
        guard let digest = RevisionMessage.digest(of: entry.commit.message) else {
            return "its message has no content digest: another program made it"
        }
        var digests: [(path: String, digest: Digest?)] = []
        for row in rows {
            guard let after = row.after else {
                digests.append((row.path, nil))
                continue
            }
            // A file that cannot be read was named when it was visited.
            guard let bytes = try? blobs.bytes(of: after) ?? git.blob(after) else { return nil }
            digests.append((row.path, .sha256(bytes)))
        }
        let former = parents.map { $0.flatMap { RevisionMessage.digest(of: $0.commit.message) } }
        let isRight = digest == .chained(digests, after: former)
        return isRight ? nil : "the content digest in its message is not that of its content"
    }
}
