import Facts

/// How alike two claims of one report are that stand under different facts.
///
/// Names and words are weighed. Numbers, dates and polarity are not: they are equal, or they say nothing of likeness.
struct Likeness {
    /// How many of subject, predicate and object are the same.
    let sameParts: Int
    /// Whether the quotations are word for word the same.
    let isSameQuote: Bool
    /// Whether the one quotation could be the other edited.
    let isEditedQuote: Bool
    /// From 0 to 1: parts, further arguments, and quotations where there are any.
    let total: Double

    init(_ a: ClaimWords, _ b: ClaimWords) {
        let parts = [
            Self.part(a.claim.subject, b.claim.subject, a.subject, b.subject),
            a.claim.predicate == b.claim.predicate ? 1 : a.predicate.overlap(with: b.predicate),
            Self.part(a.claim.object, b.claim.object, a.object, b.object),
        ]
        sameParts = parts.count { $0 == 1 }
        let isQuoted = !a.claim.isUnquoted && !b.claim.isUnquoted
        isSameQuote = isQuoted && a.quotes == b.quotes
        let quotes = isQuoted ? a.quoteWords.overlap(with: b.quoteWords) : 0
        isEditedQuote = isQuoted && a.claim.isEdited(into: b.claim)
        var (sum, weight) = (parts.reduce(0, +), 3.0)
        if !(a.details.isEmpty && b.details.isEmpty) {
            sum += Self.details(a.details, b.details)
            weight += 1
        }
        if isQuoted {
            sum += 2 * quotes
            weight += 2
        }
        total = sum / weight
    }

    /// The mean over all names: what both say alike counts whole, what both say differently a quarter, because like things have
    /// like members.
    private static func details(_ a: [String: String], _ b: [String: String]) -> Double {
        let names = Set(a.keys).union(b.keys)
        let points = names.reduce(0) { sum, name in
            guard let x = a[name], let y = b[name] else { return sum }
            return sum + (x == y ? 4 : 1)
        }
        return Double(points) / Double(4 * names.count)
    }

    private static func part(_ a: Value?, _ b: Value?, _ words: Set<Substring>, _ others: Set<Substring>) -> Double {
        switch (a, b) {
        case (nil, nil): 1
        case (let a?, let b?): a.identity == b.identity ? 1 : min(words.overlap(with: others), 0.99)
        default: 0
        }
    }
}

/// A claim and the words by which it is compared with others.
struct ClaimWords {
    let claim: Claim
    let subject: Set<Substring>
    let predicate: Set<Substring>
    let object: Set<Substring>
    /// Further arguments and members, by name.
    let details: [String: String]
    let quotes: [String]
    let quoteWords: Set<Substring>

    init(_ claim: Claim) {
        self.claim = claim
        subject = Self.words(of: claim.subject)
        predicate = Set(claim.predicateText.foldedForm.words)
        object = claim.object.map(Self.words) ?? []
        let members = claim.ext.map { ("ext.\($0.key)", String(decoding: $0.value.canonicalBytes, as: UTF8.self)) }
        details = claim.arguments.mapValues(\.identity).merging(members) { argument, _ in argument }
        quotes = claim.evidence.map(\.quote.foldedForm)
        quoteWords = Set(quotes.flatMap(\.words))
    }

    /// The words of a name or a text; none of a number or a date, which are not alike by being spelt alike.
    private static func words(of value: Value) -> Set<Substring> {
        switch value.content {
        case .entity, .text: Set(value.text.foldedForm.words.filter { !$0.hasNumber })
        case .quantity, .time, .choice: []
        }
    }
}

extension String {
    /// Runs of letters and digits.
    var words: [Substring] {
        // What letters and digits of ASCII are is seen without a look at the tables of Unicode.
        guard utf8.allSatisfy({ $0 < 0x80 }) else { return split { !$0.isLetter && !$0.isNumber } }
        return utf8.split { !$0.isLetterOrDigit }.map(Substring.init)
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool { isDigit || (0x61...0x7A).contains(self | 0x20) }
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}

extension Substring {
    /// Whether one of its characters is a number of any script.
    fileprivate var hasNumber: Bool {
        if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.contains(where: \.isDigit) }
        return contains(where: \.isNumber)
    }
}

extension Set {
    /// Shared members as a fraction of all (Jaccard); 1 when both are empty.
    func overlap(with other: Set<Element>) -> Double {
        let shared = intersection(other).count
        let all = count + other.count - shared
        return all == 0 ? 1 : Double(shared) / Double(all)
    }
}
