import Linguistics

/// Verbs that a parser took for nouns, and clauses that it hung too low.
extension TreeRepair {
    /// "The dam, which was built in 1987, supplies drinking water": a plural at the root that has a subject is its verb.
    mutating func restoreVerb(_ noun: Int) {
        if ["supply", "sell", "buy", "deliver", "import", "export"].contains(text.lemma(noun)), text.isVerbal(noun) {
            return restoreObject(of: noun)
        }
        guard text.label(noun) == .root, text.tokens[noun].tag == "NNS",
            let subject = text.children(of: noun, .subject, .passiveSubject).first, subject < noun,
            ["NN", "NNP", "PRP"].contains(text.tokens[subject].tag)
        else { return }
        makeVerb(noun, tag: "VBZ")
        restoreObject(of: noun)
    }

    /// "The company, founded in 1990, supplies fuel to the army": one company does not "fuel", it "supplies".
    mutating func restoreAgreement(_ verb: Int) {
        let noun = verb - 1
        guard text.tokens[verb].tag == "VBP", text.label(verb) == .root, noun > 0, text.tokens[noun].tag == "NNS",
            text.label(noun) == .compound, text.head(of: noun) == verb,
            let subject = text.children(of: verb, .subject).first, ["NN", "NNP"].contains(text.tokens[subject].tag),
            text.coordinated(with: subject).count == 1
        else { return }
        swap(noun, above: verb, as: .directObject)
        for child in text.children[verb] { attach(child, to: noun, as: text.label(child)) }
        makeVerb(noun, tag: "VBZ")
        makeNoun(verb)
    }

    /// "supplies drinking water": not an act of drinking.
    private mutating func restoreObject(of verb: Int) {
        guard let gerund = text.children(of: verb, .openComplement).first, gerund == verb + 1,
            text.tokens[gerund].tag == "VBG",
            let object = text.children(of: gerund, .directObject).first, object == gerund + 1
        else { return }
        for child in text.children[gerund] where child > object { attach(child, to: verb, as: text.label(child)) }
        attach(object, to: verb, as: .directObject)
        attach(gerund, to: object, as: .adjectivalModifier)
    }

    /// "to build roads, help the army guard them and pay for both": the "and" that a list lacks closes the list.
    mutating func closeList(_ verb: Int) {
        guard text.label(verb) == .conjunct, text.tokens[verb].tag == "VB", !text.hasSubject(verb),
            let inner = text.head(of: verb), inner < verb, text.hasSubject(inner),
            [.clausalComplement, .openComplement].contains(text.label(inner)),
            let last = text.head(of: inner), last < inner, [.conjunct, .unclassified].contains(text.label(last)),
            let first = text.head(of: last), text.isVerbal(first),
            text.children(of: first, .coordinator).isEmpty, text.children(of: last, .coordinator).isEmpty
        else { return }
        attach(verb, to: last, as: .conjunct)
    }

    /// "on the condition that one side leave and that the other pay": the second "that" goes with the first.
    mutating func joinContents(_ verb: Int) {
        guard text.label(verb) == .conjunct, hasThat(verb), let head = text.head(of: verb), !hasThat(head) else {
            return
        }
        let first = (head..<max(head, verb)).last { other in
            hasThat(other) && governs(head, other)
                && [.clausalAdjunct, .clausalComplement, .relativeClause].contains(text.label(other))
        }
        if let first { attach(verb, to: first, as: .conjunct) }
    }

    /// "went so far as to close it": what it came to is an act of whoever went so far.
    mutating func raiseExtreme(_ verb: Int) {
        guard text.label(verb) == .adverbialClause, let adverb = text.head(of: verb), text.norm(adverb) == "far",
            let main = text.head(of: adverb), text.isVerbal(main)
        else { return }
        attach(verb, to: main, as: .adverbialClause)
    }

    private func hasThat(_ verb: Int) -> Bool {
        text.children(of: verb, .marker).contains { text.norm($0) == "that" }
    }

    /// "The bridge over the Elm, which cost two million, …": what has a price or lasts is the bridge, not a name beside it.
    mutating func raiseRelative(_ verb: Int) {
        guard text.label(verb) == .relativeClause, ["cost", "last", "weigh", "measure"].contains(text.lemma(verb)),
            text.children(of: verb, .subject).contains(where: { text.norm($0) == "which" }),
            let name = text.head(of: verb), text.tokens[name].partOfSpeech == .properNoun,
            text.label(name) == .prepositionalObject, let preposition = text.head(of: name),
            let noun = text.head(of: preposition), text.tokens[noun].partOfSpeech == .noun, noun < preposition
        else { return }
        attach(verb, to: noun, as: .relativeClause)
    }

    /// "due to the Front supporting them": the reason is what the Front does.
    mutating func joinReason(_ noun: Int) {
        guard text.label(noun) == .prepositionalObject, let preposition = text.head(of: noun), preposition < noun,
            isCausal(preposition), let act = text.children(of: noun, .clausalAdjunct).first, act == noun + 1,
            text.tokens[act].tag == "VBG", !text.children(of: act, .directObject).isEmpty
        else { return }
        attach(act, to: preposition, as: .prepositionalComplement)
        attach(noun, to: act, as: .subject)
    }
    /// "because of", "due to", "despite", however the tree cuts them.
    private func isCausal(_ preposition: Int) -> Bool {
        let causes: Set<String> = ["because", "despite", "due", "owing", "thanks"]
        let outer = text.head(of: preposition).map(text.norm) ?? ""
        return causes.contains(text.norm(preposition))
            || ["of", "to"].contains(text.norm(preposition)) && causes.contains(outer)
    }
}
