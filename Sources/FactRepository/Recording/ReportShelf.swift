import Facts
import Git
import Synchronization

/// The reports of a revision; a folder of them, and what is known of one, is read once.
final class ReportShelf: Sendable {
    private let base: Snapshot
    private let known: RecordedReports
    private let state = Mutex(State())

    private struct State {
        /// The names in the folders that were looked into.
        var bins: [String: Set<String>] = [:]
        var records: [ReportName: ReportRecord] = [:]
    }

    init(_ base: Snapshot, _ known: RecordedReports) {
        self.base = base
        self.known = known
    }

    /// What is known of a report, or `nil` when the revision has no such report.
    func record(of name: ReportName) throws(RepositoryError) -> ReportRecord? {
        if let report = known[name] { return report.record }
        let bin = Layout.bin(of: name)
        let known = state.withLock { (record: $0.records[name], names: $0.bins[bin]) }
        if let record = known.record { return record }
        let names = if let found = known.names { found } else { try names(in: bin) }
        guard names.contains(name.description) else { return nil }
        let record = try base.record(of: name)
        state.withLock { $0.records[name] = record }
        return record
    }

    private func names(in bin: String) throws(RepositoryError) -> Set<String> {
        let folder = try base.entry(at: "\(Layout.reports)/\(bin)")
        let entries = try folder.map { (folder) throws(RepositoryError) in
            try RepositoryError.wrapping("\(Layout.reports)/\(bin)") { () throws(GitError) in
                try base.repository.tree(folder.id).entries
            }
        }
        let names = Set(entries?.map(\.name) ?? [])
        state.withLock { $0.bins[bin] = names }
        return names
    }
}
