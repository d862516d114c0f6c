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
/// - Two subjects that a person ruled to be different are two facts, however alike.
/// - Roles that are exchanged are two changes: who did what to whom is another fact the other way round. Nor does a denial take
///   the place of what it denies, unless the report edited the sentence.
struct MovedFacts {
    private let gone: [Claim]
    private let come: [Claim]
    private let vocabularies: [Vocabulary]

    /// The claims are those that went, and that came, without a partner in their fact; the vocabularies those of both sides.
    init(gone: [Claim], come: [Claim], vocabularies: [Vocabulary]) {
        self.gone = gone
        self.come = come
        self.vocabularies = vocabularies
    }

    /// The pairs, in the order of the claims that went.
    var pairs: [(before: Claim, after: Claim)] {
        Assignment(edges, margin: Self.margin).pairs.map { (gone[$0.before], come[$0.after]) }
    }

    /// How much liker than its rivals a pair must be.
    private static let margin = 0.02
    /// Blocks with more pairs than this are cut up by rare words.
    private static let largestBlock = 1024
    /// A word that stands in more claims than this on one side is not rare.
    private static let rare = 4

    private var edges: [Assignment.Edge] {
        let (old, new) = (gone.concurrentMap { Blocks($0) }, come.concurrentMap { Blocks($0) })
        let candidates = Set((0..<Blocks.count).flatMap { self.candidates($0, old, new) })
        let (alone, rivals) = apart(candidates.filter { mayReplace(gone[$0.before], come[$0.after]) })
        // Words are looked at only where claims have rivals, or quotations to be compared.
        var (oldWords, newWords): ([Int: ClaimWords], [Int: ClaimWords]) = ([:], [:])
        for pair in rivals {
            oldWords[pair.before] = oldWords[pair.before] ?? ClaimWords(gone[pair.before])
            newWords[pair.after] = newWords[pair.after] ?? ClaimWords(come[pair.after])
        }
        let compared = rivals.compactMap { pair -> Assignment.Edge? in
            guard let a = oldWords[pair.before], let b = newWords[pair.after] else { return nil }
            let likeness = Likeness(a, b)
            return isAllowed(a.claim, b.claim, likeness)
                ? .init(before: pair.before, after: pair.after, likeness: likeness.rank(a.claim, b.claim)) : nil
        }
        return compared + alone.map { .init(before: $0.before, after: $0.after, likeness: 0) }
    }

    /// Pairs of which neither claim meets another, and the others.
    private func apart(_ pairs: Set<Candidate>) -> (alone: [Candidate], others: [Candidate]) {
        var (old, new) = ([Int](repeating: 0, count: gone.count), [Int](repeating: 0, count: come.count))
        for pair in pairs {
            old[pair.before] += 1
            new[pair.after] += 1
        }
        var (alone, others): ([Candidate], [Candidate]) = ([], [])
        for pair in pairs {
            let isAlone = old[pair.before] == 1 && new[pair.after] == 1 && gone[pair.before].isUnquoted
            if isAlone { alone.append(pair) } else { others.append(pair) }
        }
        return (alone, others)
    }

    private struct Candidate: Hashable {
        let before: Int
        let after: Int
    }

    /// The pairs of one kind of block.
    private func candidates(_ kind: Int, _ old: [Blocks], _ new: [Blocks]) -> [Candidate] {
        let new = Self.groups(new, kind)
        return Self.groups(old, kind).flatMap { key, members in
            guard let others = new[key] else { return [Candidate]() }
            return members.count * others.count <= Self.largestBlock
                ? members.flatMap { i in others.map { Candidate(before: i, after: $0) } }
                : withRareWords(members, others)
        }
    }

    private static func groups(_ blocks: [Blocks], _ kind: Int) -> [Int: [Int]] {
        var groups: [Int: [Int]] = [:]
        for (index, block) in blocks.enumerated() {
            if let key = block.keys[kind] { groups[key, default: []].append(index) }
        }
        return groups
    }

    private func withRareWords(_ members: [Int], _ others: [Int]) -> [Candidate] {
        func index(_ places: [Int], _ claims: [Claim]) -> [String: [Int]] {
            var index: [String: [Int]] = [:]
            for place in places {
                for word in ClaimWords(claims[place]).rareable { index[word, default: []].append(place) }
            }
            return index.filter { $0.value.count <= Self.rare }
        }
        let new = index(others, come)
        return index(members, gone).flatMap { word, places in
            places.flatMap { i in (new[word] ?? []).map { Candidate(before: i, after: $0) } }
        }
    }

    /// Whether one may have taken the place of the other as far as is seen without a look at the words; all there is to see where
    /// they have no quotations.
    private func mayReplace(_ a: Claim, _ b: Claim) -> Bool {
        guard a.report == b.report, !a.isRoleSwap(of: b), a.isUnquoted == b.isUnquoted else { return false }
        if let old = a.subject.entity, let new = b.subject.entity,
            vocabularies.contains(where: { $0.isRuledApart(old, new) })
        {
            return false
        }
        return !a.isUnquoted
            || a.predicate == b.predicate && a.polarity == b.polarity && a.subject.hasIdentity(of: b.subject)
    }

    private func isAllowed(_ a: Claim, _ b: Claim, _ likeness: Likeness) -> Bool {
        if a.isUnquoted { return true }
        if likeness.sameParts >= 2, likeness.isEditedQuote { return true }
        return likeness.isSameQuote && likeness.total >= 0.7 && a.hasSameFigures(as: b)
    }
}

/// What a claim must have in common with others to be compared with them, beside its report.
///
/// Hashes, equal where the things are; claims that meet by chance are told apart by their likeness.
private struct Blocks: Sendable {
    /// Kinds of blocks.
    static let count = 4

    /// By kind: subject and predicate; all three, or predicate and object; subject and object, quotations; `nil` for no block.
    let keys: [Int?]

    init(_ claim: Claim) {
        var start = Hasher()
        start.combine(claim.report)
        let place = Self.key(start, claim.subject, claim.predicate, nil)
        if claim.isUnquoted {
            // Of a table only cells of one subject and predicate go together; by value they are found where there are many.
            keys = [place, Self.key(start, claim.subject, claim.predicate, claim.object), nil, nil]
        } else {
            var quotes = start
            quotes.combine(claim.evidence.map(\.quote))
            keys = [
                place, Self.key(start, nil, claim.predicate, claim.object),
                Self.key(start, claim.subject, nil, claim.object), quotes.finalize(),
            ]
        }
    }

    private static func key(_ start: Hasher, _ subject: Value?, _ predicate: String?, _ object: Value?) -> Int {
        var hasher = start
        subject?.hashIdentity(into: &hasher)
        hasher.combine(predicate)
        object?.hashIdentity(into: &hasher)
        return hasher.finalize()
    }
}

extension Likeness {
    /// The same quotation first, then the parts in common, an edited object before an edited subject before an edited predicate.
    fileprivate func rank(_ a: Claim, _ b: Claim) -> Double {
        let isSameSubject = a.subject.hasIdentity(of: b.subject)
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
        guard let object, let otherObject = other.object, !subject.hasIdentity(of: other.subject) else { return false }
        return subject.hasIdentity(of: otherObject) && object.hasIdentity(of: other.subject)
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
