import Linguistics

/// Finds the subjects that a parser lost.
extension TreeRepair {
    /// `"…," R Clarke Cooper told MEE`: a quotation is not the subject of the verb that reports it, its speaker is.
    mutating func findSpeaker(_ verb: Int) {
        guard text.isVerbal(verb), Lexicon.report(text.lemma(verb)) != nil else { return }
        for quoted in text.children(of: verb, .subject) where text.isVerbal(quoted) && text.hasSubject(quoted) {
            attach(quoted, to: verb, as: .clausalComplement)
        }
        guard !text.hasSubject(verb), ["VBD", "VBZ", "VBP"].contains(text.tokens[verb].tag),
            ![.relativeClause, .clausalAdjunct, .conjunct].contains(text.label(verb)),
            let speaker = phrase(endingBefore: verb)
        else { return }
        attach(speaker, to: verb, as: .subject)
    }

    /// The head of the noun phrase between a comma or closing mark and a verb.
    private func phrase(endingBefore verb: Int) -> Int? {
        let last = lastWord(before: verb)
        guard last >= 0, let mark = mark(before: last) else { return nil }
        let inside = ClosedRange(spanning: mark + 1, last)
        // The first nominal whose head stands outside carries the rest: "R Clarke Cooper, former secretary of state, told".
        return inside.first { token in
            guard text.isNominal(token), let head = text.head(of: token), !inside.contains(head) else { return false }
            return true
        }
    }

    private func lastWord(before verb: Int) -> Int {
        var last = verb - 1
        while last >= 0,
            [.adverb, .auxiliary].contains(text.tokens[last].partOfSpeech) || text.tokens[last].text == ","
        {
            last -= 1
        }
        return last
    }

    /// The closing quotation mark before a phrase, or the nearest comma when nothing is quoted.
    private func mark(before token: Int) -> Int? {
        let closing = (0..<token).last {
            text.tokens[$0].text == "\"" && $0 > 0 && [",", "?", "!"].contains(text.tokens[$0 - 1].text)
        }
        return closing ?? (0..<token).last { text.tokens[$0].text == "," }
    }

    /// "Despite lacking ties, Israel and Qatar maintain relations": a name after the comma that was hung on the noun before it.
    mutating func findSubject(_ verb: Int) {
        guard [.root, .clausalComplement].contains(text.label(verb)),
            ["VBD", "VBZ", "VBP"].contains(text.tokens[verb].tag),
            text.isVerbal(verb), !text.hasSubject(verb), text.children(of: verb, .expletive).isEmpty
        else { return }
        let start = text.subtree(of: verb).lowerBound
        let name = (start..<max(start, verb)).first { token in
            text.label(token) == .apposition && text.isNominal(token) && opensAfterComma(token)
                && text.head(of: token).map { $0 < token } ?? false
        }
        guard let name, let noun = text.head(of: name) else { return }
        for other in text.children(of: noun, .apposition) where other > name {
            attach(other, to: name, as: .apposition)
        }
        attach(name, to: verb, as: .subject)
    }

    /// "Under the deal between both, one condition was …": a preposition without an object took it for the subject.
    mutating func restoreFronted(_ preposition: Int) {
        guard text.label(preposition) == .preposition, text.tokens[preposition].tag == "IN",
            text.children[preposition].isEmpty,
            let verb = text.head(of: preposition), preposition < verb,
            let object = text.children(of: verb, .subject, .passiveSubject).first,
            text.subtree(of: object).lowerBound == preposition + 1
        else { return }
        let start = text.children(of: verb, .auxiliary, .passiveAuxiliary).first ?? verb
        let subject = text.subtree(of: object).first { token in
            text.label(token) == .apposition && text.isNominal(token) && opensAfterComma(token)
                && text.subtree(of: token).upperBound == start - 1
        }
        guard let subject else { return }
        attach(subject, to: verb, as: text.label(object))
        attach(object, to: preposition, as: .prepositionalObject)
    }

    private func opensAfterComma(_ token: Int) -> Bool {
        let start = text.children[token].filter { $0 < token }.map { text.subtree(of: $0).lowerBound }.min() ?? token
        return start > 0 && text.tokens[start - 1].text == ","
    }

    /// "They met in May, Lind revealed on Monday": the verb of saying at the end governs what is said before it.
    mutating func raiseReport(_ verb: Int) {
        guard [.adverbialClause, .parataxis].contains(text.label(verb)), text.isVerbal(verb),
            let head = text.head(of: verb), head < verb, text.isVerbal(head), Lexicon.report(text.lemma(verb)) == .said,
            text.hasSubject(verb),
            ["VBD", "VBZ", "VBP"].contains(text.tokens[verb].tag), text.children(of: verb, .marker).isEmpty,
            text.children(of: verb, .directObject, .clausalComplement, .openComplement).isEmpty,
            !text.children(of: verb, .adverbialModifier).contains(where: { text.tokens[$0].tag == "WRB" })
        else { return }
        swap(verb, above: head, as: .clausalComplement)
    }
}
