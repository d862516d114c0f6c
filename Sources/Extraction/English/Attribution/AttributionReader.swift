import Linguistics

/// Finds who says what a clause says: the subjects of the verbs of saying that govern it, and "according to".
struct AttributionReader {
    let text: ParsedText
    /// The clauses of the sentence by the token of their head.
    let clauses: [Int: Clause]

    /// Who vouches for a clause, and whether anybody does.
    struct Attribution: Hashable, Sendable {
        /// The heads of the speakers' phrases, outermost last; several where they speak together.
        var speakers: [[Int]] = []
        /// Whether the saying itself is denied or asked, so that nobody says what the clause says.
        var isUnsaid = false
    }

    /// The attribution of a clause.
    func attribution(of clause: Clause) -> Attribution {
        var found = Attribution()
        addAccording(at: clause.head, to: &found)
        var dependent = clause.head
        for governor in clause.governors {
            add(governor, over: dependent, to: &found)
            dependent = governor.head
        }
        return found
    }

    private func add(_ governor: Clause.Governor, over dependent: Int, to found: inout Attribution) {
        let verb = governor.head
        if reports(governor, over: dependent), let saying = clauses[verb] {
            addCited(by: verb, to: &found)
            let speakers = (saying.isPassive ? saying.agents : saying.subjects).filter { maySpeak($0, by: verb) }
            if !speakers.isEmpty { append(speakers, to: &found) }
            if !saying.negations.isEmpty
                || saying.markers.contains(where: { ["if", "unless"].contains(text.norm($0)) })
            {
                found.isUnsaid = true
            }
        } else if isQuotedAsSaying(governor), let quoting = clauses[verb], quoting.isPassive, !quoting.agents.isEmpty {
            append(quoting.agents, to: &found)
        }
        if text.isVerbal(verb) { addAccording(at: verb, to: &found) }
        if let owner = owner(of: governor, over: dependent) { append([owner], to: &found) }
    }

    /// Whether a phrase can be who says it: a fact may "show" something too, and nobody says so then.
    private func maySpeak(_ speaker: Int, by verb: Int) -> Bool {
        guard Lexicon.showing.contains(text.lemma(verb)), text.tokens[speaker].partOfSpeech == .noun else {
            return true
        }
        let lemma = text.lemma(speaker)
        return Lexicon.reportNouns.contains(lemma) || Lexicon.isTitle(lemma) || !Lexicon.isAbstract(lemma)
    }

    /// Whether a verb reports the clause that depends on it.
    private func reports(_ governor: Clause.Governor, over dependent: Int) -> Bool {
        guard text.isVerbal(governor.head), let report = Lexicon.report(text.lemma(governor.head)), report != .asked
        else { return false }
        switch governor.label {
        case .clausalComplement, .parataxis, .subject, .directObject: return !isControlled(dependent, by: governor.head)
        // "denied sending", "admitted taking"; an infinitive is the speaker's own plan: "vowed to return".
        case .openComplement: return text.tokens[dependent].tag == "VBG" && report != .believed
        // "accused Qatar of sending" is said by the accuser.
        default: return false
        }
    }

    /// "asked them to leave", misread as a reported clause.
    private func isControlled(_ dependent: Int, by verb: Int) -> Bool {
        let isInfinitive = text.children(of: dependent, .auxiliary).contains { text.norm($0) == "to" }
        let isHeld = Lexicon.holdsToBe(text.lemma(verb)) && text.hasSubject(dependent)
        return isInfinitive && !isHeld || !text.isVerbal(dependent)
    }

    /// "was quoted by the paper as saying".
    private func isQuotedAsSaying(_ governor: Clause.Governor) -> Bool {
        governor.label == .preposition && Lexicon.citing.contains(text.lemma(governor.head))
    }

    /// "Jordan's claim that …": the one who makes it.
    private func owner(of governor: Clause.Governor, over dependent: Int) -> Int? {
        if governor.label == .preposition, Lexicon.accusations.contains(text.lemma(governor.head)) {
            return clauses[governor.head].flatMap { $0.isPassive ? $0.agents.first : $0.subjects.first }
        }
        guard governor.label == .clausalAdjunct, !text.children(of: dependent, .marker).isEmpty,
            Lexicon.statements.contains(text.lemma(governor.head))
        else { return nil }
        return text.children(of: governor.head, .possessor).first
    }

    /// "citing officials, the paper said": what the speaker rests on stands inside.
    private func addCited(by verb: Int, to found: inout Attribution) {
        for clause in text.children(of: verb, .adverbialClause) where Lexicon.citing.contains(text.lemma(clause)) {
            let sources = text.children(of: clause, .directObject).flatMap(text.coordinated(with:))
            if !sources.isEmpty { append(sources, to: &found) }
        }
    }

    /// "according to the ministry", wherever it stands under the verb.
    private func addAccording(at verb: Int, to found: inout Attribution) {
        for child in text.children[verb] where Lexicon.attributingPrepositions.contains(text.norm(child)) {
            let sources = text.children(of: child, .preposition).flatMap { text.children(of: $0, .prepositionalObject) }
            if !sources.isEmpty { append(sources.map(holder).flatMap(text.coordinated(with:)), to: &found) }
        }
    }

    /// "information received by the paper": the one that has it.
    private func holder(of source: Int) -> Int {
        guard ["information", "data", "detail", "material"].contains(text.lemma(source)),
            let clause = text.children(of: source, .clausalAdjunct).first
        else { return source }
        return clauses[clause]?.agents.first ?? source
    }

    private func append(_ speakers: [Int], to found: inout Attribution) {
        if !found.speakers.contains(speakers) { found.speakers.append(speakers) }
    }
}

extension Lexicon {
    /// Whether a noun is what happens or holds rather than who may speak, by its ending or because it is listed.
    static func isAbstract(_ lemma: String) -> Bool {
        let endings = ["tion", "sion", "ment", "ness", "ity", "ance", "ence", "ing", "ism", "age"]
        return endings.contains(where: lemma.hasSuffix) || happenings.contains(lemma)
    }

    private static let happenings: Set<String> = [
        "fact", "result", "event", "move", "case", "rise", "fall", "drop", "attack", "visit", "deal", "change", "price",
        "number", "war", "strike", "vote", "talk", "sign", "trend", "cost", "success", "failure", "crisis", "loss",
    ]

    /// Whether a verb says what something is by an infinitive with a subject: "believe it to be false".
    static func holdsToBe(_ lemma: String) -> Bool {
        [
            "claim", "believe", "consider", "declare", "find", "allege", "assume", "suppose", "think", "report", "know",
            "understand", "judge", "reckon", "proclaim",
        ].contains(lemma)
    }

    /// Verbs of saying that also have things as subjects.
    static let showing: Set<String> = [
        "show", "indicate", "suggest", "underscore", "underline", "reveal", "signal", "confirm", "ensure", "find",
    ]
    /// Verbs whose subject says of the object what the gerund after "of" or "for" says.
    static let accusations: Set<String> = [
        "accuse", "suspect", "charge", "blame", "criticise", "criticize", "condemn", "praise", "fault",
    ]
    /// Nouns whose owner says what their clause says.
    static let statements: Set<String> = [
        "claim", "statement", "allegation", "announcement", "assertion", "admission", "accusation", "warning", "belief",
        "remark", "view", "denial", "report", "argument", "suggestion", "conclusion",
    ]
}
