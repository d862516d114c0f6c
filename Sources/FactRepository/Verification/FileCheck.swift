import Facts
import Git

/// Checks the files in which a revision differs from the one before: that they are canonical and stand where their content puts
/// them, ids follow from content, texts have the digests that were recorded, and quotations stand in their texts.
struct FileCheck {
    var result = FileFindings()
    let after: Snapshot
    private let before: Snapshot?
    let rows: [BlobChange]
    private let place: String
    private let blobs: VisitedBlobs
    let known: SoundLines

    /// - Parameters:
    ///   - rows: the files that differ.
    ///   - place: the revision, in words.
    ///   - blobs: files that are at hand.
    ///   - known: lines that need not be checked again.
    init(
        _ after: Snapshot, _ before: Snapshot?, _ rows: [BlobChange], _ place: String, _ blobs: VisitedBlobs,
        _ known: SoundLines
    ) {
        self.after = after
        self.before = before
        self.rows = rows
        self.place = place
        self.blobs = blobs
        self.known = known
    }

    /// Checks all of them; a file that cannot be read is named, and the rest goes on.
    mutating func run() {
        checkNames()
        let vocabulary = attempt { (check) throws(RepositoryError) in try check.after.vocabulary() }
        let former = buckets.flatMap { formerLines(in: $0.row.before, $0.place) }
        let read = buckets.map { (bucket: $0, content: content(of: $0.row.after, $0.place)) }
        let lines = read.flatMap { $0.content?.lines ?? [] }
        var claims = NewClaims(lines, in: after, changed: Set(reports), known, hasVocabulary: vocabulary != nil)
        result.counts.claims += lines.count
        result.counts.quotes += claims.knownQuotes
        for claim in claims.all where !follows(claim, vocabulary) { claims.reject(claim) }
        for name in reports { checkRecord(of: name) }
        checkFactLists(former, lines)
        checkDecisions()
        for claim in checkQuotes(of: Set(claims.all)) { claims.reject(claim) }
        claims.remember(in: known)
        for (bucket, content) in read where bucket.row.after != nil {
            checkShape(at: bucket.place, bucket.row, content)
        }
    }

    private mutating func checkNames() {
        for row in rows where row.after != nil {
            result.counts.files += 1
            if StoredFile(path: row.path) == nil { report(row.path, "the layout has no such file") }
        }
    }

    private var buckets: [(place: BucketPlace, row: BlobChange)] {
        rows.compactMap { row in
            if case .bucket(let place) = StoredFile(path: row.path) { (place, row) } else { nil }
        }
    }

    /// The reports of which a file differs, sorted.
    var reports: [ReportName] { Set(rows.compactMap { StoredFile(path: $0.path)?.report }).sorted() }

    // MARK: claims

    /// The lines of a bucket of the revision before, which was checked there.
    private func formerLines(in blob: ObjectID?, _ place: BucketPlace) -> [CheckedBucket.Line] {
        blob.flatMap { try? CheckedBucket(after.trie.bytes($0, place), place, known).lines } ?? []
    }

    private mutating func content(of blob: ObjectID?, _ place: BucketPlace) -> CheckedBucket? {
        guard let blob else { return nil }
        let bucket = attempt { (check) throws(RepositoryError) in
            let atHand = check.blobs.bytes(of: blob)
            let bytes = if let atHand { atHand } else { try check.after.trie.bytes(blob, place) }
            return try CheckedBucket(bytes, place, check.known)
        }
        guard let bucket else { return nil }
        if (try? bucket.isCanonical()) != true {
            report(place.path, "it is not in canonical form and order")
        }
        let count = bucket.factCount
        known.remember(factCount: count, of: blob, place.region)
        result.counts.facts += count
        return bucket
    }

    /// Whether a claim is what the vocabulary makes of its words.
    private mutating func follows(_ claim: Claim, _ vocabulary: Vocabulary?) -> Bool {
        guard let vocabulary, vocabulary.reread(claim) != claim else { return true }
        report("\(claim.report)", "claim \(claim.id) does not follow from its words")
        return false
    }

    /// - Returns: the claims with a quotation that is not where it should be, or cannot be looked for.
    private mutating func checkQuotes(of changed: Set<Claim>) -> [Claim] {
        var claims = changed
        var wrong: [Claim] = []
        for case .text(let name) in rows.compactMap({ StoredFile(path: $0.path) }) {
            claims.formUnion(attempt { (check) throws(RepositoryError) in try check.after.claims(of: name) } ?? [])
        }
        let byReport = Dictionary(grouping: claims.sorted(by: Claim.precedes), by: \.report)
        for (name, claims) in byReport.sorted(by: { $0.key < $1.key }) {
            let words = attempt { (check) throws(RepositoryError) in try check.words(of: name) }
            wrong += words.map { checkQuotes(of: claims, name, $0) } ?? claims
        }
        return wrong
    }

    /// The words of a report; where its record is missing or damaged, which is told elsewhere, those of a plain text.
    private func words(of name: ReportName) throws(RepositoryError) -> ReportWords {
        let text = try after.text(of: name) ?? []
        let record = try? after.record(of: name)
        return ReportWords(Report(record: record ?? ReportRecord(name: name, text: text), text: text))
    }

    private mutating func checkQuotes(of claims: [Claim], _ name: ReportName, _ words: ReportWords) -> [Claim] {
        var wrong: [Claim] = []
        for claim in claims {
            for item in claim.evidence {
                guard let range = item.range else { continue }
                result.counts.quotes += 1
                let quote = words.quote(at: range.start..<range.end)
                if quote?.utf8.elementsEqual(item.quote.utf8) != true {
                    report("\(name)", "the quotation of claim \(claim.id) is not at byte \(range.start)")
                    wrong.append(claim)
                }
            }
        }
        return wrong
    }

    // MARK: reports

    private mutating func checkRecord(of name: ReportName) {
        let path = Layout.record(of: name)
        _ = attempt { (check) throws(RepositoryError) in
            guard let record = try check.after.record(of: name) else {
                let rest = try check.after.entry(at: Layout.folder(of: name))
                return rest == nil ? () : check.report(path, "it is missing")
            }
            if try check.after.blob(at: path) != ObjectID.of(.blob, Layout.bytes(of: record)) {
                check.report(path, "it is not in canonical form")
            }
            _ = try check.after.report(name)
            check.result.counts.texts += 1
        }
    }

    /// Where a report began or ceased to mention a fact, by its list or by its claims, the two agree now.
    private mutating func checkFactLists(_ former: [CheckedBucket.Line], _ lines: [CheckedBucket.Line]) {
        let listed = (before: before.map(listedMentions) ?? [], after: listedMentions(after))
        let moved = Set(former.map(Mention.init)).symmetricDifference(lines.map(Mention.init))
            .union(listed.before.symmetricDifference(listed.after))
        let facts = Set(moved.map(\.fact))
        let found = attempt { (check) throws(RepositoryError) in try check.after.facts(with: facts) }
        guard let found else { return }
        let stated = Set(found.flatMap(\.claims).map(Mention.init))
        for (name, moved) in Dictionary(grouping: moved, by: \.report).sorted(by: { $0.key < $1.key }) {
            let path = Layout.factList(of: name)
            let list = attempt { (check) throws(RepositoryError) in try check.after.factList(of: name) }
            if let list, moved.contains(where: { list.contains($0.fact) != stated.contains($0) }) {
                report(path, "it does not list the facts that the report's claims are about")
            }
        }
    }

    /// What the lists that differ mention; one that cannot be read mentions nothing.
    private func listedMentions(_ snapshot: Snapshot) -> Set<Mention> {
        var mentions: Set<Mention> = []
        for name in reports {
            let facts = (try? snapshot.factList(of: name)) ?? []
            mentions.formUnion(facts.map { Mention(report: name, fact: $0) })
        }
        return mentions
    }

    // MARK: reporting

    /// What reading gives; `nil` where it fails, which is reported.
    mutating func attempt<Value>(_ read: (inout Self) throws(RepositoryError) -> Value) -> Value? {
        do {
            return try read(&self)
        } catch {
            var isOfObject = false
            if case .git = error.code { isOfObject = true }
            result.report(.init(place: "\(place) \(error.subject)", what: error.finding, isOfObject: isOfObject))
            return nil
        }
    }

    /// Names what is wrong with a file.
    mutating func report(_ path: String, _ what: String) {
        result.report(.init(place: "\(place) \(path)", what: what, isOfObject: false))
    }
}

/// That a report has a claim about a fact.
private struct Mention: Hashable {
    let report: ReportName
    let fact: FactID
}

extension Mention {
    init(_ claim: Claim) { self.init(report: claim.report, fact: claim.fact) }
    init(_ line: CheckedBucket.Line) { self.init(report: line.report, fact: line.fact) }
}

extension RepositoryError {
    /// What verification says of a file that cannot be read.
    var finding: String {
        switch code {
        case .damaged(let what): what
        case .git(let error): error.description
        case .vocabulary: "it is not a vocabulary"
        default: "\(code)"
        }
    }
}
