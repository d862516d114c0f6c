import Linguistics

/// The words that stand for one argument: the phrase of a head without what is said of it besides.
///
/// Relative clauses and appositions make claims of their own and are left out; so are articles at the front, coordinated
/// phrases, and punctuation that the phrase does not need.
struct Phrase: Hashable, Sendable {
    /// How much of what hangs on a noun belongs to its phrase.
    enum Extent: Hashable, Sendable {
        /// Modifiers and prepositional phrases.
        case noun
        /// Infinitives and complement clauses too: "plans to build an embassy".
        case full
        /// All that depends on it, for clauses and adjectives.
        case clause
    }

    /// The tokens from the first to the last.
    let tokens: ClosedRange<Int>

    /// The phrase of a head.
    ///
    /// - Parameter excluded: tokens that other parts of the claim have used up.
    init(of head: Int, in text: ParsedText, extent: Extent = .noun, excluding excluded: Set<Int> = []) {
        let collector = PhraseCollector(text: text, extent: extent, excluded: excluded)
        let found = collector.tokens(of: head)
        tokens = PhraseTrimmer(text: text, head: head).trimmed(found)
    }

    /// The words as they stand in the text.
    func words(in text: ParsedText) -> String { text.words(of: tokens) }
}

/// Collects what belongs to a phrase, down the tree.
private struct PhraseCollector {
    let text: ParsedText
    let extent: Phrase.Extent
    let excluded: Set<Int>

    /// The tokens from the first to the last that belong to a head, without gaps.
    func tokens(of head: Int) -> ClosedRange<Int> {
        var isMember = [Bool](repeating: false, count: text.tokens.count)
        var count = 0
        func insert(_ token: Int) {
            if !isMember[token] { count += 1 }
            isMember[token] = true
        }
        insert(head)
        for token in text.entity(at: head)?.tokens ?? 0..<0 { insert(token) }
        var front = children(of: head, isTop: true)
        while let next = front.popLast(), count < Self.longest {
            insert(next)
            front += children(of: next, isTop: false)
        }
        return contiguous(isMember, around: head)
    }

    /// So many tokens a phrase has at most.
    private static let longest = 40

    private func children(of token: Int, isTop: Bool) -> [Int] {
        text.children[token].filter { !excluded.contains($0) && belongs($0, to: token, isTop: isTop) }
    }

    private func belongs(_ child: Int, to token: Int, isTop: Bool) -> Bool {
        if extent == .clause {
            let isInnerSubject = isTop && text.label(child) == .subject && !text.isVerbal(token)
            return !isInnerSubject && !(isTop && Self.otherClauses.contains(text.label(child)))
        }
        switch text.label(child) {
        case .punctuation: return isHyphen(child) || isBracket(child)
        case .conjunct: return !isTop && !(text.isVerbal(child) && text.hasSubject(child))
        case .coordinator: return !isTop
        case .preconjunct, .relativeClause, .apposition, .adverbialClause, .marker, .parataxis, .negation: return false
        case .preposition: return !isTop || isPart(child, of: token)
        case .subject, .passiveSubject, .clausalSubject: return text.isVerbal(token)
        case .clausalAdjunct:
            return extent == .full && (isInfinitive(child) || !text.children(of: child, .marker).isEmpty)
        case .clausalComplement, .openComplement: return extent == .full || !isTop
        case .adverbialModifier: return !Lexicon.attributiveAdverbs.contains(text.norm(child))
        default: return true
        }
    }

    /// Whether a prepositional phrase belongs to the noun it hangs on: not to a name, and not when it says when.
    private func isPart(_ preposition: Int, of noun: Int) -> Bool {
        let object = text.children(of: preposition, .prepositionalObject).first
        if let object, text.isEntity(object, ["DATE", "TIME"]), text.norm(preposition) != "of" { return false }
        if Lexicon.attributingPrepositions.contains(text.norm(preposition)) { return false }
        return text.norm(preposition) == "of" || !text.isEntity(noun, ["PERSON", "GPE"])
    }

    private func isInfinitive(_ verb: Int) -> Bool {
        text.children(of: verb, .auxiliary).contains { text.norm($0) == "to" }
    }

    /// A mark inside a word, unlike a dash between phrases.
    private func isHyphen(_ token: Int) -> Bool {
        ["-", "–", "/", "&"].contains(text.tokens[token].text)
            && !(text.tokens[token].isFollowedBySpace && token > 0 && text.tokens[token - 1].isFollowedBySpace)
    }

    private func isBracket(_ token: Int) -> Bool {
        ["\"", "'", "(", ")", "[", "]", "“", "”"].contains(text.tokens[token].text)
    }

    /// The members that stand next to one another around the head; a gap of punctuation alone is no gap.
    private func contiguous(_ isMember: [Bool], around head: Int) -> ClosedRange<Int> {
        var (low, high) = (head, head)
        while low > 0, let next = step(from: low, by: -1, in: isMember) ?? hyphenated(before: low) { low = next }
        while high + 1 < text.tokens.count, let next = step(from: high, by: 1, in: isMember) { high = next }
        return low...high
    }

    /// "Norland" of "Norland–Estova talks", which a parser may hang anywhere.
    private func hyphenated(before token: Int) -> Int? {
        guard token > 1, ["-", "–"].contains(text.tokens[token - 1].text), !text.tokens[token - 1].isFollowedBySpace,
            !text.tokens[token - 2].isFollowedBySpace
        else { return nil }
        return token - 2
    }

    private func step(from token: Int, by offset: Int, in isMember: [Bool]) -> Int? {
        var next = token + offset
        while isMember.indices.contains(next), !isMember[next], text.tokens[next].partOfSpeech == .punctuation {
            next += offset
        }
        return isMember.indices.contains(next) && isMember[next] ? next : nil
    }

    private static let otherClauses: Set<DependencyLabel> = [
        .relativeClause, .parataxis, .marker, .conjunct, .coordinator,
    ]
}

/// Takes from the ends of a phrase what does not belong to what it names.
private struct PhraseTrimmer {
    let text: ParsedText
    let head: Int

    func trimmed(_ tokens: ClosedRange<Int>) -> ClosedRange<Int> {
        var (low, high) = (tokens.lowerBound, tokens.upperBound)
        while low < head, isDroppedAtFront(low, in: low...high) { low += 1 }
        while high > head, isDroppedAtEnd(high, in: low...high) { high -= 1 }
        // Marks that enclose the whole phrase say how it was said, not what.
        while low < head, head < high, isPair(low, high) { (low, high) = (low + 1, high - 1) }
        return low...high
    }

    private func isDroppedAtFront(_ token: Int, in range: ClosedRange<Int>) -> Bool {
        if ["this", "that", "these", "those"].contains(text.norm(token)),
            text.label(token) == .determiner || text.tokens[head].tag == "NNS"
        {
            return true
        }
        if ["the", "a", "an"].contains(text.norm(token)),
            text.label(token) == .determiner || token == range.lowerBound
        {
            return true
        }
        if isMark(token) { return !isBalanced(range) }
        if isAttribute(token) { return true }
        return text.tokens[token].partOfSpeech == .punctuation || text.label(token) == .coordinator
    }

    /// "opposition" of "the opposition Green League", which is no part of the name.
    private func isAttribute(_ token: Int) -> Bool {
        Lexicon.attributes.contains(text.tokens[token].text) && text.label(token) == .compound
            && text.tokens[head].partOfSpeech == .properNoun && text.tokens[token + 1].partOfSpeech == .properNoun
    }

    private func isDroppedAtEnd(_ token: Int, in range: ClosedRange<Int>) -> Bool {
        if isMark(token) { return !isBalanced(range) }
        if [.preposition, .coordinator, .caseMarker].contains(text.label(token)) { return true }
        return text.tokens[token].partOfSpeech == .punctuation && text.tokens[token].text != "%"
    }

    private func isMark(_ token: Int) -> Bool {
        // Most tokens begin with none of the marks' bytes, which is quicker to see.
        let word = text.tokens[token].text
        return word.utf8.first.map(Self.firstBytes.contains) ?? false && Self.marks.contains(word)
    }

    private static let marks = "\"()[]“”"
    private static let firstBytes = Set(marks.map { $0.utf8.first ?? 0 })

    /// Whether the quotation marks and brackets of a range come in pairs.
    private func isBalanced(_ range: ClosedRange<Int>) -> Bool {
        let marks = range.filter(isMark).map { text.tokens[$0].text }
        func count(_ mark: String) -> Int { marks.filter { $0 == mark }.count }
        return count("\"").isMultiple(of: 2) && count("(") == count(")") && count("[") == count("]")
            && count("“") == count("”")
    }

    private func isPair(_ first: Int, _ last: Int) -> Bool {
        let pair = text.tokens[first].text + text.tokens[last].text
        return ["\"\"", "“”", "()", "[]"].contains(pair)
            && !(first + 1...last - 1).contains { text.tokens[$0].text == "\"" }
    }
}
