import Linguistics

/// Voice, auxiliaries and negation.
extension ClauseFinder {
    /// Whether the subjects of a verb undergo it.
    func isPassive(_ verb: Int) -> Bool {
        if !text.children(of: verb, .passiveAuxiliary, .passiveSubject).isEmpty || isHeadlinePassive(verb) {
            return true
        }
        if isGappedPassive(verb) { return true }
        guard isParticiple(verb), text.children(of: verb, .auxiliary).isEmpty, !text.hasSubject(verb) else {
            return false
        }
        switch text.label(verb) {
        case .clausalAdjunct, .adverbialClause, .relativeClause, .adjectivalComplement, .objectPredicate: return true
        case .conjunct:
            return text.children(of: verb, .directObject).isEmpty && text.head(of: verb).map(isPassive) ?? false
        default: return !text.children(of: verb, .agent).isEmpty
        }
    }

    /// "Two were killed and three injured": one auxiliary for both.
    private func isGappedPassive(_ verb: Int) -> Bool {
        guard text.label(verb) == .conjunct, text.hasSubject(verb), ["VBN", "VBD"].contains(text.tokens[verb].tag),
            Lexicon.transitive.contains(text.lemma(verb)), let head = text.head(of: verb),
            text.children(of: verb, .directObject, .auxiliary, .clausalComplement).isEmpty
        else { return false }
        return !text.children(of: head, .passiveAuxiliary).isEmpty
    }

    /// "Officials sent to border": a headline leaves the auxiliary out.
    private func isHeadlinePassive(_ verb: Int) -> Bool {
        guard text.label(verb) == .root, text.tokens[verb].tag == "VBD" || text.tokens[verb].tag == "VBN",
            Lexicon.transitive.contains(text.lemma(verb)), text.children(of: verb, .auxiliary).isEmpty,
            text.children(of: verb, .directObject, .clausalComplement, .openComplement, .attribute).isEmpty,
            !text.children(of: verb, .dative).contains(where: text.isNominal), let last = text.tokens.last
        else { return false }
        return ![".", "!", "?", "\""].contains(last.text)
    }

    /// Whether a verb is a past participle; on a noun it is one, whatever the tagger took it for.
    func isParticiple(_ verb: Int) -> Bool {
        let tag = text.tokens[verb].tag
        return tag == "VBN" || (tag == "VBD" && text.label(verb) == .clausalAdjunct)
    }

    /// The auxiliaries of a verb, its own or those of the verb it is coordinated with.
    func auxiliaries(of verb: Int) -> [Int] {
        let own = text.children(of: verb, .auxiliary, .passiveAuxiliary)
        guard own.isEmpty, !text.hasSubject(verb), let head = text.head(of: verb),
            text.label(verb) == .conjunct, isPredicate(head)
        else { return own }
        let shared = auxiliaries(of: head)
        return fits(verb, after: shared) ? shared : []
    }

    /// Whether a verb's form can follow the last of some auxiliaries: "has opened and [has] closed".
    private func fits(_ verb: Int, after auxiliaries: [Int]) -> Bool {
        guard let last = auxiliaries.last else { return false }
        switch text.tokens[verb].tag {
        case "VB": return text.tokens[last].tag == "MD" || ["to", "do", "does", "did"].contains(text.norm(last))
        case "VBN", "VBD": return text.tokens[verb].tag == "VBN" && ["have", "be"].contains(text.lemma(last))
        case "VBG": return text.lemma(last) == "be"
        default: return false
        }
    }

    /// The words that deny a clause: "not" and "never", shared as auxiliaries are, and "no" before a subject or object.
    func negations(of clause: Clause) -> [Int] {
        var found = text.children(of: clause.head, .negation)
        found += text.children(of: clause.head, .preconjunct, .adverbialModifier).filter {
            Lexicon.negativeAdverbs.contains(text.norm($0))
        }
        found += text.children(of: clause.head, .adverbialModifier).filter(isNoLonger)
        found += (clause.subjects + clause.objects).flatMap(negations(in:))
        if found.isEmpty, let shared = sharedNegation(of: clause) { found.append(shared) }
        return Array(Set(found)).sorted()
    }

    /// "no longer", "no more".
    private func isNoLonger(_ adverb: Int) -> Bool {
        ["longer", "more"].contains(text.norm(adverb)) && adverb > 0 && text.norm(adverb - 1) == "no"
            && text.head(of: adverb - 1) == adverb
    }

    private func negations(in phrase: Int) -> [Int] {
        let isNegative = Lexicon.negativePronouns.contains(text.norm(phrase))
        let determiners = text.children(of: phrase, .determiner, .preconjunct, .predeterminer, .negation)
        return (isNegative ? [phrase] : []) + determiners.filter { Lexicon.negativeDeterminers.contains(text.norm($0)) }
    }

    /// "did not visit or call": one "not" for both.
    private func sharedNegation(of clause: Clause) -> Int? {
        guard text.label(clause.head) == .conjunct, let head = text.head(of: clause.head),
            !text.hasSubject(clause.head),
            !clause.auxiliaries.isEmpty, clause.auxiliaries == auxiliaries(of: head),
            text.children(of: head, .coordinator).contains(where: { ["or", "nor"].contains(text.norm($0)) })
        else { return nil }
        return text.children(of: head, .negation).first
    }
}
