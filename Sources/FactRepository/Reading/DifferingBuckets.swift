import Facts
import Git

/// The buckets in which two snapshots differ, as lines: most claims in them are the same on both sides, and are not read.
struct DifferingBuckets {
    private var old: [FactID: [ClaimLine]] = [:]
    private var new: [FactID: [ClaimLine]] = [:]
    /// What the buckets hold after.
    private(set) var known = KnownLines()

    /// Reads the lines of the buckets among the files in which two trees differ.
    init(_ rows: [BlobChange], in trie: FactTrie) throws(RepositoryError) {
        let buckets = rows.compactMap { row in
            if case .bucket(let prefix) = StoredFile(path: row.path) { (prefix: prefix, row: row) } else { nil }
        }
        let versions = try concurrentMap(buckets.count, portion: 64) { (index) throws(RepositoryError) in
            let (prefix, row) = buckets[index]
            let before = try row.before.map { (id) throws(RepositoryError) in try trie.lines(of: id, prefix) }
            let after = try row.after.map { (id) throws(RepositoryError) in try trie.lines(of: id, prefix) }
            return (prefix: prefix, before: before, after: after)
        }
        for (prefix, before, after) in versions {
            add(before ?? [], after ?? [])
            if let after { known.add(after, prefix) }
        }
    }

    /// Takes note of the facts of all lines between the first and the last in which two versions of a bucket differ.
    private mutating func add(_ before: [ClaimLine], _ after: [ClaimLine]) {
        let start = zip(before, after).prefix { $0 == $1 }.count
        let (rest, others) = (before[start...], after[start...])
        let end = zip(rest.reversed(), others.reversed()).prefix { $0 == $1 }.count
        let touched = Set((rest.dropLast(end) + others.dropLast(end)).map(\.fact))
        for line in before where touched.contains(line.fact) { old[line.fact, default: []].append(line) }
        for line in after where touched.contains(line.fact) { new[line.fact, default: []].append(line) }
    }

    /// The facts that are not the same on both sides, sorted by id.
    func facts() throws(RepositoryError) -> (before: [Fact], after: [Fact]) {
        let ids = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
        let before = try Bucket.facts(of: ids.flatMap { old[$0] ?? [] })
        let after = try Bucket.facts(of: ids.flatMap { new[$0] ?? [] })
        // Lines that another program wrote may differ and say the same.
        let same = Set(before).intersection(after)
        return same.isEmpty
            ? (before, after) : (before.filter { !same.contains($0) }, after.filter { !same.contains($0) })
    }
}
