import Facts
import Git
import Synchronization

/// Which reports a revision has; a folder of them is read once.
final class ReportShelf: Sendable {
    private let base: Snapshot
    private let bins = Mutex<[String: Set<String>]>([:])

    init(_ base: Snapshot) { self.base = base }

    /// What is known of a report, or `nil` when the revision has no such report.
    func record(of name: ReportName) throws(RepositoryError) -> ReportRecord? {
        let bin = Layout.bin(of: name)
        if let known = bins.withLock({ $0[bin] }) {
            return known.contains(name.description) ? try base.record(of: name) : nil
        }
        let names = try names(in: bin)
        bins.withLock { $0[bin] = names }
        return names.contains(name.description) ? try base.record(of: name) : nil
    }

    private func names(in bin: String) throws(RepositoryError) -> Set<String> {
        guard let folder = try base.entry(at: "\(Layout.reports)/\(bin)") else { return [] }
        let tree = try RepositoryError.wrapping("\(Layout.reports)/\(bin)") { () throws(GitError) in
            try base.repository.tree(folder.id)
        }
        return Set(tree.entries.map(\.name))
    }
}
