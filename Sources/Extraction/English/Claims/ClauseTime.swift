import Facts
import Linguistics

/// Reads when a clause holds, from its own expressions of time and from those of the verbs that only carry it.
struct ClauseTime {
    let text: ParsedText
    /// The clauses of the sentence by the token of their head.
    let clauses: [Int: Clause]
    let reader: TimeReader

    /// When it holds; `nil` where the clause does not say, or says it in a way that cannot be placed.
    func time(of clause: Clause) -> Time? {
        let tense = tense(of: clause)
        let own = clause.times.compactMap { read($0, tense) }
        if let first = own.first { return own.count > 1 ? Self.narrowest(own) : first }
        var dependent = clause.head
        for governor in clause.governors {
            let isInfinitive = text.children(of: dependent, .auxiliary).contains { text.norm($0) == "to" }
            dependent = governor.head
            let isInside = governor.label == .openComplement || governor.label == .clausalComplement && isInfinitive
            guard isInside, let carrier = clauses[governor.head] else { return nil }
            if let found = carrier.times.compactMap({ read($0, tense) }).first { return found }
        }
        return nil
    }

    /// How long it lasts, in the words of the text, where it says so: "for 30 days".
    func duration(of clause: Clause) -> String? {
        let range = clause.times.first { isDuration($0) && reader.read(text.words(of: $0)) == nil }
        guard let range else { return nil }
        let start = text.norm(range.lowerBound) == "for" ? range.lowerBound + 1 : range.lowerBound
        return text.words(of: ClosedRange(spanning: start, range.upperBound))
    }

    /// "for 30 days", "19 days": how many of a unit, and not which.
    private func isDuration(_ range: ClosedRange<Int>) -> Bool {
        guard range.count > 1, Lexicon.units.contains(text.lemma(range.upperBound)) else { return false }
        let next = range.upperBound + 1
        if next < text.tokens.count, ["after", "before", "earlier", "later", "ago"].contains(text.norm(next)) {
            return false
        }
        let isCounted = range.contains { text.tokens[$0].partOfSpeech == .numeral }
        return text.norm(range.lowerBound) == "for"
            || isCounted && text.tokens[range.lowerBound].partOfSpeech != .adposition
    }

    private func read(_ range: ClosedRange<Int>, _ tense: TimeReader.Tense) -> Time? {
        let words = text.words(of: range)
        return reader.read(words, tense: tense) ?? reader.expressions(in: words, tense: tense).first?.time
    }

    /// "on Monday" and "in March 2020" of one clause: the one that says more.
    private static func narrowest(_ times: [Time]) -> Time? {
        times.dropFirst().reduce(times.first) { best, time in
            guard let best, time.relation(to: best) == .narrower else { return best }
            return time
        }
    }

    /// Whether "on Monday" lies before the report or after it.
    private func tense(of clause: Clause) -> TimeReader.Tense {
        let words = clause.auxiliaries.map(text.norm)
        if words.contains(where: ["will", "shall", "'ll", "wo", "would"].contains) { return .future }
        if clause.governors.contains(where: isFuture) { return .future }
        let verbs = [clause.head] + clause.auxiliaries
        let isPerfect = clause.auxiliaries.contains { text.lemma($0) == "have" } || clause.auxiliaries.isEmpty
        let isPast = verbs.contains { text.tokens[$0].tag == "VBD" }
        return isPast || isPerfect && text.tokens[clause.head].tag == "VBN" ? .past : .unknown
    }

    private func isFuture(_ governor: Clause.Governor) -> Bool {
        guard governor.label == .openComplement, let word = Lexicon.governor(text.lemma(governor.head)) else {
            return false
        }
        return [.planned, .expected, .offered, .requested].contains(word.modality)
    }
}
