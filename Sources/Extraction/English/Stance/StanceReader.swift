import Facts
import Linguistics

/// Reads in what way a clause is said to be so, from its own words and from those that govern it.
struct StanceReader {
    let text: ParsedText
    /// The clauses of the sentence by the token of their head.
    let clauses: [Int: Clause]

    /// The stance of a clause.
    func stance(of clause: Clause) -> ClauseStance {
        var stance = ClauseStance()
        addOwnWords(of: clause, to: &stance)
        for (index, governor) in clause.governors.enumerated() {
            let dependent = index == 0 ? clause.head : clause.governors[index - 1].head
            guard add(governor, over: dependent, to: &stance) else { break }
        }
        if isConditional(clause) { stance.add(.conditional) }
        if isDirectQuestion(clause) { stance.add(.question) }
        if isReportedFuture(clause) { stance.replaceConditional() }
        return stance
    }

    /// "the town will flood if the river rises": on a condition that is named.
    private func isConditional(_ clause: Clause) -> Bool {
        text.children(of: clause.head, .adverbialClause).contains { condition in
            text.children(of: condition, .marker).contains { ["if", "unless"].contains(text.norm($0)) }
        }
    }

    /// "said that he would come": what was "will" when it was said.
    private func isReportedFuture(_ clause: Clause) -> Bool {
        guard clause.auxiliaries.contains(where: { ["would", "'d"].contains(text.norm($0)) }) else { return false }
        return clause.governors.contains { governor in
            governor.label == .clausalComplement && Lexicon.report(text.lemma(governor.head)) != nil
                && text.tokens[governor.head].tag.hasPrefix("VB") && text.tokens[governor.head].tag != "VBZ"
        }
    }

    /// Auxiliaries, adverbs, "not" and "if".
    private func addOwnWords(of clause: Clause, to stance: inout ClauseStance) {
        for auxiliary in clause.auxiliaries {
            if let word = Lexicon.auxiliary(text.norm(auxiliary)) { stance.add(word) }
        }
        for adverb in clause.adverbs + subjectAdverbs(of: clause) {
            if let word = Lexicon.adverb(text.norm(adverb)) { stance.add(word) }
        }
        if isPlannedInfinitive(clause) { stance.add(.planned) }
        if !clause.negations.count.isMultiple(of: 2) { stance.deny() }
        for marker in clause.markers { addMarker(marker, to: &stance) }
        let arguments = clause.subjects + clause.objects
        let isDenial = Lexicon.rejections.contains(text.lemma(clause.head))
        if clause.negations.isEmpty, !isDenial, arguments.contains(where: isAny) { stance.add(.hypothetical) }
        // "would like": a wish, on no condition.
        if ["like", "love", "prefer", "want"].contains(text.lemma(clause.head)) { stance.remove(.conditional) }
    }

    /// "possibly the recent visit …": adverbs that the parser hangs on the subject.
    private func subjectAdverbs(of clause: Clause) -> [Int] {
        clause.subjects.flatMap { text.children(of: $0, .adverbialModifier) }
    }

    /// "is to visit": a form of "be" whose complement is an infinitive, or a headline's "to visit".
    private func isPlannedInfinitive(_ clause: Clause) -> Bool {
        guard clause.auxiliaries.contains(where: { text.norm($0) == "to" }) else { return false }
        return text.label(clause.head) == .root
    }

    /// "any concessions": none need have been made.
    private func isAny(_ phrase: Int) -> Bool {
        text.children(of: phrase, .determiner).contains { text.norm($0) == "any" }
    }

    private func addMarker(_ marker: Int, to stance: inout ClauseStance) {
        switch text.norm(marker) {
        case "if", "unless", "lest", "provided": stance.add(.hypothetical)
        case "whether": stance.add(.question)
        default: break
        }
    }

    /// Adds what a governor says of what depends on it; whether what is further out can say more.
    private func add(_ governor: Clause.Governor, over dependent: Int, to stance: inout ClauseStance) -> Bool {
        switch governor.label {
        case .openComplement, .clausalComplement: return addComplement(governor.head, over: dependent, to: &stance)
        case .clausalAdjunct: return addNoun(governor.head, over: dependent, to: &stance)
        case .adverbialClause: return addMainClause(governor.head, over: dependent, to: &stance)
        case .prepositionalComplement: return addPreposition(governor.head, to: &stance)
        case .preposition: return addGerund(governor.head, over: dependent, to: &stance)
        case .directObject:
            if isDescribed(dependent) { addMood(of: governor.head, to: &stance) }
            return addRejection(governor.head, to: &stance)
        case .relativeClause: return isIndefiniteObject(governor.head)
        case .adjectivalComplement: return addWords(around: governor.head, to: &stance)
        case .prepositionalObject: return true
        default: return false
        }
    }

    /// "refused to …", "is likely to …", "said that …".
    private func addComplement(_ head: Int, over dependent: Int, to stance: inout ClauseStance) -> Bool {
        let lemma = text.lemma(head)
        let isHeld = Lexicon.holdsToBe(lemma) && text.hasSubject(dependent)
        if !isHeld, isInfinitive(dependent) || isGerund(dependent) || !text.isVerbal(dependent) {
            if lemma == "have", isYet(head) {
                stance.deny()
                return true
            }
            if lemma == "be", isInfinitive(dependent), text.label(dependent) == .openComplement, hasNoAttribute(head) {
                stance.add(.planned)
            }
            if lemma == "rule", let clause = clauses[head] {
                if clause.negations.isEmpty { stance.deny() } else { stance.add(.init(certainty: .possible)) }
                return true
            }
            let isFuture = lemma != "go" || text.tokens[head].tag == "VBG"
            if isFuture, var word = Lexicon.governor(lemma), mayGovern(head) {
                // "lobbied them to leave" asks, where "lobbied to leave" tries.
                let isOthers = text.children(of: head, .directObject).contains { $0 < dependent }
                if word.modality == .attempted, isOthers { word.modality = .requested }
                stance.add(word)
            }
            return addWords(around: head, to: &stance)
        }
        switch Lexicon.report(lemma) {
        case .said: if Lexicon.doubtfulSayings.contains(lemma) { stance.add(.init(certainty: .probable)) }
        case .believed: stance.add(belief(lemma))
        case .denied: stance.deny()
        case .asked: stance.add(.question)
        case nil:
            if clauses[head]?.form == .copula, clauses[head]?.subjects.contains(where: isDoubtful) == true {
                stance.add(.init(certainty: .probable))
                return false
            }
            guard let word = Lexicon.governor(lemma) else { return text.label(dependent) != .clausalComplement }
            stance.add(word)
            return addWords(around: head, to: &stance)
        }
        // A passive saying has no speaker to answer for it: "it is believed that …".
        if clauses[head]?.isPassive == true, clauses[head]?.agents.isEmpty == true, Lexicon.report(lemma) != .denied {
            stance.add(.init(certainty: .probable))
        }
        // What is said is as sure as the speaker makes it, not as the saying is.
        return false
    }

    private func isDoubtful(_ noun: Int) -> Bool { Lexicon.doubtfulNouns.contains(text.lemma(noun)) }

    private func belief(_ lemma: String) -> Lexicon.Stance {
        switch lemma {
        case "expect", "anticipate": .init(.expected)
        case "hope": .init(.desired)
        case "doubt": .init(certainty: .probable, isDenied: true)
        default: .init(certainty: .probable)
        }
    }

    /// Whether a verb that also has plain uses governs here: "say", "know" and the like only in the passive.
    private func mayGovern(_ head: Int) -> Bool {
        guard Lexicon.passiveGovernors.contains(text.lemma(head)) else { return true }
        return clauses[head]?.isPassive ?? false
    }

    /// What a governing word has around it itself: "may want to", "does not plan to".
    private func addWords(around head: Int, to stance: inout ClauseStance) -> Bool {
        if let clause = clauses[head] {
            var own = ClauseStance()
            addOwnWords(of: clause, to: &own)
            if own.polarity == .denied { stance.deny() }
            if own.certainty.rank < stance.certainty.rank { stance.certainty = own.certainty }
            for modality in own.orderedModality { stance.add(modality) }
        } else if text.children[head].contains(where: { text.label($0) == .negation }) {
            stance.deny()
        }
        return true
    }

    /// "a plan to …", "the claim that …".
    private func addNoun(_ noun: Int, over dependent: Int, to stance: inout ClauseStance) -> Bool {
        if isInfinitive(dependent) {
            if let word = Lexicon.governor(text.lemma(noun)) {
                stance.add(word)
            } else if !isOrdinal(noun) {
                stance.add(.hypothetical)
            }
            return true
        }
        let isFinite = ["VBD", "VBZ", "VBP", "MD"].contains(text.tokens[dependent].tag) && text.hasSubject(dependent)
        let isParticiple = ["VBG", "VBN"].contains(text.tokens[dependent].tag)
        guard !text.children(of: dependent, .marker).isEmpty || isFinite else { return isParticiple }
        if text.lemma(noun) == "condition" {
            // What was offered on a condition is offered; the condition is not.
            stance.add(.conditional)
            return false
        }
        if Lexicon.doubtfulNouns.contains(text.lemma(noun)) { stance.add(.init(certainty: .probable)) }
        return true
    }

    /// "the first woman to lead it" did lead it.
    private func isOrdinal(_ noun: Int) -> Bool {
        let words = ["first", "last", "only", "second", "third", "next", "latest", "youngest", "oldest"]
        return text.children(of: noun, .adjectivalModifier).contains { words.contains(text.norm($0)) }
            || words.contains(text.norm(noun))
    }

    /// "…, citing …" is as sure as the main clause; "… to meet him" is what was planned.
    private func addMainClause(_ head: Int, over dependent: Int, to stance: inout ClauseStance) -> Bool {
        if isInfinitive(dependent) {
            if isExtreme(head, over: dependent) { return addWords(around: head, to: &stance) }
            let isPressed = ClauseFinder(text: text).pressed(by: head) != nil
            stance.add(isPressed ? .requested : .planned)
            return true
        }
        let isTimed = text.children(of: dependent, .adverbialModifier).contains { text.tokens[$0].tag == "WRB" }
        guard isGerund(dependent), !isTimed, text.children(of: dependent, .marker).isEmpty else {
            return false
        }
        return addWords(around: head, to: &stance)
    }

    private func addPreposition(_ preposition: Int, to stance: inout ClauseStance) -> Bool {
        if text.norm(preposition) == "without" { stance.deny() }
        return true
    }

    /// "aimed at strengthening", "prevented from leaving".
    private func addGerund(_ head: Int, over preposition: Int, to stance: inout ClauseStance) -> Bool {
        guard text.isVerbal(head) || ["in", "at", "of", "for", "to"].contains(text.norm(preposition)) else {
            return true
        }
        if Lexicon.gerundGovernors.contains(text.lemma(head)), let word = Lexicon.governor(text.lemma(head)) {
            stance.add(word)
        }
        return true
    }

    private func addRejection(_ verb: Int, to stance: inout ClauseStance) -> Bool {
        if Lexicon.rejections.contains(text.lemma(verb)) { stance.add(.init(.refused, isDenied: true)) }
        return true
    }

    /// "will hire a guard who watches the gate": of what there is not yet, nothing is so yet.
    private func isIndefiniteObject(_ noun: Int) -> Bool {
        text.label(noun) == .directObject
            && text.children(of: noun, .determiner).contains { ["a", "an"].contains(text.norm($0)) }
    }

    /// Whether what an indefinite object does is being read rather than what happens to it.
    private func isDescribed(_ noun: Int) -> Bool {
        isIndefiniteObject(noun) && !text.children(of: noun, .relativeClause).isEmpty
    }

    /// The mood of a verb on whose object a description hangs; where it is denied there is no such object.
    private func addMood(of verb: Int, to stance: inout ClauseStance) {
        guard let clause = clauses[verb] else { return }
        var own = ClauseStance()
        addOwnWords(of: clause, to: &own)
        if own.polarity == .denied { stance.add(.hypothetical) }
        if own.certainty.rank < stance.certainty.rank { stance.certainty = own.certainty }
        for modality in own.orderedModality { stance.add(modality) }
    }

    /// "went so far as to close it" did close it.
    private func isExtreme(_ head: Int, over dependent: Int) -> Bool {
        text.children(of: dependent, .marker, .preposition).contains { text.norm($0) == "as" }
            && (text.norm(head) == "far"
                || text.children[head].contains { text.norm($0) == "far" || text.norm($0) == "so" })
    }

    private func isDirectQuestion(_ clause: Clause) -> Bool {
        guard let last = text.tokens.last(where: { !["\"", "'", ")", "”"].contains($0.text) }), last.text == "?" else {
            return false
        }
        return text.label(clause.head) == .root || (text.head(of: clause.head).map { text.label($0) == .root } ?? false)
    }

    private func hasNoAttribute(_ head: Int) -> Bool {
        text.children(of: head, .attribute, .adjectivalComplement).isEmpty
    }

    private func isYet(_ head: Int) -> Bool {
        text.children(of: head, .adverbialModifier).contains { text.norm($0) == "yet" }
    }

    private func isInfinitive(_ token: Int) -> Bool {
        let auxiliaries = text.children(of: token, .auxiliary)
        let isModal = auxiliaries.contains { text.tokens[$0].tag == "MD" }
        return auxiliaries.contains { text.norm($0) == "to" } || text.tokens[token].tag == "VB" && !isModal
    }

    private func isGerund(_ token: Int) -> Bool {
        text.tokens[token].tag == "VBG" && text.children(of: token, .auxiliary).isEmpty
    }
}
