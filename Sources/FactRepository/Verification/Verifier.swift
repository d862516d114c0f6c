import Facts
package import Git

/// Checks a whole repository, revision by revision from the first: that objects are what their names say, content digests chain,
/// files are canonical and stand where their content puts them, ids follow from content, and quotations stand in their texts.
///
/// Each object is checked once, in the first revision that has it.
struct Verifier {
    private let repository: FactRepository
    private(set) var result = VerificationResult()
    private var seen: Set<ObjectID> = []

    init(_ repository: FactRepository) { self.repository = repository }

    /// Checks every revision from `tip` back.
    mutating func run(from tip: ObjectID) {
        do {
            var previous: (commit: Commit, tree: ObjectID)?
            let history = try repository.git.history(from: tip, limit: .max)
            for entry in history.reversed() {
                check(entry, after: previous)
                previous = (entry.commit, entry.commit.tree)
            }
        } catch {
            report("log", "\(error)")
        }
    }

    private mutating func check(_ entry: HistoryEntry, after previous: (commit: Commit, tree: ObjectID)?) {
        let place = String(entry.id.hex.prefix(8))
        result.revisions += 1
        visit(entry.id, place)
        visit(tree: entry.commit.tree, place)
        do {
            let rows = try TreeWalk(repository.git).changes(between: previous?.tree, and: entry.commit.tree)
            try checkDigest(entry.commit, previous?.commit, rows, place)
            try checkFiles(repository.snapshot(entry.id), rows, place)
        } catch let error as RepositoryError {
            report(place, "\(error.subject): \(error.code)")
        } catch {
            report(place, "\(error)")
        }
    }

    // MARK: objects

    private mutating func visit(_ id: ObjectID, _ place: String) {
        guard seen.insert(id).inserted else { return }
        result.objects += 1
        do { _ = try repository.git.readVerified(id) } catch { report(place, "\(error)") }
    }

    private mutating func visit(tree id: ObjectID, _ place: String) {
        guard !seen.contains(id) else { return }
        visit(id, place)
        guard let tree = try? repository.git.tree(id) else { return }
        for entry in tree.entries {
            if entry.mode == .folder { visit(tree: entry.id, place) } else { visit(entry.id, place) }
        }
    }

    private mutating func checkDigest(
        _ commit: Commit, _ previous: Commit?, _ rows: [BlobChange], _ place: String
    ) throws {
        let digests = try rows.map { row in
            (path: row.path, digest: try row.after.map { Digest.sha256(try repository.git.blob($0)) })
        }
        let expected = Digest.chained(digests, after: previous.flatMap { RevisionMessage.digest(of: $0.message) })
        if RevisionMessage.digest(of: commit.message) != expected {
            report(place, "the content digest in the message is not that of the content")
        }
    }

    // MARK: files

    private mutating func checkFiles(_ snapshot: Snapshot, _ rows: [BlobChange], _ place: String) throws {
        let vocabulary = try snapshot.vocabulary()
        var claims: [Claim] = []
        var texts: Set<ReportName> = []
        for row in rows {
            guard let blob = row.after else { continue }
            result.files += 1
            let bytes = try repository.git.blob(blob)
            if Layout.isBucket(row.path) {
                claims += checkBucket(bytes, row.path, vocabulary, place)
            } else if let name = Layout.report(ofRecordPath: row.path) {
                checkRecord(bytes, name, try snapshot.text(of: name) ?? [], "\(place) \(row.path)")
                texts.insert(name)
            }
        }
        let changed = Set(claims.map(\.id))
        for name in texts { claims += try snapshot.claims(of: name).filter { !changed.contains($0.id) } }
        try checkQuotes(claims, snapshot, place)
        try checkShape(snapshot, rows, place)
    }

    private mutating func checkBucket(_ bytes: [UInt8], _ path: String, _ vocabulary: Vocabulary, _ place: String)
        -> [Claim]
    {
        guard let bucket = try? Bucket(parsing: bytes, at: path) else {
            report("\(place) \(path)", "it holds a line that is not a stored claim")
            return []
        }
        if bucket.bytes != bytes { report("\(place) \(path)", "it is not in canonical form and order") }
        let prefix = FactTrie.prefix(ofPath: path)
        let claims = bucket.facts.flatMap(\.claims)
        result.claims += claims.count
        for claim in claims {
            if !claim.fact.letters.hasPrefix(prefix) {
                report("\(place) \(path)", "claim \(claim.id) is in the wrong bucket")
            }
            if vocabulary.reread(claim) != claim {
                report("\(place) \(path)", "claim \(claim.id) does not follow from its words")
            }
        }
        return claims
    }

    private mutating func checkRecord(_ bytes: [UInt8], _ name: ReportName, _ text: [UInt8], _ place: String) {
        guard let record = try? Snapshot.record(bytes, place) else {
            report(place, "it is not a report record")
            return
        }
        if record.json.canonicalBytes + [0x0A] != bytes { report(place, "it is not in canonical form") }
        if record.name != name { report(place, "it is the record of another report, \(record.name)") }
        if record.digest != .sha256(text) { report(place, "its digest is not that of the stored text") }
    }

    private mutating func checkQuotes(_ claims: [Claim], _ snapshot: Snapshot, _ place: String) throws {
        for (name, claims) in Dictionary(grouping: claims, by: \.report).sorted(by: { $0.key < $1.key }) {
            let text = try snapshot.text(of: name) ?? []
            for claim in claims {
                for item in claim.evidence {
                    guard let range = item.range else { continue }
                    result.quotes += 1
                    let isFound =
                        range.end <= text.count && Array(text[range.start..<range.end]) == Array(item.quote.utf8)
                    if !isFound {
                        report("\(place) \(name)", "the quotation of claim \(claim.id) is not at byte \(range.start)")
                    }
                }
            }
        }
    }

    /// A bucket holds no more facts than it may, and the folder above a changed bucket more than would fit one.
    private mutating func checkShape(_ snapshot: Snapshot, _ rows: [BlobChange], _ place: String) throws {
        let prefixes = rows.filter { Layout.isBucket($0.path) }.map { FactTrie.prefix(ofPath: $0.path) }
        for folder in Set(prefixes.filter { !$0.isEmpty }.map { String($0.dropLast()) }).sorted() {
            let node = try snapshot.trie.node(at: folder, under: snapshot.root())
            let children = try snapshot.trie.children(of: node, at: folder)
            guard !children.isEmpty, children.allSatisfy({ $0.node.isLeaf }) else { continue }
            let count = try snapshot.facts(startingWith: folder).count
            if count <= FactTrie.bucketSize {
                report("\(place) \(FactTrie.path(of: folder))", "\(count) facts would fit one bucket")
            }
        }
        for row in rows where Layout.isBucket(row.path) && row.after != nil {
            let prefix = FactTrie.prefix(ofPath: row.path)
            let count = try snapshot.facts(startingWith: prefix).count
            if count > FactTrie.bucketSize, prefix.count < FactID.length {
                report("\(place) \(row.path)", "\(count) facts are too many for a bucket")
            }
        }
    }

    private mutating func report(_ place: String, _ what: String) {
        result.problems.append(.init(place: place, what: what))
    }
}

extension FactRepository {
    /// Checks every revision up to `tip`; reads everything.
    package func verify(from tip: ObjectID) -> VerificationResult {
        var verifier = Verifier(self)
        verifier.run(from: tip)
        return verifier.result
    }
}
