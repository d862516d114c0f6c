import Linguistics

/// Who or what a clause is about, where the clause itself does not say.
extension ClauseFinder {
    /// The heads of the subjects of a verb: its own, or the one it shares with what governs it.
    func subjects(of verb: Int) -> [Int] { subjects(of: verb, depth: 0) }

    private func subjects(of verb: Int, depth: Int) -> [Int] {
        guard depth < Self.depth else { return [] }
        if let own = ownSubject(of: verb) {
            return text.isRelativePronoun(own) ? antecedent(of: verb).map { [$0] } ?? [] : [own]
        }
        if !text.children(of: verb, .expletive).isEmpty { return [] }
        guard let head = text.head(of: verb) else { return [] }
        switch text.label(verb) {
        case .conjunct: return isPredicate(head) ? subjects(of: head, depth: depth + 1) : []
        case .clausalAdjunct: return subjects(ofAdjunct: verb, on: head, depth: depth)
        case .openComplement: return subjects(ofComplement: verb, of: head, depth: depth)
        case .adverbialClause where isInfinitive(verb) && pressed(by: head) != nil:
            return pressed(by: head).map { [$0] } ?? []
        case .adverbialClause: return hasSharedSubject(verb) ? verbSubjects(of: head, depth: depth) : []
        case .prepositionalComplement: return subjects(ofGerund: verb, after: head, depth: depth)
        case .clausalComplement where isMisreadConjunct(verb, of: head): return subjects(of: head, depth: depth + 1)
        default: return []
        }
    }

    private func verbSubjects(of head: Int, depth: Int) -> [Int] {
        isPredicate(head) ? performers(of: head, depth: depth) : []
    }

    /// The subject among a verb's own dependents.
    private func ownSubject(of verb: Int) -> Int? {
        let found = text.children(of: verb, .subject, .passiveSubject).filter { !isPredicate($0) }
        // "ties before the channel was opened": what stands before the conjunction belongs to another clause.
        if found.count > 1, let marker = text.children(of: verb, .marker).first(where: { found[0] < $0 }) {
            return found.first { $0 > marker } ?? found.first
        }
        guard let first = found.first else { return nil }
        // A title that the parser took for a subject of its own stands right before the name: "PM Netanyahu".
        return found.last { $0 == first + found.count - 1 } ?? first
    }

    /// What a relative clause says something of.
    func antecedent(of verb: Int) -> Int? {
        var current = verb
        for _ in 0..<Self.depth {
            guard let head = text.head(of: current) else { return nil }
            switch text.label(current) {
            case .relativeClause: return text.isNominal(head) ? named(head) : nil
            case .conjunct, .clausalComplement, .openComplement: current = head
            default: return nil
            }
        }
        return nil
    }

    /// "Helvia, a country that …": what is said of the description is said of the name.
    private func named(_ noun: Int) -> Int {
        guard text.label(noun) == .apposition, let name = text.head(of: noun), name < noun,
            text.tokens[name].partOfSpeech == .properNoun, text.tokens[noun].partOfSpeech == .noun,
            text.tokens[noun].tag == "NN"
        else { return noun }
        return name
    }

    /// "the agreement allowing …", "a plan to build …".
    private func subjects(ofAdjunct verb: Int, on noun: Int, depth: Int) -> [Int] {
        guard isInfinitive(verb) else {
            let isReduced = isParticiple(verb) || (text.tokens[verb].tag.hasPrefix("VB") && !isFinite(verb))
            return isReduced ? [noun] : []
        }
        if let owner = owner(of: noun) { return [owner] }
        let found = governingPredicate(of: noun).map { subjects(of: $0, depth: depth + 1) } ?? []
        return found.contains(noun) ? [] : found
    }

    /// "Egypt's effort to …", "Egypt efforts to …".
    private func owner(of noun: Int) -> Int? {
        text.children(of: noun, .possessor).first
            ?? text.children(of: noun, .compound).first { text.isEntity($0, ["PERSON", "ORG", "GPE", "NORP"]) }
    }

    /// "refused to pay", "asked Israel to permit": by the verb, its subject or its object.
    private func subjects(ofComplement verb: Int, of head: Int, depth: Int) -> [Int] {
        guard isPredicate(head) else {
            // "is due to meet", "made a promise to come"
            return governingPredicate(of: head).map { subjects(of: $0, depth: depth + 1) } ?? []
        }
        let objects = text.children(of: head, .directObject, .dative).filter(text.isNominal)
        if !isPassive(head), let object = objects.first, !Lexicon.subjectControl.contains(text.lemma(head)) {
            return [object]
        }
        if !isPassive(head), Lexicon.prepositionControl.contains(text.lemma(head)),
            let asked = obliqueObject(of: head, after: ["on", "upon", "to", "with"])
        {
            return [asked]
        }
        return performers(of: head, depth: depth)
    }

    /// "put pressure on the army to leave": those who are to do it.
    func pressed(by verb: Int) -> Int? {
        guard let pressure = text.children(of: verb, .directObject).first(where: { text.lemma($0) == "pressure" })
        else { return nil }
        let prepositions = (text.children[pressure] + text.children[verb]).filter {
            text.norm($0) == "on" && $0 > pressure
        }
        return prepositions.first.flatMap { text.children(of: $0, .prepositionalObject).first }
    }

    /// Who else acts in a clause: the subject, or the agent of a passive that is no order: "was used by rebels to …".
    private func performers(of verb: Int, depth: Int) -> [Int] {
        let agents = text.children(of: verb, .agent).flatMap { text.children(of: $0, .prepositionalObject) }
        let isOrder = Lexicon.governor(text.lemma(verb)) != nil
        return isPassive(verb) && !agents.isEmpty && !isOrder ? agents : subjects(of: verb, depth: depth + 1)
    }

    /// "accused Qatar of sending", "prevented them from leaving", "left after signing".
    private func subjects(ofGerund verb: Int, after preposition: Int, depth: Int) -> [Int] {
        guard let head = text.head(of: preposition) else { return [] }
        guard isPredicate(head) else {
            let isTelling = Lexicon.agentNouns.contains(text.lemma(head))
            if isTelling, let owner = owner(of: head) { return [owner] }
            return isTelling ? governingPredicate(of: head).map { subjects(of: $0, depth: depth + 1) } ?? [] : []
        }
        let object = text.children(of: head, .directObject).first(where: text.isNominal)
        if let object, !isPassive(head), ["of", "from", "into", "for"].contains(text.norm(preposition)),
            Lexicon.gerundObjectControl.contains(text.lemma(head))
        {
            return [object]
        }
        return subjects(of: head, depth: depth + 1)
    }

    /// Whether an adverbial clause leaves its subject to the main clause: "…, citing sources", "to meet …".
    private func hasSharedSubject(_ verb: Int) -> Bool {
        isInfinitive(verb) || ["VBG", "VBN"].contains(text.tokens[verb].tag)
    }

    /// Whether a "complement" without a subject is really coordinated: "supports Hamas and hosts its leader".
    func isMisreadConjunct(_ verb: Int, of head: Int) -> Bool {
        head < verb && isFinite(verb) && text.children(of: verb, .marker).isEmpty
            && text.tokens[head].tag == text.tokens[verb].tag
    }

    private func obliqueObject(of verb: Int, after prepositions: Set<String>) -> Int? {
        text.children(of: verb, .preposition, .dative)
            .first { prepositions.contains(text.norm($0)) }
            .flatMap { text.children(of: $0, .prepositionalObject).first }
    }

    /// The clause in which a noun or adjective stands.
    func governingPredicate(of token: Int) -> Int? {
        var current = token
        for _ in 0..<Self.depth {
            guard let head = text.head(of: current) else { return nil }
            if isPredicate(head) { return head }
            current = head
        }
        return nil
    }

    /// Whether a verb stands with "to".
    func isInfinitive(_ verb: Int) -> Bool {
        text.children(of: verb, .auxiliary).contains { text.norm($0) == "to" }
    }

    /// Whether a verb shows its tense itself.
    func isFinite(_ verb: Int) -> Bool { ["VBD", "VBZ", "VBP", "MD"].contains(text.tokens[verb].tag) }
}
