import Facts
package import Git

/// Checks a whole repository, revision by revision from the first: that objects are what their names say, content digests chain,
/// and the files of each revision are right (``FileCheck``).
///
/// Each object is checked once, in the first revision that has it.
struct Verifier {
    private let repository: FactRepository
    private(set) var result: VerificationResult
    private var seen: Set<ObjectID> = []
    private var checked: [ObjectID: HistoryEntry] = [:]
    /// Whether some revisions count as checked that were not: what is as in the revision before need not be visited.
    private var isTrusting = false
    /// The objects that could not be read, and where the first revision with each has it.
    private(set) var damaged: [(object: ObjectID, path: String, problem: Int)] = []

    init(_ repository: FactRepository, _ result: VerificationResult = VerificationResult()) {
        self.repository = repository
        self.result = result
    }

    private var git: GitRepository { repository.git }

    /// The revisions that were checked, by commit.
    var revisions: [HistoryEntry] { Array(checked.values) }

    /// Checks every revision from `tip` back that was not checked yet, those that were merged before what they were merged into.
    mutating func run(from tip: ObjectID) {
        for entry in history(from: tip).reversed() {
            for merged in entry.commit.parents.dropFirst() { run(from: merged) }
            check(entry, after: entry.commit.parents.map { checked[$0] })
            checked[entry.id] = entry
        }
    }

    /// Takes a revision, and all that it descends from, for checked: what they have is not read again.
    mutating func trust(_ tip: ObjectID) throws(GitError) {
        isTrusting = true
        for entry in try git.ancestry(of: tip) { checked[entry.id] = entry }
    }

    /// The revisions from `tip` back, as far as they can be read and were not checked yet.
    private mutating func history(from tip: ObjectID) -> [HistoryEntry] {
        var history = git.history(from: tip)
        var entries: [HistoryEntry] = []
        do {
            while let entry = try history.next(), checked[entry.id] == nil { entries.append(entry) }
        } catch {
            let id = entries.last?.commit.parents.first ?? tip
            let younger = entries.last.map { "\($0.id.hex.prefix(8)) and those after it have no past that can be read" }
            result.problems.append(
                .init(
                    place: "revision \(id.hex.prefix(8))", what: error.description,
                    affected: ["this revision and all before it"] + [younger].compactMap(\.self)))
        }
        return entries
    }

    /// - Parameter parents: what is known of each; `nil` of one that cannot be read.
    private mutating func check(_ entry: HistoryEntry, after parents: [HistoryEntry?]) {
        let previous = parents.first.flatMap(\.self)
        let place = String(entry.id.hex.prefix(8))
        result.revisions += 1
        visit(entry.id, "", place)
        visit(tree: entry.commit.tree, "", place, knowing: isTrusting ? previous?.commit.tree : nil)
        let rows: [BlobChange]
        do {
            rows = try TreeWalk(git).changes(between: previous?.commit.tree, and: entry.commit.tree)
        } catch {
            return result.report(place, error.description)
        }
        // Where a revision before cannot be read, there is nothing to chain to.
        if !parents.contains(nil) { checkDigest(entry, parents, rows, place) }
        let (old, new) = (previous.map(snapshot), snapshot(entry))
        var files = FileCheck(new, old, rows, place, result)
        files.run()
        result = files.result
    }

    private func snapshot(_ entry: HistoryEntry) -> Snapshot { Snapshot(entry.id, entry.commit, repository) }

    // MARK: objects

    private mutating func visit(_ id: ObjectID, _ path: String, _ place: String) {
        guard seen.insert(id).inserted else { return }
        result.objects += 1
        do {
            result.bytes += try git.read(id).bytes.count
        } catch {
            damaged.append((id, path, result.problems.count))
            result.report(path.isEmpty ? place : "\(place) \(path)", error.description)
        }
    }

    /// Visits a folder and all that is in it.
    ///
    /// - Parameter former: the folder of which everything is known to be sound; `nil` for none.
    private mutating func visit(tree id: ObjectID, _ path: String, _ place: String, knowing former: ObjectID?) {
        guard id != former, !seen.contains(id) else { return }
        visit(id, path, place)
        guard let tree = try? git.tree(id) else { return }
        let known = former.flatMap { try? git.tree($0) }
        for entry in tree.entries {
            let below = path.isEmpty ? entry.name : "\(path)/\(entry.name)"
            let old = known?[entry.name]
            if entry.mode == .folder {
                visit(tree: entry.id, below, place, knowing: old?.mode == .folder ? old?.id : nil)
            } else if entry.id != old?.id {
                visit(entry.id, below, place)
            }
        }
    }

    // MARK: digests

    private mutating func checkDigest(
        _ entry: HistoryEntry, _ parents: [HistoryEntry?], _ rows: [BlobChange], _ place: String
    ) {
        guard let digest = RevisionMessage.digest(of: entry.commit.message) else {
            result.report(place, "its message has no content digest: another program made it")
            return
        }
        var digests: [(path: String, digest: Digest?)] = []
        for row in rows {
            guard let after = row.after else {
                digests.append((row.path, nil))
                continue
            }
            // A file that cannot be read was named when it was visited.
            guard let bytes = try? git.blob(after) else { return }
            digests.append((row.path, .sha256(bytes)))
        }
        let former = parents.map { $0.flatMap { RevisionMessage.digest(of: $0.commit.message) } }
        if digest != .chained(digests, after: former) {
            result.report(place, "the content digest in its message is not that of its content")
        }
    }
}

extension FactRepository {
    /// Checks every revision up to `tip`; reads everything.
    package func verify(from tip: ObjectID) -> VerificationResult {
        var verifier = Verifier(self)
        verifier.run(from: tip)
        return verifier.result
    }
}
