import Linguistics

/// A clause laid out for comparison with phrases: who acts, who undergoes, and what stands after which preposition.
///
/// An object, because it is held against hundreds of phrases and copying its arrays each time would cost more than comparing.
final class ClauseFrame: Sendable {
    let clause: Clause
    let text: ParsedText
    /// The words of the text, to be compared with those of phrases.
    let spelled: SpelledText
    /// The lemma of the verb; "be" where a noun is said of something without one, "have" for "there is".
    let verb: String

    init(_ clause: Clause, in text: ParsedText, _ spelled: SpelledText) {
        (self.text, self.spelled) = (text, spelled)
        var clause = clause
        switch clause.form {
        case .verb: verb = text.tokens[clause.head].lemma.lowercased()
        case .existential:
            // "There are talks between Qatar and Israel": nobody is named who has them, and the talks are what is had.
            (clause.objects, clause.subjects) = (clause.objects + clause.subjects, [])
            verb = "have"
        case .copula, .apposition, .title: verb = "be"
        }
        self.clause = clause
        complements = Self.complements(of: clause, in: text)
    }

    /// Those who do it: the subjects of an active clause.
    var agents: [Int] { clause.isPassive ? clause.agents : clause.subjects }

    /// Those it is done to: the objects of an active clause, the subjects of a passive one.
    var patients: [Int] { clause.isPassive ? clause.subjects : clause.objects }

    /// Whatever completes the verb without a preposition and may be a word of a phrase.
    let complements: [Int]

    private static func complements(of clause: Clause, in text: ParsedText) -> [Int] {
        let own = clause.isPassive ? clause.subjects + clause.objects : clause.objects
        return own + clause.objectPredicates + clause.adverbs + own.flatMap { adjectives(after: $0, in: text) }
    }

    /// Adjectives after a noun: "conditional" of "made the truce conditional on fuel".
    private static func adjectives(after noun: Int, in text: ParsedText) -> [Int] {
        text.children[noun].filter { text.tokens[$0].label == .adjectivalModifier && $0 > noun }
    }

    /// The acts that complete it: "reach" of "was meant to reach".
    var infinitives: [Int] { clause.complements.filter { text.tokens[$0].label == .openComplement } }

    /// The heads of its expressions of time: "1996" of "in 1996".
    var timeHeads: [Int] {
        clause.times.compactMap { range in
            range.last { !range.contains(text.tokens[$0].head) || isObjectOfPreposition($0) }
        }.filter { ["DATE", "TIME", "CARDINAL"].contains(text.entity(at: $0)?.label) }
    }

    func lemma(_ token: Int) -> String { text.tokens[token].lemma.lowercased() }

    func word(_ token: Int) -> String { text.tokens[token].text.lowercased() }

    /// Whether a token is a form of one of the words.
    func isForm(_ token: Int, of word: WordForms) -> Bool {
        word.bases.contains(spelled.lemmas[token]) || word.bases.contains(spelled.words[token])
    }

    /// The adjectives and nouns before a noun, theirs among them, in order.
    func modifiers(of noun: Int) -> [Int] {
        let own = text.children[noun].filter { $0 < noun && Self.modifierLabels.contains(text.tokens[$0].label) }
        return own.flatMap { text.tokens[$0].label == .possessor ? [$0] : modifiers(of: $0) + [$0] }
    }

    private static let modifierLabels: [DependencyLabel] = [
        .adjectivalModifier, .compound, .nominalModifier, .numericModifier, .possessor,
    ]

    /// What a word for a measure is a measure of: "aid" of "twenty tons of aid".
    func measured(by noun: Int) -> [Int] {
        let isMeasure = Self.measures.contains(lemma(noun)) || text.tokens[noun].partOfSpeech == .numeral
        return isMeasure ? phrases(after: "of", under: noun) : []
    }

    private static let measures: Set<String> = [
        "barrel", "batch", "billion", "consignment", "dozen", "hundred", "kilogram", "litre", "lot", "million",
        "number",
        "pallet", "piece", "planeload", "round", "series", "shipment", "thousand", "ton", "tonne", "truckload",
    ]

    /// The numbers before a noun: "eighty" of "eighty planes".
    func numbers(of noun: Int) -> [Int] { text.children[noun].filter { text.tokens[$0].label == .numericModifier } }

    /// The noun's possessor: "Qatar" of "Qatar's ambassador".
    func possessors(of noun: Int) -> [Int] {
        text.children[noun].filter { text.tokens[$0].label == .possessor }.flatMap(coordinated)
    }

    /// A head and those coordinated with it, in order.
    func coordinated(_ head: Int) -> [Int] {
        [head] + text.children[head].filter { text.tokens[$0].label == .conjunct }.flatMap(coordinated)
    }

    func isPlural(_ token: Int) -> Bool { ["NNS", "NNPS"].contains(text.tokens[token].tag) }

    /// Whether a token stands before a noun as a part of its phrase.
    func isAdjective(_ token: Int) -> Bool {
        [.adjectivalModifier, .compound, .nominalModifier].contains(text.tokens[token].label)
    }

    /// What the verb's prepositions bring in.
    func obliques(after preposition: String) -> [Int] {
        clause.obliques.first { oblique in
            guard let last = oblique.prepositions.last else { return false }
            let isParticle = oblique.prepositions.dropLast().allSatisfy {
                PhraseReader.adverbParticles.contains(word($0))
            }
            return words(of: oblique) == preposition || isParticle && Self.alike(word(last)) == preposition
        }?.objects ?? []
    }

    /// "Conditional upon" is "conditional on".
    private static func alike(_ preposition: String) -> String { preposition == "upon" ? "on" : preposition }

    /// Whether a phrase only joins the sentence to the ones before it: "on the other hand", "in addition".
    func isConnective(_ oblique: Clause.Oblique) -> Bool {
        guard ["on", "in", "by", "at", "for"].contains(words(of: oblique)), let head = oblique.objects.first else {
            return false
        }
        return Self.connectives.contains(lemma(head)) && phrases(after: "of", under: head).isEmpty
    }

    private static let connectives: Set<String> = [
        "addition", "all", "case", "contrary", "contrast", "effect", "end", "example", "fact", "first", "general",
        "hand",
        "instance", "last", "least", "other", "particular", "part", "response", "result", "return", "reality", "side",
        "total",
        "turn", "way",
    ]

    /// The prepositions of an oblique: "because of".
    func words(of oblique: Clause.Oblique) -> String { oblique.prepositions.map(word).joined(separator: " ") }

    /// What stands after a preposition that hangs on a noun.
    func phrases(after preposition: String, under noun: Int) -> [Int] {
        for child in text.children[noun]
        where text.tokens[child].label == .preposition && Self.alike(word(child)) == preposition {
            return text.children[child].filter(isObjectOfPreposition).flatMap(coordinated)
        }
        return []
    }

    /// What stands after a preposition that hangs on a noun, or on a noun that hangs on it: "talks on gas with Qatar".
    func nestedPhrases(after preposition: String, under noun: Int) -> [Int] {
        let near = phrases(after: preposition, under: noun)
        guard near.isEmpty else { return near }
        for child in text.children[noun] where text.tokens[child].label == .preposition {
            for object in text.children[child] where isObjectOfPreposition(object) {
                let found = phrases(after: preposition, under: object)
                if !found.isEmpty { return found }
            }
        }
        return []
    }

    private func isObjectOfPreposition(_ token: Int) -> Bool {
        [.prepositionalObject, .prepositionalComplement].contains(text.tokens[token].label)
    }

    /// Whether the particle goes with the verb, however the parse hangs it there.
    func hasParticle(_ particle: String) -> Bool {
        let candidates = [clause.particle].compactMap { $0 } + clause.adverbs + clause.objectPredicates
        return candidates.contains { word($0) == particle }
            || clause.obliques.contains { $0.prepositions.first.map(word) == particle }
            || text.children[clause.head].contains { word($0) == particle }
    }

    /// Whether it is said as something that goes on: in the present tense, progressive, or by an amount per time.
    var isHabitual: Bool {
        let tag = text.tokens[clause.head].tag
        return ["VBZ", "VBP"].contains(tag) || tag == "VBG" && !clause.auxiliaries.isEmpty
    }
}
