import Linguistics

/// Puts right what a small parser often gets wrong and the words themselves decide.
///
/// Each rule looks for one shape that is never right in English news, and hangs the tokens where they belong. Rules only
/// ever move a phrase to another head; what they do not know they leave alone.
struct TreeRepair {
    private(set) var text: ParsedText

    /// The same text with its tree put right.
    static func repaired(_ text: ParsedText) -> ParsedText {
        var repair = TreeRepair(text: text)
        for token in text.tokens.indices {
            repair.restoreVerb(token)
            repair.restoreAgreement(token)
        }
        for token in text.tokens.indices {
            repair.restoreConjunct(token)
            repair.closeList(token)
            repair.joinContents(token)
            repair.moveSharedInfinitive(token)
            repair.moveGerund(token)
            repair.moveRate(token)
            repair.moveMeasure(token)
            repair.joinObjects(token)
            repair.joinNouns(token)
            repair.joinAttribute(token)
            repair.joinReason(token)
            repair.restoreFronted(token)
            repair.raiseRelative(token)
            repair.raiseExtreme(token)
            repair.liftPurpose(token)
            repair.liftName(token)
            repair.separateNames(token)
            repair.raiseParticiple(token)
            repair.raiseName(token)
            repair.lowerApposition(token)
            repair.completeSaying(token)
            repair.joinSubjects(token)
        }
        for token in text.tokens.indices { repair.findSpeaker(token) }
        for token in text.tokens.indices { repair.findSubject(token) }
        for token in text.tokens.indices { repair.raiseReport(token) }
        return repair.text
    }

    private init(text: ParsedText) { self.text = text }

    /// Makes a token govern what governed it, at its place in the tree.
    mutating func swap(_ token: Int, above head: Int, as label: DependencyLabel) {
        guard text.tokens[token].head == head else { return }
        var tokens = text.tokens
        let isRoot = tokens[head].head == head
        (tokens[token].head, tokens[token].label) = (isRoot ? token : tokens[head].head, tokens[head].label)
        (tokens[head].head, tokens[head].label) = (token, label)
        text = ParsedText(text: text.text, tokens: tokens, entities: text.entities, sentences: text.sentences)
    }

    /// Makes a verb of what was taken for a noun.
    mutating func makeVerb(_ token: Int, tag: String) { retag(token, tag, .verb) }

    /// Makes a noun of what was taken for a verb.
    mutating func makeNoun(_ token: Int) { retag(token, "NN", .noun) }

    private mutating func retag(_ token: Int, _ tag: String, _ part: PartOfSpeech) {
        var tokens = text.tokens
        (tokens[token].tag, tokens[token].partOfSpeech) = (tag, part)
        text = ParsedText(text: text.text, tokens: tokens, entities: text.entities, sentences: text.sentences)
    }

    /// Hangs a token on another; nothing where that would make a circle.
    mutating func attach(_ token: Int, to head: Int, as label: DependencyLabel) {
        guard token != head, !governs(token, head) else { return }
        var tokens = text.tokens
        (tokens[token].head, tokens[token].label) = (head, label)
        text = ParsedText(text: text.text, tokens: tokens, entities: text.entities, sentences: text.sentences)
    }

    func governs(_ token: Int, _ other: Int) -> Bool {
        var current = other
        while let head = text.head(of: current) {
            if head == token { return true }
            current = head
        }
        return false
    }

    // MARK: coordination

    /// "supports Hamas and hosts its leader": a finite "complement" without a subject is coordinated.
    private mutating func restoreConjunct(_ verb: Int) {
        guard text.label(verb) == .clausalComplement, let head = text.head(of: verb), head < verb, text.isVerbal(head),
            text.tokens[head].tag == text.tokens[verb].tag, ["VBD", "VBZ", "VBP"].contains(text.tokens[verb].tag),
            !text.hasSubject(verb), text.children(of: verb, .marker, .expletive).isEmpty
        else { return }
        attach(verb, to: head, as: .conjunct)
        for adverb in text.children(of: verb, .adverbialModifier) where !text.children(of: adverb, .coordinator).isEmpty
        {
            attach(adverb, to: head, as: .adverbialModifier)
        }
    }

    /// "has provided money to pay for power, build roads": a base form goes with the infinitive before it.
    private mutating func moveSharedInfinitive(_ verb: Int) {
        guard text.label(verb) == .conjunct, text.tokens[verb].tag == "VB", let head = text.head(of: verb), head < verb,
            text.isVerbal(head), text.tokens[head].tag != "VB", !text.hasSubject(verb),
            text.children(of: verb, .auxiliary).isEmpty
        else { return }
        let infinitive = text.children(of: head, .adverbialClause, .openComplement, .clausalComplement).last { other in
            other < verb && text.children(of: other, .auxiliary).contains { text.norm($0) == "to" }
        }
        if let infinitive { attach(verb, to: infinitive, as: .conjunct) }
    }

    /// "chief Ada Lind and commander Bo Rask met": two persons, one of whom was taken for a part of the other's name.
    private mutating func separateNames(_ name: Int) {
        guard text.isEntity(name, ["PERSON"]), [.compound, .nominalModifier].contains(text.label(name)),
            let other = text.head(of: name), text.isEntity(other, ["PERSON"]),
            text.entity(at: name) != text.entity(at: other),
            !text.children(of: name, .coordinator).isEmpty
        else { return }
        swap(name, above: other, as: .conjunct)
        for part in text.children(of: name, .conjunct) where part != other && part < other {
            attach(part, to: other, as: .compound)
        }
    }

    /// "Lind, the head of the navy, and Rask travelled": two subjects of one verb that an "and" joins.
    private mutating func joinSubjects(_ verb: Int) {
        let subjects = text.children(of: verb, .subject, .passiveSubject)
        guard subjects.count == 2, let joint = text.children(of: subjects[0], .coordinator).last,
            (subjects[0]..<subjects[1]).contains(joint), text.norm(joint) == "and",
            text.children(of: subjects[0], .conjunct).isEmpty
        else { return }
        attach(subjects[1], to: subjects[0], as: .conjunct)
    }

    // MARK: objects and their neighbours

    /// "accused the network of sowing division": the gerund belongs to the verb, not to its object.
    private mutating func moveGerund(_ preposition: Int) {
        guard text.label(preposition) == .preposition, ["of", "from"].contains(text.norm(preposition)),
            let noun = text.head(of: preposition), text.label(noun) == .directObject, let verb = text.head(of: noun),
            Lexicon.gerundObjectControl.contains(text.lemma(verb)),
            !text.children(of: preposition, .prepositionalComplement).isEmpty
                || ["accuse", "suspect", "convict", "acquit"].contains(text.lemma(verb))
        else { return }
        attach(preposition, to: verb, as: .preposition)
        restoreGerund(after: preposition)
    }

    /// "of printing lies": not lies that print.
    private mutating func restoreGerund(after preposition: Int) {
        guard let object = text.children(of: preposition, .prepositionalObject).first,
            let gerund = text.children(of: object, .adjectivalModifier).first, gerund == preposition + 1,
            text.tokens[gerund].tag == "VBG"
        else { return }
        attach(object, to: preposition, as: .unclassified)
        swap(gerund, above: object, as: .directObject)
        attach(gerund, to: preposition, as: .prepositionalComplement)
    }

    /// "pays US$1 billion a year": the rate belongs to the amount.
    private mutating func moveRate(_ noun: Int) {
        guard text.label(noun) == .nounPhraseAdverbial, Lexicon.timeNouns.contains(text.lemma(noun)),
            let verb = text.head(of: noun), text.isVerbal(verb),
            text.children(of: noun, .determiner).contains(where: {
                ["a", "an", "each", "every"].contains(text.norm($0))
            })
        else { return }
        let start = text.subtree(of: noun).lowerBound
        let amount = text.children(of: verb, .directObject, .dative).last {
            text.subtree(of: $0).upperBound == start - 1
        }
        if let amount, text.isEntity(amount, ["MONEY", "CARDINAL", "QUANTITY"]) {
            attach(noun, to: amount, as: .nounPhraseAdverbial)
        }
    }

    /// "went on strike after talks broke down, shutting the port": what comes of it comes of the main clause.
    private mutating func raiseParticiple(_ verb: Int) {
        guard text.label(verb) == .adverbialClause, text.tokens[verb].tag == "VBG", let head = text.head(of: verb),
            head < verb,
            text.label(head) == .adverbialClause,
            text.children(of: head, .marker).contains(where: { text.norm($0) != "if" }),
            let main = text.head(of: head), main < head, text.isVerbal(main),
            text.subtree(of: verb).lowerBound > 0, text.tokens[text.subtree(of: verb).lowerBound - 1].text == ","
        else { return }
        attach(verb, to: main, as: .adverbialClause)
    }

    /// "fell 11 percent after it cut …": a measure before a conjunction belongs to the verb before it.
    private mutating func moveMeasure(_ noun: Int) {
        guard text.label(noun) == .nounPhraseAdverbial, !Lexicon.units.contains(text.lemma(noun)),
            let verb = text.head(of: noun), noun < verb, text.label(verb) == .adverbialClause,
            let main = text.head(of: verb), main < noun, text.isVerbal(main),
            text.children(of: verb, .marker).contains(where: { noun < $0 })
        else { return }
        attach(noun, to: main, as: .nounPhraseAdverbial)
    }

    /// "in Sel airport": one object of a preposition, not two.
    private mutating func joinObjects(_ preposition: Int) {
        let objects = text.children(of: preposition, .prepositionalObject)
        guard objects.count == 2, objects[0] + 1 == objects[1], text.tokens[objects[0]].partOfSpeech == .properNoun,
            text.tokens[objects[1]].partOfSpeech == .noun
        else { return }
        attach(objects[0], to: objects[1], as: .compound)
    }

    /// "in order to sign a treaty": the infinitive says what for.
    private mutating func liftPurpose(_ noun: Int) {
        guard text.norm(noun) == "order", text.label(noun) == .prepositionalObject,
            let preposition = text.head(of: noun),
            text.norm(preposition) == "in", let verb = text.head(of: preposition), text.isVerbal(verb),
            let purpose = text.children(of: noun, .clausalAdjunct).first
        else { return }
        attach(purpose, to: verb, as: .adverbialClause)
        attach(preposition, to: purpose, as: .unclassified)
    }

    /// "director of the Harbour Board Mara Lindqvist": the person is the head, and the commander stands beside the name.
    private mutating func liftName(_ name: Int) {
        guard text.isEntity(name, ["PERSON"]), let entity = text.entity(at: name),
            text.label(name) == .prepositionalObject,
            let preposition = text.head(of: name), let title = text.head(of: preposition), title < preposition,
            Lexicon.isTitle(text.lemma(title)),
            let holder = holder(before: entity, of: name), holder > preposition
        else { return }
        let (head, label) = (text.tokens[title].head, text.label(title))
        let isRoot = head == title
        for child in text.children(of: title, .conjunct, .coordinator, .relativeClause, .apposition) where child > name
        {
            attach(child, to: name, as: text.label(child))
        }
        attach(holder, to: preposition, as: .prepositionalObject)
        for child in text.children(of: name, .compound, .nominalModifier, .determiner) where child < holder {
            attach(child, to: holder, as: text.label(child))
        }
        guard !isRoot else { return }
        attach(name, to: head, as: label)
        attach(title, to: name, as: .apposition)
    }

    /// "the commander of the fleet, Per Oland, said": the name stands beside the commander, not the fleet.
    private mutating func raiseName(_ name: Int) {
        guard text.label(name) == .apposition, text.tokens[name].partOfSpeech == .properNoun,
            !text.isEntity(name, ["GPE", "ORG", "LOC", "FAC"]), let noun = text.head(of: name),
            noun < name,
            text.label(noun) == .prepositionalObject, let preposition = text.head(of: noun),
            let title = text.head(of: preposition), text.tokens[title].tag != "NNS", Lexicon.isTitle(text.lemma(title))
        else { return }
        attach(name, to: title, as: .apposition)
    }

    /// "between Verania and the Front, a rebel group": an apposition is about the name right before it.
    private mutating func lowerApposition(_ noun: Int) {
        guard text.label(noun) == .apposition, let first = text.head(of: noun), first < noun,
            text.tokens[noun].tag == "NN"
        else {
            return
        }
        let start = text.subtree(of: noun).lowerBound
        let nearest = text.coordinated(with: first).last { $0 < start && $0 != first }
        guard let nearest, start > 0, text.tokens[start - 1].text == ",",
            !(nearest..<max(nearest, start - 1)).dropFirst().contains(where: { text.isNominal($0) })
        else { return }
        attach(noun, to: nearest, as: .apposition)
    }

    /// "told the paper that it was leaking": what was told is no clause about the paper.
    private mutating func completeSaying(_ verb: Int) {
        if text.label(verb) == .clausalComplement { return markThat(of: verb) }
        guard [.relativeClause, .clausalAdjunct].contains(text.label(verb)), let listener = text.head(of: verb),
            [.directObject, .dative].contains(text.label(listener)), let saying = text.head(of: listener),
            ["tell", "inform", "warn", "assure", "remind", "notify", "convince", "persuade"].contains(
                text.lemma(saying)),
            let that = text.children[verb].first(where: {
                text.norm($0) == "that" && $0 == text.subtree(of: verb).lowerBound
            }),
            text.children(of: verb, .subject, .passiveSubject).contains(where: { $0 != that })
        else { return }
        attach(that, to: verb, as: .marker)
        attach(verb, to: saying, as: .clausalComplement)
    }

    /// "that" before a clause with a subject and no gap is no pronoun.
    private mutating func markThat(of verb: Int) {
        let pronoun = text.children(of: verb, .directObject).first { $0 < verb && text.norm($0) == "that" }
        if let pronoun, text.hasSubject(verb) { attach(pronoun, to: verb, as: .marker) }
    }

    /// What a person who is named after it leads or is from; `nil` where an office of the person's own stands between.
    private func holder(before entity: NamedEntity, of name: Int) -> Int? {
        let modifiers = text.children(of: name, .compound, .nominalModifier).filter { $0 < entity.tokens.lowerBound }
        let isOffice = modifiers.contains { Lexicon.isTitle(text.lemma($0)) && !Lexicon.isRank(text.lemma($0)) }
        return isOffice ? nil : modifiers.last { !Lexicon.isRank(text.lemma($0)) }
    }
}
