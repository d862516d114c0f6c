import Facts

/// The claims of some facts as one file: one canonical JSON line a claim, in the order of ``Claim/precedes(_:_:)``.
struct Bucket {
    /// The facts, sorted by id.
    private(set) var facts: [Fact]

    /// No facts.
    static let empty = Bucket(facts: [])

    init(facts: [Fact]) { self.facts = facts }

    /// Reads the bytes of the bucket of facts whose ids start with `prefix`.
    init(parsing bytes: [UInt8], _ prefix: String) throws(RepositoryError) {
        let path = FactTrie.bucketPath(of: prefix)
        guard bytes.last == 0x0A else { throw RepositoryError(.damaged("it is cut short"), path) }
        var claims: [Claim] = []
        for (index, line) in bytes.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            guard let json = try? JSONParser.parse(Array(line)), let claim = Claim(json: json) else {
                throw RepositoryError(.damaged("line \(index + 1) is not a stored claim"), path)
            }
            guard claim.fact.letters.hasPrefix(prefix) else {
                throw RepositoryError(.damaged("line \(index + 1) belongs into another bucket"), path)
            }
            claims.append(claim)
        }
        facts = Dictionary(grouping: claims, by: \.fact).compactMap { Fact(id: $0.key, claims: $0.value) }
            .sorted { $0.id < $1.id }
    }

    /// The bytes of the bucket.
    var bytes: [UInt8] {
        var output: [UInt8] = []
        for claim in facts.flatMap(\.claims) {
            claim.json.appendCanonical(to: &output)
            output.append(0x0A)
        }
        return output
    }

    /// Takes claims out and puts claims in; returns how the facts fared.
    mutating func apply(_ edits: some Sequence<FactEdit>) -> FactTally {
        var tally = FactTally()
        var byID = Dictionary(uniqueKeysWithValues: facts.map { ($0.id, $0) })
        for edit in edits {
            let old = byID[edit.fact]
            let claims = Set(old?.claims ?? []).subtracting(edit.removed).union(edit.added)
            let new = Fact(id: edit.fact, claims: Array(claims))
            byID[edit.fact] = new
            tally.count(from: old, to: new)
        }
        facts = byID.values.sorted { $0.id < $1.id }
        return tally
    }
}

/// What is to be taken out of a fact and put into it.
struct FactEdit {
    let fact: FactID
    var removed: Set<Claim> = []
    var added: [Claim] = []

    /// The edits that turn one list of claims into another, sorted by fact; none for what is on both sides.
    static func edits(from before: [Claim], to after: [Claim]) -> [FactEdit] {
        let (old, new) = (Set(before), Set(after))
        var edits: [FactID: FactEdit] = [:]
        for claim in old where !new.contains(claim) {
            edits[claim.fact, default: FactEdit(fact: claim.fact)].removed.insert(claim)
        }
        for claim in new where !old.contains(claim) {
            edits[claim.fact, default: FactEdit(fact: claim.fact)].added.append(claim)
        }
        return edits.values.sorted { $0.fact < $1.fact }
    }
}

/// How many facts came, changed and went.
struct FactTally {
    private(set) var added = 0
    private(set) var changed = 0
    private(set) var removed = 0

    mutating func count(from before: Fact?, to after: Fact?) {
        switch (before, after) {
        case (nil, nil): break
        case (nil, _?): added += 1
        case (_?, nil): removed += 1
        case (let old?, let new?): changed += old == new ? 0 : 1
        }
    }

    static func + (a: FactTally, b: FactTally) -> FactTally {
        var sum = a
        sum.added += b.added
        sum.changed += b.changed
        sum.removed += b.removed
        return sum
    }
}
