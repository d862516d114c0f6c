import Facts
import Git
import Parallel

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
        let byBin = Dictionary(grouping: edits.keys, by: Layout.bin).sorted { $0.key < $1.key }
        let formerBins = bins
        try concurrentStream(byBin.count, ahead: 32) { (index) throws(RepositoryError) in
            let (bin, names) = byBin[index]
            var part = RevisionPart(repository)
            let id = try apply(edits, to: names.sorted(), inBin: bin, formerBins[bin]?.id, &part)
            return (bin: bin, id: id, content: part.takeContent())
        } into: { (made) throws(RepositoryError) in
            bins[made.bin] = made.id.map { TreeEntry(name: made.bin, id: $0, mode: .folder) }
            try writer.append(made.content)
        }
        var part = RevisionPart(repository)
        let id = try write(bins, at: Layout.reports, &part)
        try writer.append(part.takeContent())
        return id
    }

    private func apply(
        _ edits: [ReportName: RevisionPlan.ReportEdit], to names: [ReportName], inBin bin: String,
        _ folder: ObjectID?, _ part: inout RevisionPart
    ) throws(RepositoryError) -> ObjectID? {
        var reports = try entries(of: folder)
        for name in names {
            guard let edit = edits[name] else { continue }
            let name = name.description
            let id = try apply(edit, at: "\(Layout.reports)/\(bin)/\(name)", reports[name]?.id, &part)
            reports[name] = id.map { TreeEntry(name: name, id: $0, mode: .folder) }
        }
        return try write(reports, at: "\(Layout.reports)/\(bin)", &part)
    }

    private func apply(
        _ edit: RevisionPlan.ReportEdit, at path: String, _ folder: ObjectID?, _ part: inout RevisionPart
    ) throws(RepositoryError) -> ObjectID? {
        var files = try entries(of: folder)
        switch edit {
        case .withdraw:
            for file in files.keys { part.noteRemoval(of: "\(path)/\(file)") }
            return nil
        case .write(let record, let text, let factList, let withheld):
            let kept: [UInt8] = Set(withheld).sorted(by: Claim.precedes).flatMap { $0.line + [0x0A] }
            try put(record.map(Layout.bytes), as: .record, in: path, &files, &part)
            try put(text, as: .text, in: path, &files, &part)
            try put(Layout.bytes(ofFactList: factList), as: .factList, in: path, &files, &part)
            try put(kept, as: .withheld, in: path, &files, &part)
            return try write(files, at: path, &part)
        }
    }

    /// Puts a file into a folder, or takes it away when it would be empty.
    private func put(
        _ bytes: [UInt8]?, as file: ReportFile, in folder: String, _ files: inout [String: TreeEntry],
        _ part: inout RevisionPart
    ) throws(RepositoryError) {
        guard let bytes else { return }
        let (name, path) = (file.rawValue, "\(folder)/\(file.rawValue)")
        if !bytes.isEmpty {
            files[name] = TreeEntry(name: name, id: try part.write(bytes, at: path, replacing: files[name]?.id))
        } else if files.removeValue(forKey: name) != nil {
            part.noteRemoval(of: path)
        }
    }

    private func write(
        _ entries: [String: TreeEntry], at path: String, _ part: inout RevisionPart
    ) throws(RepositoryError) -> ObjectID? {
        entries.isEmpty ? nil : try part.write(Array(entries.values), at: path)
    }

    // Somebody else's git may have put two spellings of one name there, which are one key here.
    private func entries(of folder: ObjectID?) throws(RepositoryError) -> [String: TreeEntry] {
        guard let folder else { return [:] }
        let tree = try RepositoryError.wrapping(Layout.reports) { () throws(GitError) in try repository.tree(folder) }
        return Dictionary(tree.entries.map { ($0.name, $0) }) { first, _ in first }
    }
}
