/// Reads the phrases of a vocabulary as patterns.
///
/// The grammar: words that say tense or wish (left out), a verb, particles, a noun with its modifiers, prepositions with theirs,
/// and at the end the preposition before what the phrase leaves open.
enum PhraseReader {
    /// The patterns of a phrase, and whether they turn subject and object round; none where it says something negative.
    ///
    /// - Parameter roles: the roles that the predicate declares besides its object.
    static func patterns(of phrase: String, roles: Set<String> = []) -> [(pattern: PhrasePattern, isTurned: Bool)] {
        patterns(of: phrase).map { pattern, isTurned in
            guard case .preposition(let role) = pattern.slot, roles.contains(role) else { return (pattern, isTurned) }
            let required = PhrasePattern(
                verb: pattern.verb, isPassive: pattern.isPassive, particles: pattern.particles,
                segments: pattern.segments,
                slot: .direct, required: role)
            return (required, isTurned)
        }
    }

    private static func patterns(of phrase: String) -> [(pattern: PhrasePattern, isTurned: Bool)] {
        var words = phrase.lowercased().split(separator: " ").map(String.init).filter { !unspoken.contains($0) }
        guard !words.contains(where: negative.contains) else { return [] }
        for prefix in wishes where words.starts(with: prefix) { words.removeFirst(prefix.count) }
        if let also = words.firstIndex(of: "also") { words.append(words.remove(at: also)) }
        guard let first = words.first else { return [] }
        let rest = words.dropFirst()
        if isFormOfBe(first) { return afterBe(rest) }
        if ["has", "have", "had"].contains(first), let next = rest.first, isParticiple(next) {
            return [active(next, rest.dropFirst())]
        }
        if prepositions.contains(first) || rest.isEmpty == false && isParticiple(first) && isPassiveOnly(words) {
            return afterBe(words[...])
        }
        let isNoun = prepositions.contains(rest.first ?? "") && !isParticiple(first)
        let noun = isNoun ? afterBe(words[...]) : []
        return [active(first, rest)] + noun
    }

    /// "is running in", "was ordered by", "is ambassador of", "in contact with".
    private static func afterBe(_ rest: ArraySlice<String>) -> [(pattern: PhrasePattern, isTurned: Bool)] {
        guard let next = rest.first else { return [(pattern("be", rest, isPassive: false), false)] }
        let copula = (pattern("be", rest, isPassive: false), false)
        if next.hasSuffix("ing"), rest.count > 1, !prepositions.contains(next) {
            return [active(next, rest.dropFirst())]
        }
        guard isParticiple(next) else { return [copula] }
        let passive = pattern(next, rest.dropFirst(), isPassive: true)
        guard passive.slot == .preposition("by") else { return [(passive, false), copula] }
        let turned = PhrasePattern(
            verb: passive.verb, isPassive: false, particles: passive.particles, segments: passive.segments,
            slot: .direct)
        return [(turned, true)]
    }

    private static func active(_ verb: String, _ rest: ArraySlice<String>) -> (pattern: PhrasePattern, isTurned: Bool) {
        (pattern(verb, rest, isPassive: false), false)
    }

    private static func pattern(_ verb: String, _ rest: ArraySlice<String>, isPassive: Bool) -> PhrasePattern {
        var particles: [String] = []
        var segments: [PhrasePattern.Segment] = []
        for (index, word) in zip(rest.indices, rest) {
            let isLast = index == rest.endIndex - 1
            let isBeforePreposition = !isLast && prepositions.contains(rest[index + 1])
            if adverbParticles.contains(word) || word == "over" && isLast
                || prepositions.contains(word) && isBeforePreposition
            {
                particles.append(word)
            } else if prepositions.contains(word) {
                segments.append(.init(preposition: word, words: []))
            } else if segments.isEmpty {
                segments.append(.init(preposition: nil, words: [WordForms(word)]))
            } else {
                segments[segments.count - 1].words.append(WordForms(word))
            }
        }
        var slot = PhrasePattern.Slot.direct
        if let last = segments.last, last.words.isEmpty, let preposition = last.preposition {
            slot = .preposition(preposition)
            segments.removeLast()
        }
        return PhrasePattern(
            verb: verb == "be" ? WordForms("be") : WordForms(verb), isPassive: isPassive, particles: particles,
            segments: segments, slot: slot)
    }

    static func isFormOfBe(_ word: String) -> Bool {
        ["be", "is", "are", "was", "were", "been", "being"].contains(word)
    }

    private static func isParticiple(_ word: String) -> Bool {
        word.hasSuffix("ed") && word.count > 4
            || IrregularVerbs.bases(of: word).contains { IrregularVerbs.participle(of: $0) == word }
    }

    /// Participles that begin a phrase without "is" and are followed by no object: "headquartered in", "born on", "allied with".
    private static func isPassiveOnly(_ words: [String]) -> Bool {
        words.count == 2 && ["headquartered", "born", "allied", "based", "located", "situated"].contains(words[0])
    }

    /// Words that a pattern does without: articles, possessives, and adverbs of time and degree.
    private static let unspoken: Set<String> = [
        "a", "an", "the", "its", "their", "his", "her", "our", "will", "would", "can", "could", "may", "might", "must",
        "should", "now", "still", "currently", "recently", "heavily",
    ]
    private static let negative: Set<String> = ["no", "not", "never", "longer"]
    private static let wishes = [["like", "to"], ["plans", "to"], ["wants", "to"], ["intends", "to"]]

    /// Words that belong to their verb wherever they stand.
    static let adverbParticles: Set<String> = [
        "up", "down", "out", "off", "away", "back", "forward", "apart", "together", "aside", "also",
    ]
    static let prepositions: Set<String> = [
        "about", "against", "as", "at", "between", "by", "for", "from", "in", "into", "of", "on", "over", "through",
        "to",
        "toward", "towards", "under", "upon", "with", "within", "without",
    ]
}
