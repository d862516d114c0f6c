import Facts
import Git

/// Checks the files in which a revision differs from the one before: that they are canonical and stand where their content puts
/// them, ids follow from content, texts have the digests that were recorded, and quotations stand in their texts.
struct FileCheck {
    private(set) var result: VerificationResult
    private let after: Snapshot
    private let before: Snapshot?
    private let rows: [BlobChange]
    private let place: String
    /// What was found so far: an object that was named when it was visited is not named again.
    private let named: Set<String>
    private var reported: Set<VerificationResult.Problem> = []

    init(
        _ after: Snapshot, _ before: Snapshot?, _ rows: [BlobChange], _ place: String, _ result: VerificationResult
    ) {
        self.after = after
        self.before = before
        self.rows = rows
        self.place = place
        self.result = result
        named = Set(result.problems.map(\.what))
    }

    /// Checks all of them; a file that cannot be read is named, and the rest goes on.
    mutating func run() {
        checkNames()
        let vocabulary = attempt { (check) throws(RepositoryError) in try check.after.vocabulary() }
        let oldClaims = buckets.flatMap { formerClaims(in: $0.row.before, $0.prefix) }
        let newClaims = buckets.flatMap { claims(in: $0.row.after, $0.prefix) }
        for claim in newClaims { check(claim, vocabulary) }
        for name in reports { checkRecord(of: name) }
        checkFactLists(oldClaims, newClaims)
        checkDecisions()
        checkQuotes(of: Set(newClaims))
        for (prefix, row) in buckets where row.after != nil { checkShape(at: prefix, row) }
    }

    private mutating func checkNames() {
        for row in rows where row.after != nil {
            result.files += 1
            if StoredFile(path: row.path) == nil { report(row.path, "the layout has no such file") }
        }
    }

    private var buckets: [(prefix: String, row: BlobChange)] {
        rows.compactMap { row in
            if case .bucket(let prefix) = StoredFile(path: row.path) { (prefix, row) } else { nil }
        }
    }

    /// The reports of which a file differs, sorted.
    private var reports: [ReportName] { Set(rows.compactMap { StoredFile(path: $0.path)?.report }).sorted() }

    // MARK: claims

    /// The claims of a bucket of the revision before, which was checked there.
    private func formerClaims(in blob: ObjectID?, _ prefix: String) -> [Claim] {
        blob.flatMap { try? after.trie.bucket($0, prefix).facts.flatMap(\.claims) } ?? []
    }

    private mutating func claims(in blob: ObjectID?, _ prefix: String) -> [Claim] {
        guard let blob else { return [] }
        let bucket = attempt { (check) throws(RepositoryError) in try check.after.trie.bucket(blob, prefix) }
        guard let bucket else { return [] }
        if ObjectID.of(.blob, bucket.bytes) != blob {
            report(FactTrie.bucketPath(of: prefix), "it is not in canonical form and order")
        }
        result.facts += bucket.facts.count
        return bucket.facts.flatMap(\.claims)
    }

    private mutating func check(_ claim: Claim, _ vocabulary: Vocabulary?) {
        result.claims += 1
        guard let vocabulary, vocabulary.reread(claim) != claim else { return }
        report("\(claim.report)", "claim \(claim.id) does not follow from its words")
    }

    private mutating func checkQuotes(of changed: Set<Claim>) {
        var claims = changed
        for case .text(let name) in rows.compactMap({ StoredFile(path: $0.path) }) {
            claims.formUnion(attempt { (check) throws(RepositoryError) in try check.after.claims(of: name) } ?? [])
        }
        let byReport = Dictionary(grouping: claims.sorted(by: Claim.precedes), by: \.report)
        for (name, claims) in byReport.sorted(by: { $0.key < $1.key }) {
            let words = attempt { (check) throws(RepositoryError) in try check.words(of: name) }
            if let words { checkQuotes(of: claims, name, words) }
        }
    }

    /// The words of a report; where its record is missing or damaged, which is told elsewhere, those of a plain text.
    private func words(of name: ReportName) throws(RepositoryError) -> ReportWords {
        let text = try after.text(of: name) ?? []
        let record = try? after.record(of: name)
        return ReportWords(Report(record: record ?? ReportRecord(name: name, text: text), text: text))
    }

    private mutating func checkQuotes(of claims: [Claim], _ name: ReportName, _ words: ReportWords) {
        for claim in claims {
            for item in claim.evidence {
                guard let range = item.range else { continue }
                result.quotes += 1
                let quote = words.quote(at: range.start..<range.end)
                if quote?.utf8.elementsEqual(item.quote.utf8) != true {
                    report("\(name)", "the quotation of claim \(claim.id) is not at byte \(range.start)")
                }
            }
        }
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
            check.result.texts += 1
        }
    }

    /// Where a report began or ceased to mention a fact, by its list or by its claims, the two agree now.
    private mutating func checkFactLists(_ oldClaims: [Claim], _ newClaims: [Claim]) {
        let listed = (before: before.map(listedMentions) ?? [], after: listedMentions(after))
        let moved = Set(oldClaims.map(Mention.init)).symmetricDifference(newClaims.map(Mention.init))
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

    // MARK: decisions

    /// What people ruled is stored in canonical form, and what stands of the claims is what the rulings leave.
    private mutating func checkDecisions() {
        var ruled: Set<ReportName> = []
        for row in rows where row.path.hasPrefix(Layout.decisions + "/") {
            let decisions = attempt { (check) throws(RepositoryError) in try check.after.decisions(at: row.path) }
            guard let decisions else { continue }
            result.decisions += decisions.count
            if ObjectID.of(.blob, DecisionFile.bytes(of: decisions)) != row.after {
                report(row.path, "it is not in canonical form and order")
            }
            if let wrong = decisions.first(where: { Layout.decisions(on: $0.ruling.matter) != row.path }) {
                report(row.path, "decision \(wrong.id) belongs into another file")
            }
            ruled.formUnion(decisions.compactMap(\.ruling.report))
        }
        for name in ruled.union(reports).sorted() { checkRulings(on: name) }
    }

    private mutating func checkRulings(on name: ReportName) {
        _ = attempt { (check) throws(RepositoryError) in
            let withheld = try check.after.withheldClaims(of: name)
            let rulings = try check.after.rulings(onClaimsOf: name)
            guard !withheld.isEmpty || !rulings.isEmpty, try check.after.record(of: name) != nil else { return }
            let ruled = rulings.followed(
                by: try check.after.statedClaims(of: name), of: try check.after.report(name))
            if Set(ruled.standing) != Set(try check.after.claims(of: name)) || Set(ruled.withheld) != Set(withheld) {
                check.report(Layout.withheld(of: name), "the report's claims are not those that the decisions leave")
            }
        }
    }

    // MARK: shape

    /// A bucket is where a reader looks for it, holds no more facts than it may, and more than fit beside its neighbours.
    private mutating func checkShape(at prefix: String, _ row: BlobChange) {
        _ = attempt { (check) throws(RepositoryError) in
            let (trie, root) = (check.after.trie, try check.after.root())
            if try trie.node(at: prefix, under: root) != row.after.map(FactTrie.Node.leaf) {
                check.report(row.path, "another file or folder hides it")
            } else if try trie.facts(under: root, startingWith: prefix).count > FactTrie.bucketSize {
                check.report(row.path, "it holds too many facts")
            }
            let folder = String(prefix.dropLast())
            let count = prefix.isEmpty ? Int.max : try trie.facts(under: root, startingWith: folder).count
            if count <= FactTrie.bucketSize { check.report(row.path, "the facts beside it would fit one bucket") }
        }
    }

    // MARK: reporting

    private mutating func attempt<Value>(_ read: (inout Self) throws(RepositoryError) -> Value) -> Value? {
        do {
            return try read(&self)
        } catch {
            if case .git = error.code, named.contains(error.finding) { return nil }
            report(error.subject, error.finding)
            return nil
        }
    }

    /// Notes what is wrong, once, however many checks come upon it.
    private mutating func report(_ path: String, _ what: String) {
        let problem = VerificationResult.Problem(place: "\(place) \(path)", what: what)
        if reported.insert(problem).inserted { result.report(problem.place, problem.what) }
    }
}

/// That a report has a claim about a fact.
private struct Mention: Hashable {
    let report: ReportName
    let fact: FactID
}

extension Mention {
    init(_ claim: Claim) { self.init(report: claim.report, fact: claim.fact) }
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
