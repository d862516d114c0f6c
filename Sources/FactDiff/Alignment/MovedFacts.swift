import Facts

/// Pairs claims whose fact is gone with claims of new facts, where one report says the second in the place of the first.
///
/// Subject, predicate and mostly the object are a fact's identity, so when a report changes one of them, one fact goes and
/// another comes. Which came of which is found without ids, and nothing is guessed:
///
/// - Only claims that share two of subject, predicate and object, or a quotation, are compared, block by block.
/// - Two quoted claims go together when two of the three parts are the same and the one quotation is the other, or could be
///   it edited; or when the quotation is the same word for word and the claims are much alike.
/// - Two claims without quotations, as from a table, go together when subject and predicate are the same: there a value has
///   taken the place of another.
/// - A pair that is not clearly better than its rivals is left open (``Assignment``).
/// - Roles that are exchanged are two changes: who did what to whom is another fact the other way round. Nor does a denial take
///   the place of what it denies, unless the report edited the sentence.
struct MovedFacts {
    private let gone: [ClaimWords]
    private let come: [ClaimWords]

    /// The claims are those that went, and that came, without a partner in their fact.
    init(gone: [Claim], come: [Claim]) {
        self.gone = gone.map(ClaimWords.init)
        self.come = come.map(ClaimWords.init)
    }

    /// The pairs, in the order of the claims that went.
    var pairs: [(before: Claim, after: Claim)] {
        Assignment(edges, margin: Self.margin).pairs.map { (gone[$0.before].claim, come[$0.after].claim) }
    }

    /// How much liker than its rivals a pair must be.
    private static let margin = 0.02
    /// Blocks with more pairs than this are cut up by rare words.
    private static let largestBlock = 1024
    /// A word that stands in more claims than this on one side is not rare.
    private static let rare = 4

    private var edges: [Assignment.Edge] {
        var seen: Set<[Int]> = []
        var edges: [Assignment.Edge] = []
        for (i, j) in Self.blocks.flatMap(candidates) where seen.insert([i, j]).inserted {
            let (a, b) = (gone[i], come[j])
            let likeness = Likeness(a, b)
            if isAllowed(a.claim, b.claim, likeness) {
                edges.append(.init(before: i, after: j, likeness: likeness.rank(a.claim, b.claim)))
            }
        }
        return edges
    }

    /// What claims must have in common to be compared, beside their report.
    private static let blocks: [@Sendable (Claim) -> [String]?] = [
        { [$0.subject.identity, $0.predicate] },
        { [$0.predicate, $0.object?.identity ?? ""] },
        { [$0.subject.identity, $0.object?.identity ?? ""] },
        { $0.isUnquoted ? nil : $0.evidence.map(\.quote) },
    ]

    private func candidates(_ block: (Claim) -> [String]?) -> [(Int, Int)] {
        let old = Self.groups(gone, block)
        let new = Self.groups(come, block)
        return old.flatMap { key, members in
            guard let others = new[key] else { return [(Int, Int)]() }
            return members.count * others.count <= Self.largestBlock
                ? members.flatMap { i in others.map { (i, $0) } } : withRareWords(members, others)
        }
    }

    private static func groups(_ claims: [ClaimWords], _ block: (Claim) -> [String]?) -> [[String]: [Int]] {
        var groups: [[String]: [Int]] = [:]
        for (index, words) in claims.enumerated() {
            guard let key = block(words.claim) else { continue }
            groups[[words.claim.report.description] + key, default: []].append(index)
        }
        return groups
    }

    private func withRareWords(_ members: [Int], _ others: [Int]) -> [(Int, Int)] {
        func index(_ places: [Int], _ claims: [ClaimWords]) -> [String: [Int]] {
            var index: [String: [Int]] = [:]
            for place in places { for word in claims[place].rareable { index[word, default: []].append(place) } }
            return index.filter { $0.value.count <= Self.rare }
        }
        let new = index(others, come)
        return index(members, gone).flatMap { word, places in
            places.flatMap { i in (new[word] ?? []).map { (i, $0) } }
        }
    }

    private func isAllowed(_ a: Claim, _ b: Claim, _ likeness: Likeness) -> Bool {
        if a.isRoleSwap(of: b) { return false }
        switch (a.isUnquoted, b.isUnquoted) {
        case (false, false):
            if likeness.sameParts >= 2, likeness.isEditedQuote { return true }
            return likeness.isSameQuote && likeness.total >= 0.7 && a.hasSameFigures(as: b)
        case (true, true):
            return a.subject.identity == b.subject.identity && a.predicate == b.predicate && a.polarity == b.polarity
        default: return false
        }
    }
}

extension Likeness {
    /// The same quotation first, then the parts in common, an edited object before an edited subject before an edited predicate.
    fileprivate func rank(_ a: Claim, _ b: Claim) -> Double {
        let isSameSubject = a.subject.identity == b.subject.identity
        let edited = a.predicate != b.predicate ? 0 : isSameSubject ? 0.5 : 0.25
        return (isSameQuote ? 4 : 0) + Double(sameParts) + edited + total
    }
}

extension ClaimWords {
    /// Words and details by which a claim may be found among many.
    fileprivate var rareable: Set<String> {
        Set(details.map { "\($0.key)=\($0.value)" }).union(subject.union(object).union(quoteWords).map(String.init))
    }
}

extension Claim {
    /// Whether the two exchange subject and object.
    fileprivate func isRoleSwap(of other: Claim) -> Bool {
        guard let object, let otherObject = other.object, subject.identity != other.subject.identity else {
            return false
        }
        return subject.identity == otherObject.identity && object.identity == other.subject.identity
    }

    /// Whether polarity, dates and numbers are the same: what is said of other numbers is something else.
    fileprivate func hasSameFigures(as other: Claim) -> Bool {
        polarity == other.polarity && time == other.time && figures == other.figures
    }

    private var figures: Set<String> {
        Set(
            ([subject] + [object].compactMap { $0 } + arguments.values).compactMap {
                switch $0.content {
                case .quantity, .time: $0.identity
                case .entity, .choice, .text: nil
                }
            })
    }
}
