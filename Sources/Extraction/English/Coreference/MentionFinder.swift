import Linguistics

/// Lists what a sentence speaks of, in the order of its words.
struct MentionFinder {
    let text: ParsedText

    /// The mentions of all phrases but pronouns.
    func mentions() -> [Mention] { text.tokens.indices.compactMap { mention(at: $0) } }

    /// The mention that a token is the head of; `nil` for pronouns, times, and words inside other names.
    func mention(at token: Int) -> Mention? {
        guard isHead(token), let kind = kind(of: token) else { return nil }
        let isNamed = text.entity(at: token) != nil && text.tokens[token].partOfSpeech == .properNoun
        return Mention(kind: kind, name: name(of: token), isSubject: isSubject(token), isNamed: isNamed)
    }

    /// The words of a phrase; of a person, the name without titles.
    func name(of token: Int) -> String {
        if text.isEntity(token, ["PERSON"]), let entity = text.entity(at: token) { return personName(entity) }
        return Phrase(of: token, in: text).words(in: text)
    }

    private func personName(_ entity: NamedEntity) -> String {
        var tokens = entity.tokens
        while tokens.count > 1, let last = tokens.last,
            text.label(last) == .caseMarker || text.tokens[last].tag == "POS"
        {
            tokens = tokens.dropLast()
        }
        while tokens.count > 1, let first = tokens.first,
            Lexicon.isTitle(text.lemma(first)) || text.norm(first) == "the",
            !Lexicon.isRank(text.lemma(first)) || Lexicon.isDroppedRank(text.lemma(first))
        {
            tokens = tokens.dropFirst()
        }
        guard let first = tokens.first, let last = tokens.last else { return "" }
        return text.words(of: first...last)
    }

    private func isHead(_ token: Int) -> Bool {
        guard [.noun, .properNoun].contains(text.tokens[token].partOfSpeech), !text.isEntity(token, Self.unspoken)
        else { return false }
        return Self.argumentLabels.contains(text.label(token))
    }

    private func kind(of token: Int) -> Mention.Kind? {
        if text.coordinated(with: token).count > 1, text.label(token) != .conjunct { return .several }
        if ["NNS", "NNPS"].contains(text.tokens[token].tag), !text.isEntity(token, ["GPE", "ORG", "PERSON"]) {
            return .several
        }
        if text.isEntity(token, ["PERSON"]) || Lexicon.isTitle(text.lemma(token)) { return .person }
        return .single
    }

    /// Whether a phrase is the subject of a clause, alone or with others.
    private func isSubject(_ token: Int) -> Bool {
        var current = token
        while text.label(current) == .conjunct, let head = text.head(of: current) { current = head }
        return [.subject, .passiveSubject].contains(text.label(current))
    }

    private static let unspoken: Set<String> = ["DATE", "TIME", "MONEY", "QUANTITY", "PERCENT", "CARDINAL", "ORDINAL"]
    private static let argumentLabels: Set<DependencyLabel> = [
        .subject, .passiveSubject, .directObject, .prepositionalObject, .attribute, .conjunct, .dative, .possessor,
        .apposition, .root,
    ]
}
