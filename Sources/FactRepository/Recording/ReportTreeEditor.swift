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
    mutating func apply(
        _ edits: [ReportName: RevisionPlan.ReportEdit], _ writer: inout RevisionWriter
    ) throws(RepositoryError) -> ObjectID? {
        guard !edits.isEmpty else { return root }
        let bins = Dictionary(grouping: edits) { Layout.folder(of: $0.key).split(separator: "/")[1] }
        var entries = try entriesByName(root)
        for (bin, group) in bins.sorted(by: { $0.key < $1.key }) {
            let path = "\(Layout.reports)/\(bin)"
            var reports = try entriesByName(entries[String(bin)]?.id)
            for (name, edit) in group.sorted(by: { $0.key < $1.key }) {
                let old = reports[name.description]?.id
                reports[name.description] = try folder(name, edit, old, &writer).map {
                    TreeEntry(name: name.description, id: $0, mode: .folder)
                }
            }
            entries[String(bin)] =
                reports.isEmpty
                ? nil
                : TreeEntry(name: String(bin), id: try writer.write(Array(reports.values), at: path), mode: .folder)
        }
        return entries.isEmpty ? nil : try writer.write(Array(entries.values), at: Layout.reports)
    }

    private func folder(
        _ name: ReportName, _ edit: RevisionPlan.ReportEdit, _ old: ObjectID?, _ writer: inout RevisionWriter
    ) throws(RepositoryError) -> ObjectID? {
        var files = try entriesByName(old)
        let folder = Layout.folder(of: name)
        if edit.isWithdrawn {
            for file in files.keys { writer.noteRemoval(of: "\(folder)/\(file)") }
            return nil
        }
        let lines = edit.factList.map { ids in Array(Set(ids).sorted().map { "\($0)\n" }.joined().utf8) }
        let contents: [(String, [UInt8]?)] = [
            ("report.json", edit.record.map { $0.json.canonicalBytes + [0x0A] }), ("text", edit.text), ("facts", lines),
        ]
        for (file, bytes) in contents {
            guard let bytes else { continue }
            if bytes.isEmpty {
                if files.removeValue(forKey: file) != nil { writer.noteRemoval(of: "\(folder)/\(file)") }
            } else {
                files[file] = TreeEntry(name: file, id: try writer.write(bytes, at: "\(folder)/\(file)"))
            }
        }
        return try writer.write(Array(files.values), at: folder)
    }

    private func entriesByName(_ folder: ObjectID?) throws(RepositoryError) -> [String: TreeEntry] {
        guard let folder else { return [:] }
        let tree = try RepositoryError.wrapping(Layout.reports) { () throws(GitError) in try repository.tree(folder) }
        return Dictionary(uniqueKeysWithValues: tree.entries.map { ($0.name, $0) })
    }
}
