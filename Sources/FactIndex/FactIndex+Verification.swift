package import FactRepository
import Facts
package import Git
import GRDB

extension FactIndex {
    /// Compares a story's index, where there is one, with what the revisions say up to the one that it stands at.
    ///
    /// - Parameter progress: is told how many revisions were read again, of how many.
    package static func check(progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void) -> RepositoryCheck {
        RepositoryCheck(name: "index rows", remedy: "annals index --rebuild makes it anew") { repository, _ in
            guard exists(in: repository) else { return (0, []) }
            let index = try FactIndex(of: repository)
            let size = try index.size()
            guard size.revisions > 0 else { return (0, []) }
            let tip = try repository.resolve(index.revision(size.revisions).id)
            return (size.revisions + size.claims, try index.differences(from: tip, progress: progress))
        }
    }

    /// Where the index differs from one that is built from the repository anew, a line each; empty when it does not.
    ///
    /// Reads everything that all revisions up to `tip` ever wrote.
    /// - Parameter progress: is told how many of them were read.
    package func differences(
        from tip: ObjectID, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws(IndexError) -> [String] {
        let fresh = try FactIndex.temporary(of: repository)
        try fresh.update(to: tip, progress: progress)
        var differences: [String] = []
        for (table, query) in Schema.comparable where try !isEqual(to: fresh, query) {
            differences.append("table \(table) is not what the revisions say")
        }
        return differences
    }

    /// Whether a query has the same rows here and there.
    private func isEqual(to other: FactIndex, _ query: String) throws(IndexError) -> Bool {
        try read { here in
            try other.read { there in
                let (left, right) = (try Row.fetchCursor(here, sql: query), try Row.fetchCursor(there, sql: query))
                while let row = try left.next() {
                    guard let match = try right.next(), row == match else { return false }
                }
                return try right.next() == nil
            }
        }
    }
}
