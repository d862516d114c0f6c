import Facts
import Git

/// Applies edits to the `reports` folder; only folders on the way to a changed report are read and written.
struct ReportTreeEditor {
    private let repository: GitRepository
    private let root: ObjectID?

    init(_ repository: GitRepository, _ root: ObjectID?) {
        self.repository = repository
        self.root = root
    }

    /// The folder that `reports` becomes, or `nil` when no report is left.
    func apply(
        _ edits: [ReportName: RevisionPlan.ReportEdit], _ writer: inout RevisionWriter
    ) throws(RepositoryError) -> ObjectID? {
        guard !edits.isEmpty else { return root }
        var bins = try entries(of: root)
        let sorted = edits.sorted { $0.key < $1.key }
        for (bin, edits) in Dictionary(grouping: sorted, by: { Layout.bin(of: $0.key) }).sorted(by: { $0.key < $1.key })
        {
            var reports = try entries(of: bins[bin]?.id)
            for (name, edit) in edits {
                let id = try apply(edit, to: name, reports[name.description]?.id, &writer)
                reports[name.description] = id.map { TreeEntry(name: name.description, id: $0, mode: .folder) }
            }
            let id = try write(reports, at: "\(Layout.reports)/\(bin)", &writer)
            bins[bin] = id.map { TreeEntry(name: bin, id: $0, mode: .folder) }
        }
        return try write(bins, at: Layout.reports, &writer)
    }

    private func apply(
        _ edit: RevisionPlan.ReportEdit, to name: ReportName, _ folder: ObjectID?, _ writer: inout RevisionWriter
    ) throws(RepositoryError) -> ObjectID? {
        var files = try entries(of: folder)
        switch edit {
        case .withdraw:
            for file in files.keys { writer.noteRemoval(of: "\(Layout.folder(of: name))/\(file)") }
            return nil
        case .write(let record, let text, let factList):
            let lines = Set(factList).sorted().map { "\($0)\n" }.joined()
            try put(record.map(Layout.bytes), at: Layout.record(of: name), in: &files, &writer)
            try put(text, at: Layout.text(of: name), in: &files, &writer)
            try put(Array(lines.utf8), at: Layout.factList(of: name), in: &files, &writer)
            return try write(files, at: Layout.folder(of: name), &writer)
        }
    }

    /// Puts a file into a folder, or takes it away when it would be empty.
    private func put(
        _ bytes: [UInt8]?, at path: String, in files: inout [String: TreeEntry], _ writer: inout RevisionWriter
    ) throws(RepositoryError) {
        guard let bytes, let name = path.split(separator: "/").last.map(String.init) else { return }
        if !bytes.isEmpty {
            files[name] = TreeEntry(name: name, id: try writer.write(bytes, at: path))
        } else if files.removeValue(forKey: name) != nil {
            writer.noteRemoval(of: path)
        }
    }

    private func write(
        _ entries: [String: TreeEntry], at path: String, _ writer: inout RevisionWriter
    ) throws(RepositoryError) -> ObjectID? {
        entries.isEmpty ? nil : try writer.write(Array(entries.values), at: path)
    }

    // Somebody else's git may have put two spellings of one name there, which are one key here.
    private func entries(of folder: ObjectID?) throws(RepositoryError) -> [String: TreeEntry] {
        guard let folder else { return [:] }
        let tree = try RepositoryError.wrapping(Layout.reports) { () throws(GitError) in try repository.tree(folder) }
        return Dictionary(tree.entries.map { ($0.name, $0) }) { first, _ in first }
    }
}
