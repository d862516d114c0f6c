import Facts
import Git

/// Tells what cannot be relied on when an object is damaged.
struct AffectedRevisions {
    private let revisions: [HistoryEntry]
    private let git: GitRepository

    /// Of a repository with these revisions, in any order.
    init(_ revisions: [HistoryEntry], _ repository: FactRepository) {
        self.revisions = revisions.sorted {
            ($0.commit.committer.seconds, $0.id) < ($1.commit.committer.seconds, $1.id)
        }
        git = repository.git
    }

    /// What an object at a path holds, and which revisions have it; the empty path is a commit or its root folder.
    func words(of object: ObjectID, at path: String) -> [String] {
        let holders = revisions.filter { has($0, object, path) }
        let names = holders.map { String($0.id.hex.prefix(8)) }
        let shown = names.prefix(4).joined(separator: ", ") + (names.count > 4 ? ", …" : "")
        let count = names.count == 1 ? "revision" : "\(names.count) revisions:"
        return [Self.content(at: path)] + (names.isEmpty ? [] : ["\(count) \(shown)"])
    }

    private func has(_ entry: HistoryEntry, _ object: ObjectID, _ path: String) -> Bool {
        guard !path.isEmpty else { return entry.id == object || entry.commit.tree == object }
        return (try? TreeWalk(git).entry(at: path, in: entry.commit.tree))??.id == object
    }

    /// What stands at a path, in words.
    private static func content(at path: String) -> String {
        switch StoredFile(path: path) {
        case .bucket(let place): return place.region.words
        case .text(let name): return "the text of report \(name), and every quotation from it"
        case .record(let name): return "what is known of report \(name)"
        case .factList(let name): return "which facts report \(name) is about"
        case .withheld(let name): return "which claims of report \(name) a decision withholds"
        case .decisions: return "decisions, and the claims that were ruled on"
        case .vocabulary: return "the vocabulary, by which every claim is read"
        case .format: return "the version of the layout"
        case nil: break
        }
        if let folder = BucketPlace.folder(ofPath: path) { return folder.words }
        if path.hasPrefix(Layout.reports) { return "the reports below \(path)" }
        return path.isEmpty ? "everything in it" : path
    }
}

extension FactRegion {
    /// The facts in it, in words.
    fileprivate var words: String {
        if self == .all { return "all facts" }
        var name: [UInt8] = []
        appendName(in: 0, to: &name)
        let ends = String(decoding: name, as: UTF8.self).split(separator: "-")
        return "the facts whose ids start with \(ends.joined(separator: " to "))"
    }
}
