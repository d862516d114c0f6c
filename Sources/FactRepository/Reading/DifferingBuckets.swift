import Facts
import Git
import Parallel

/// The buckets in which two snapshots differ, read no further than the facts in which they may.
struct DifferingBuckets {
    private var old: [FactID: [ClaimLine]] = [:]
    private var new: [FactID: [ClaimLine]] = [:]
    /// What the buckets hold after, as far as it was to be kept.
    private(set) var known = KnownBuckets()

    /// Reads the lines of the buckets among the files in which two trees differ.
    ///
    /// - Parameter isKept: of which buckets ``known`` has the bytes after.
    init(
        _ rows: [BlobChange], in trie: FactTrie, keeping isKept: @Sendable (BucketPlace) -> Bool = { _ in false }
    ) throws(RepositoryError) {
        let buckets = rows.compactMap { row in
            if case .bucket(let place) = StoredFile(path: row.path) { (place: place, row: row) } else { nil }
        }
        let versions = try concurrentMap(buckets.count, grain: 8) { (index) throws(RepositoryError) in
            let (place, row) = buckets[index]
            return try BucketVersions(
                before: row.before.map { (id) throws(RepositoryError) in try trie.bytes(id, place) },
                after: row.after.map { (id) throws(RepositoryError) in try trie.bytes(id, place) }, place,
                keepsAfter: isKept(place))
        }
        for bucket in versions {
            for line in bucket.old { old[line.fact, default: []].append(line) }
            for line in bucket.new { new[line.fact, default: []].append(line) }
            if bucket.isThereAfter { known.add(bucket.after, bucket.place) }
        }
    }

    /// The facts that are not the same on both sides, sorted by id.
    func facts() throws(RepositoryError) -> (before: [Fact], after: [Fact]) {
        let ids = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
        let (before, after) = try Bucket.facts(
            of: ids.flatMap { old[$0] ?? [] }, and: ids.flatMap { new[$0] ?? [] })
        // Lines that another program wrote may differ and say the same.
        let same = Set(before).intersection(after)
        return same.isEmpty
            ? (before, after) : (before.filter { !same.contains($0) }, after.filter { !same.contains($0) })
    }
}

/// Two versions of a bucket, either of which may be missing, and the lines of the facts in which they may differ.
private struct BucketVersions: Sendable {
    let place: BucketPlace
    let isThereAfter: Bool
    /// The bytes of the later version; `nil` when they are not kept.
    let after: [UInt8]?
    private(set) var old: [ClaimLine] = []
    private(set) var new: [ClaimLine] = []

    /// Reads the lines between those that both start with and those that both end with.
    init(before: [UInt8]?, after: [UInt8]?, _ place: BucketPlace, keepsAfter: Bool) throws(RepositoryError) {
        (self.place, isThereAfter, self.after) = (place, after != nil, keepsAfter ? after : nil)
        let (former, current) = (before ?? [], after ?? [])
        let start = former.sharedLines(with: current)
        let end = former.sharedEnd(with: current, from: start)
        if before != nil { old = try Self.lines(of: former, start..<former.count - end, place) }
        if after != nil { new = try Self.lines(of: current, start..<current.count - end, place) }
        let touched = Set((old + new).map(\.fact))
        // Of such a fact lines may stand among those that are shared, nearly always right before or after.
        let shared = [current[..<start], current[(current.count - end)...]].flatMap { part in
            touched.flatMap { part.lines(about: $0).map(\.copy) }
        }
        guard !shared.isEmpty else { return }
        old = (old + shared).sorted(by: ClaimLine.precedes)
        new = (new + shared).sorted(by: ClaimLine.precedes)
    }

    /// The lines in a part of a version; the rest of it need not stay in memory for their sake.
    private static func lines(
        of bytes: [UInt8], _ part: Range<Int>, _ place: BucketPlace
    ) throws(RepositoryError) -> [ClaimLine] {
        let lines = try Bucket.lines(of: bytes, part, place)
        return part == bytes.indices ? lines : lines.map(\.copy)
    }
}

extension ArraySlice<UInt8> {
    /// The stored lines about a fact among whole lines; a line that does not name the fact is not looked at.
    fileprivate func lines(about fact: FactID) -> [ClaimLine] {
        let letters = BytePattern(Array(fact.letters.utf8))
        var (found, rest): ([ClaimLine], ArraySlice<UInt8>) = ([], self)
        while let place = letters.firstPlace(in: rest) {
            let start = rest[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? rest.startIndex
            let end = rest[place...].firstIndex(of: 0x0A) ?? rest.endIndex
            if let line = ClaimLine(stored: rest[start..<end]), line.fact == fact { found.append(line) }
            rest = rest[Swift.min(end + 1, rest.endIndex)...]
        }
        return found
    }
}
