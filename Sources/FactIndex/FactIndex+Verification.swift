package import Git
import GRDB

extension FactIndex {
    /// Where the index differs from one that is built from the repository anew, a line each; empty when it does not.
    ///
    /// Reads everything that all revisions up to `tip` ever wrote.
    package func differences(from tip: ObjectID) throws(IndexError) -> [String] {
        let fresh = try FactIndex.temporary(of: repository)
        try fresh.update(to: tip)
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
