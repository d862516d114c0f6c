import Linguistics

/// Lists what a sentence speaks of, in the order of its words.
struct MentionFinder {
    let text: ParsedText
    let discourse: Discourse

    /// The words by which the mentions of a text may depend on what was said before: all that are looked up as a surname.
    static func surnames(in text: ParsedText) -> Set<String> {
        let nouns = text.tokens.filter { $0.partOfSpeech == .properNoun }.map(\.text)
        let persons = text.entities.filter { $0.label == "PERSON" }.map { PersonName($0, in: text).words }
        return Set(nouns + persons)
    }

    /// The mentions of all phrases but pronouns.
    func mentions() -> [Mention] { text.tokens.indices.compactMap { mention(at: $0) } }

    /// The mention that a token is the head of; `nil` for pronouns, times, and words inside other names.
    func mention(at token: Int) -> Mention? {
        guard isHead(token), let kind = kind(of: token) else { return nil }
        let isNamed = text.entity(at: token) != nil && text.tokens[token].partOfSpeech == .properNoun
        return Mention(
            kind: kind, name: kind == .several ? names(of: token) : name(of: token), standing: standing(of: token),
            isNamed: isNamed,
            isSure: isSure(token, kind, isNamed),
            isNew: isNew(token),
            gender: kind == .person ? gender(of: token) : nil)
    }

    /// The words of a phrase; of a person, the full name without titles.
    func name(of token: Int) -> String {
        if let name = nameBeside(token) { return self.name(of: name) }
        if text.isEntity(token, ["PERSON"]), let entity = text.entity(at: token) {
            let name = PersonName(entity, in: text).words
            return name.contains(" ") ? name : discourse.fullName(of: name) ?? name
        }
        if let name = fullName(of: token) { return name }
        return Phrase(of: token, in: text).words(in: text)
    }

    /// The words of several phrases together: "the Authority and the Front".
    private func names(of token: Int) -> String {
        let phrases = text.coordinated(with: token).map { Phrase(of: $0, in: text).tokens }
        guard let first = phrases.first, let last = phrases.last, phrases.count > 1 else { return name(of: token) }
        return text.words(of: ClosedRange(spanning: first.lowerBound, last.upperBound))
    }

    /// The full name of somebody who is called by the surname alone, whatever the model takes it for.
    func fullName(of token: Int) -> String? {
        guard text.tokens[token].partOfSpeech == .properNoun, !text.isEntity(token, ["GPE", "LOC"]),
            text.children(of: token, .compound, .nominalModifier).isEmpty
        else { return nil }
        return discourse.fullName(of: text.tokens[token].text)
    }

    /// The name of somebody or something that is described first: "the foreign minister, Ada Lind", "the network Al Jazeera".
    func nameBeside(_ head: Int) -> Int? {
        let isDescription = text.tokens[head].partOfSpeech == .noun || Lexicon.isTitle(text.lemma(head))
        guard isDescription, text.tokens[head].tag != "NNS", !text.isEntity(head, ["PERSON"]) else { return nil }
        return text.children(of: head, .apposition).first {
            $0 > head && text.tokens[$0].partOfSpeech == .properNoun && text.isEntity($0, ["PERSON", "ORG", "GPE"])
                && !(head..<$0).contains { ["(", ":"].contains(text.tokens[$0].text) }
                && text.coordinated(with: $0).count == 1
        }
    }

    /// "promised an inquiry", "in a second trial"; "as a verdict" brings nothing up.
    private func isNew(_ token: Int) -> Bool {
        guard text.children(of: token, .determiner).contains(where: { ["a", "an"].contains(text.norm($0)) }) else {
            return false
        }
        switch text.label(token) {
        case .directObject: return true
        case .prepositionalObject: return text.head(of: token).map { !["as", "like"].contains(text.norm($0)) } ?? false
        default: return false
        }
    }

    private func isHead(_ token: Int) -> Bool {
        guard [.noun, .properNoun].contains(text.tokens[token].partOfSpeech), !text.isEntity(token, Self.unspoken)
        else {
            return false
        }
        return Self.argumentLabels.contains(text.label(token))
    }

    private func kind(of token: Int) -> Mention.Kind? {
        if text.coordinated(with: token).count > 1 || text.label(token) == .conjunct {
            return text.label(token) == .conjunct ? nil : .several
        }
        let isName = text.isEntity(token, ["GPE", "ORG", "PERSON"])
        if ["NNS", "NNPS"].contains(text.tokens[token].tag), !isName { return .several }
        if text.isEntity(token, ["PERSON"]) || Lexicon.isTitle(text.lemma(token)) { return .person }
        if fullName(of: token) != nil || Lexicon.isPerson(text.lemma(token)) { return .person }
        let appositions = text.children(of: token, .apposition)
        if appositions.contains(where: { Lexicon.isTitle(text.lemma($0)) && text.isNominal($0) }) { return .person }
        return isUnknownSpeaker(token) ? .person : .single
    }

    /// A name that the model does not know and that says something.
    private func isUnknownSpeaker(_ token: Int) -> Bool {
        guard text.tokens[token].partOfSpeech == .properNoun, text.entity(at: token) == nil,
            text.label(token) == .subject, let verb = text.head(of: token)
        else { return false }
        return Lexicon.report(text.lemma(verb)) == .said
    }

    /// Whether more than the model's label says that a name is a person's or not.
    private func isSure(_ token: Int, _ kind: Mention.Kind, _ isNamed: Bool) -> Bool {
        guard text.tokens[token].partOfSpeech == .properNoun, kind != .several else { return true }
        if text.isEntity(token, ["GPE", "LOC", "NORP"]) { return true }
        let beside = text.children(of: token, .apposition, .compound)
        if beside.contains(where: { Lexicon.isTitle(text.lemma($0)) }) { return true }
        let clauses = text.children(of: token, .relativeClause)
        if clauses.contains(where: { text.children[$0].contains { text.norm($0) == "who" } }) { return true }
        return text.children(of: token, .compound).contains { text.tokens[$0].partOfSpeech == .properNoun }
    }

    /// Whether a phrase is what its sentence is about, or the subject of a clause inside it.
    private func standing(of token: Int) -> Mention.Standing {
        var verb = text.head(of: token)
        let isExistential =
            text.label(token) == .attribute
            && (verb.map { !text.children(of: $0, .expletive).isEmpty } ?? false)
        guard [.subject, .passiveSubject].contains(text.label(token)) || isExistential else { return .other }
        while let current = verb, [.clausalComplement, .conjunct].contains(text.label(current)) {
            verb = text.head(of: current)
        }
        return verb.map { text.label($0) == .root } ?? false ? .topic : .subject
    }

    private func gender(of token: Int) -> Mention.Gender? {
        let words = [token] + text.children(of: token, .compound, .apposition)
        for word in words.map(text.lemma) {
            if Lexicon.men.contains(word) { return .male }
            if Lexicon.women.contains(word) { return .female }
        }
        return nil
    }

    private static let unspoken: Set<String> = [
        "DATE", "TIME", "MONEY", "QUANTITY", "PERCENT", "CARDINAL", "ORDINAL",
    ]
    private static let argumentLabels: Set<DependencyLabel> = [
        .subject, .passiveSubject, .directObject, .prepositionalObject, .attribute, .conjunct, .dative, .possessor,
        .root,
    ]
}

/// The name of a person in a text, without titles and the possessive mark.
struct PersonName {
    /// The name.
    let words: String

    /// The name that an entity of the model holds.
    init(_ entity: NamedEntity, in text: ParsedText) {
        var tokens = entity.tokens
        while tokens.count > 1, let last = tokens.last,
            text.tokens[last].tag == "POS" || text.tokens[last].partOfSpeech == .punctuation
        {
            tokens = tokens.dropLast()
        }
        while tokens.count > 1, let first = tokens.first, Self.isDropped(first, in: text) {
            tokens = tokens.dropFirst()
        }
        guard let first = tokens.first, let last = tokens.last else {
            words = ""
            return
        }
        words = text.words(of: first...last).filter { !"[]\"".contains($0) }
    }

    private static func isDropped(_ token: Int, in text: ParsedText) -> Bool {
        let lemma = text.lemma(token)
        if text.norm(token) == "the" || text.tokens[token].partOfSpeech == .punctuation { return true }
        return Lexicon.isRank(lemma) ? Lexicon.isDroppedRank(lemma) : Lexicon.isTitle(lemma)
    }
}

extension Lexicon {
    /// Whether a noun is a person without being an office.
    static func isPerson(_ lemma: String) -> Bool {
        men.contains(lemma) || women.contains(lemma) || persons.contains(lemma)
    }

    private static let persons: Set<String> = [
        "person", "victim", "suspect", "teenager", "student", "worker", "driver", "passenger", "soldier", "patient",
        "officer", "player", "child", "defendant", "gunman", "attacker", "driver", "employee", "customer", "client",
        "prisoner", "hostage", "refugee", "migrant", "citizen", "voter", "neighbour", "neighbor", "friend", "colleague",
        "teacher", "artist", "musician", "climber", "fan", "user", "shareholder", "investor", "whistleblower", "baby",
        "retiree", "pensioner", "murderer", "killer", "thief", "hacker", "accountant", "physicist", "chemist", "expert",
        "politician", "rebel", "counterpart", "successor", "predecessor", "rival", "winner", "nominee", "informant",
    ]

    static let men: Set<String> = [
        "mr", "mr.", "sir", "king", "prince", "emir", "sheikh", "chairman", "spokesman", "congressman", "father", "son",
        "brother", "husband", "man", "boy", "businessman", "lord", "sultan", "pope", "actor", "duke", "grandfather",
    ]
    static let women: Set<String> = [
        "mrs", "mrs.", "ms", "ms.", "miss", "dame", "queen", "princess", "sheikha", "chairwoman", "spokeswoman",
        "congresswoman", "mother", "daughter", "sister", "wife", "woman", "girl", "businesswoman", "lady", "actress",
        "duchess", "grandmother",
    ]
}
