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
    private let lost: UnmatchedClaims
    private let gained: UnmatchedClaims
    private let gone: [Int]
    private let come: [Int]
    private let vocabularies: [Vocabulary]

    /// The claims are those that went, and that came, without a partner in their fact; the vocabularies those of both sides.
    init(
        gone: (claims: UnmatchedClaims, places: [Int]), come: (claims: UnmatchedClaims, places: [Int]),
        vocabularies: [Vocabulary]
    ) {
        (lost, gained) = (gone.claims, come.claims)
        (self.gone, self.come) = (gone.places, come.places)
        self.vocabularies = vocabularies
    }

    /// The pairs, in the order of the claims that went.
    var pairs: [ClaimPair] {
        if gone.isEmpty || come.isEmpty { return [] }
        let (alone, rivals) = apart(candidates)
        let chosen = Assignment(rivals.isEmpty ? [] : edges(rivals), margin: Self.margin).pairs
        return (alone + chosen.map { ClaimPair(before: $0.before, after: $0.after) }).sorted { $0.before < $1.before }
    }

    /// How much liker than its rivals a pair must be.
    private static let margin = 0.02
    /// Blocks with more pairs than this are cut up by rare words.
    private static let largestBlock = 1024
    /// A word that stands in more claims than this on one side is not rare.
    private static let rare = 4

    /// The pairs that may be, each once.
    private var candidates: Set<ClaimPair> {
        // Of a table only cells of one subject and predicate go together; by value they are found where there are many.
        let kinds: [(MeetingKeys) -> Int?] = [
            { $0.place }, { $0.value }, { $0.isUnquoted ? nil : $0.parties }, { $0.quotes },
        ]
        return kinds.reduce(into: Set()) { found, key in
            for block in Block.all(gone.map { ($0, key(lost.keys[$0])) }, come.map { ($0, key(gained.keys[$0])) }) {
                for pair in pairs(of: block) where !found.contains(pair) && mayReplace(pair) { found.insert(pair) }
            }
        }
    }

    private func pairs(of block: Block) -> [ClaimPair] {
        block.gone.count * block.come.count <= Self.largestBlock
            ? block.gone.flatMap { i in block.come.map { ClaimPair(before: i, after: $0) } }
            : withRareWords(block.gone, block.come)
    }

    private func withRareWords(_ members: [Int], _ others: [Int]) -> [ClaimPair] {
        func index(_ places: [Int], _ claims: UnmatchedClaims) -> [String: [Int]] {
            var index: [String: [Int]] = [:]
            for place in places {
                for word in ClaimWords(claims[place]).rareable { index[word, default: []].append(place) }
            }
            return index.filter { $0.value.count <= Self.rare }
        }
        let new = index(others, gained)
        return index(members, lost).flatMap { word, places in
            places.flatMap { i in (new[word] ?? []).map { ClaimPair(before: i, after: $0) } }
        }
    }

    /// Pairs of claims without quotations of which neither meets another, and the others.
    private func apart(_ pairs: Set<ClaimPair>) -> (alone: [ClaimPair], others: [ClaimPair]) {
        var (old, new): ([Int: Int], [Int: Int]) = ([:], [:])
        for pair in pairs {
            old[pair.before, default: 0] += 1
            new[pair.after, default: 0] += 1
        }
        var (alone, others): ([ClaimPair], [ClaimPair]) = ([], [])
        for pair in pairs {
            let isAlone = old[pair.before] == 1 && new[pair.after] == 1 && lost.keys[pair.before].isUnquoted
            if isAlone { alone.append(pair) } else { others.append(pair) }
        }
        return (alone, others)
    }

    /// Rivals, and claims with quotations, by how alike their words are.
    private func edges(_ rivals: [ClaimPair]) -> [Assignment.Edge] {
        var (oldWords, newWords): ([Int: ClaimWords], [Int: ClaimWords]) = ([:], [:])
        for pair in rivals {
            oldWords[pair.before] = oldWords[pair.before] ?? ClaimWords(lost[pair.before])
            newWords[pair.after] = newWords[pair.after] ?? ClaimWords(gained[pair.after])
        }
        return rivals.compactMap { pair in
            guard let a = oldWords[pair.before], let b = newWords[pair.after] else { return nil }
            let likeness = Likeness(a, b)
            return isAllowed(a.claim, b.claim, likeness)
                ? .init(before: pair.before, after: pair.after, likeness: likeness.rank(a.claim, b.claim)) : nil
        }
    }

    /// Whether one may have taken the place of the other as far as is seen without a look at the words.
    private func mayReplace(_ pair: ClaimPair) -> Bool {
        let (old, new) = (lost.keys[pair.before], gained.keys[pair.after])
        guard old.isUnquoted == new.isUnquoted else { return false }
        // Which is all there is to see of cells.
        if old.isUnquoted { return old.place == new.place }
        let (a, b) = (lost[pair.before], gained[pair.after])
        guard a.report == b.report, !a.isRoleSwap(of: b) else { return false }
        guard let subject = a.subject.entity, let other = b.subject.entity else { return true }
        return !vocabularies.contains { $0.isRuledApart(subject, other) }
    }

    private func isAllowed(_ a: Claim, _ b: Claim, _ likeness: Likeness) -> Bool {
        if a.isUnquoted { return true }
        if likeness.sameParts >= 2, likeness.isEditedQuote { return true }
        return likeness.isSameQuote && likeness.total >= 0.7 && a.hasSameFigures(as: b)
    }
}

/// Claims of both sides that have something in common, by their places.
private struct Block {
    let gone: [Int]
    let come: [Int]

    /// The blocks of equal keys, in the order of the claims that went; a claim without a key is in none.
    static func all(_ gone: [(place: Int, key: Int?)], _ come: [(place: Int, key: Int?)]) -> [Block] {
        var numbers: [Int: Int] = [:]
        var old: [[Int]] = []
        for case (let place, let key?) in gone {
            if let number = numbers[key] {
                old[number].append(place)
            } else {
                numbers[key] = old.count
                old.append([place])
            }
        }
        if old.isEmpty { return [] }
        var new = [[Int]](repeating: [], count: old.count)
        for case (let place, let key?) in come {
            if let number = numbers[key] { new[number].append(place) }
        }
        return zip(old, new).compactMap { $1.isEmpty ? nil : Block(gone: $0, come: $1) }
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
