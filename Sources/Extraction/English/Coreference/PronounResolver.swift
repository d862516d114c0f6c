import Linguistics

/// Says whom a pronoun stands for, where that is beyond doubt; otherwise nothing.
struct PronounResolver {
    let text: ParsedText
    let discourse: Discourse
    /// Who is speaking, when the sentence is a quotation: "I" is the speaker, "he" somebody else.
    let quotedSpeaker: String?

    /// The name or words that a pronoun stands for; `nil` where several might be meant or none is known.
    func antecedent(of pronoun: Int) -> String? {
        if isDisapproved(pronoun) { return nil }
        return known(pronoun)
    }

    /// "They denounced their plans": seldom their own.
    private func isDisapproved(_ pronoun: Int) -> Bool {
        guard text.label(pronoun) == .possessor, let noun = text.head(of: pronoun), text.label(noun) == .directObject,
            let verb = text.head(of: noun)
        else { return false }
        return Lexicon.disapproving.contains(text.lemma(verb))
    }

    private func known(_ pronoun: Int) -> String? {
        switch text.norm(pronoun) {
        case "he", "him", "his", "himself": resolve(pronoun, .person, .male)
        case "she", "her", "hers", "herself": resolve(pronoun, .person, .female)
        case "it", "its", "itself": isExpletive(pronoun) ? nil : body(of: pronoun) ?? resolve(pronoun, .single, nil)
        case "they", "them", "their", "theirs", "themselves": resolve(pronoun, .several, nil)
        case "i", "me", "my": speaker(around: pronoun)
        default: nil
        }
    }

    /// Looks in the sentence itself, then in the ones before, nearest first; the first that has a candidate decides.
    private func resolve(_ pronoun: Int, _ kind: Mention.Kind, _ gender: Mention.Gender?) -> String? {
        let excluded = isQuoted(pronoun) ? speaker(around: pronoun) : nil
        func fits(_ mention: Mention) -> Bool {
            (mention.kind == kind || mention.kind != .several && kind != .several && !mention.isSure)
                && mention.name != excluded
                && (gender == nil || mention.gender == nil || mention.gender == gender)
        }
        let nearby = mentions(before: pronoun).filter(fits)
        if let found = choice(of: nearby, kind) { return isEvent(pronoun, unlike: found) ? nil : found.name }
        if !nearby.isEmpty { return nil }
        for (index, sentence) in discourse.sentences.reversed().enumerated() {
            let fitting = sentence.filter(fits)
            if index == 0, kind == .person, let speaker = lastSpeaker(among: fitting, for: pronoun) { return speaker }
            if let found = choice(of: fitting, kind) ?? newcomer(among: fitting, for: pronoun, kind) {
                return isEvent(pronoun, unlike: found) ? nil : found.name
            }
            if !fitting.isEmpty || kind != .person { return nil }
        }
        return nil
    }

    /// Who spoke last, where nobody else may be meant: "She added", or no other person is the subject of anything.
    private func lastSpeaker(among mentions: [Mention], for pronoun: Int) -> String? {
        guard let speaker = discourse.lastSpeaker, mentions.contains(where: { $0.name == speaker }) else { return nil }
        let speaks = text.head(of: pronoun).map { Lexicon.report(text.lemma($0)) == .said } ?? false
        let others = mentions.contains {
            $0.name != speaker && $0.kind == .person && $0.isSure && $0.standing != .other
        }
        return speaks || !others ? speaker : nil
    }

    /// Whose leader "its leader" is: something with a name, in the nearest sentence that speaks of only one such thing.
    private func body(of pronoun: Int) -> String? {
        guard text.label(pronoun) == .possessor, let office = text.head(of: pronoun),
            Lexicon.isTitle(text.lemma(office)), !isQuoted(pronoun)
        else { return nil }
        for sentence in [mentions(before: pronoun)] + discourse.sentences.reversed() {
            let names = Set(sentence.filter { $0.kind == .single && $0.isNamed }.map(\.name))
            if !names.isEmpty { return names.count == 1 ? names.first : nil }
        }
        return nil
    }

    /// The one that the pronoun must mean: the only topic, or else the only subject.
    private func choice(of mentions: [Mention], _ kind: Mention.Kind) -> Mention? {
        for standing in [Mention.Standing.topic, .subject] {
            let all = mentions.filter { $0.standing == standing }
            let exact = all.filter { $0.kind == kind }
            let candidates = exact.isEmpty ? all : exact
            if candidates.isEmpty { continue }
            let isSure = Set(candidates.map(\.name)).count == 1
            // Of several groups the nearest may be meant as well as the subject.
            let isAlone = kind != .several || Set(mentions.map(\.name)).count == 1
            return isSure && isAlone ? candidates.first : nil
        }
        return nil
    }

    /// The only thing that the sentence before brought up, where it has no such subject.
    ///
    /// "She promised an inquiry. It will start in May."
    private func newcomer(among mentions: [Mention], for pronoun: Int, _ kind: Mention.Kind) -> Mention? {
        guard kind == .single, [.subject, .passiveSubject].contains(text.label(pronoun)),
            mentions.allSatisfy({ $0.kind == .person || $0.standing == .other })
        else { return nil }
        let new = mentions.filter { $0.kind == .single && $0.isNew }
        return new.count == 1 ? new.first : nil
    }

    /// "It was the first such meeting": no country or person is a meeting.
    private func isEvent(_ pronoun: Int, unlike mention: Mention) -> Bool {
        guard mention.isNamed, [.subject, .passiveSubject].contains(text.label(pronoun)),
            let verb = text.head(of: pronoun),
            text.lemma(verb) == "be", let noun = text.children(of: verb, .attribute).first
        else { return false }
        return Lexicon.events.contains(text.lemma(noun))
            || text.children(of: noun, .adjectivalModifier, .predeterminer).contains { text.norm($0) == "such" }
    }

    /// What the sentence itself has said before the pronoun, in other roles than its own verb's.
    private func mentions(before pronoun: Int) -> [Mention] {
        let finder = MentionFinder(text: text, discourse: discourse)
        let forbidden = sisters(of: pronoun)
        return text.tokens.indices.prefix(pronoun)
            .filter { !forbidden.contains($0) && (isQuoted($0) || !isQuoted(pronoun)) }
            .compactMap { finder.mention(at: $0) }
    }

    /// The other arguments of an object's own verb: "he met him" is about two.
    private func sisters(of pronoun: Int) -> Set<Int> {
        guard text.tokens[pronoun].tag == "PRP", !text.norm(pronoun).hasSuffix("self"),
            ![.subject, .passiveSubject].contains(text.label(pronoun))
        else { return [] }
        var verb = pronoun
        while let head = text.head(of: verb), !text.isVerbal(verb) { verb = head }
        return Set(text.children[verb].flatMap { [$0] + text.coordinated(with: $0) })
    }

    // MARK: quotations

    /// Whether a token stands inside quotation marks.
    private func isQuoted(_ token: Int) -> Bool {
        if quotedSpeaker != nil { return true }
        let marks = text.tokens.prefix(token).count { $0.text == "\"" }
        return !marks.isMultiple(of: 2)
    }

    /// Who says the quoted words around a token.
    private func speaker(around token: Int) -> String? {
        if let quotedSpeaker { return quotedSpeaker }
        guard isQuoted(token) else { return nil }
        let verb = text.tokens.indices.first { index in
            text.isVerbal(index) && Lexicon.report(text.lemma(index)) == .said && !isQuoted(index)
                && text.hasSubject(index)
        }
        guard let verb, let subject = text.children(of: verb, .subject).first else { return nil }
        let finder = MentionFinder(text: text, discourse: discourse)
        return finder.mention(at: subject)?.name ?? discourse.speaker
    }

    /// "It is scheduled to start", "it is likely to pass", "it seems to work": what does so is meant, unlike in "it is hard to say".
    private func isRaised(from clauses: [Int], _ verb: Int) -> Bool {
        let words = [text.lemma(verb)] + text.children(of: verb, .adjectivalComplement).map(text.lemma)
        return words.contains(where: Lexicon.raising.contains)
            && clauses.allSatisfy { clause in
                text.label(clause) == .openComplement
                    && text.children(of: clause, .auxiliary).contains { text.norm($0) == "to" }
            }
    }

    /// "It is difficult to …", "it seems that …".
    func isExpletive(_ pronoun: Int) -> Bool {
        guard text.norm(pronoun) == "it", let verb = text.head(of: pronoun), text.isVerbal(verb),
            [.subject, .passiveSubject, .expletive].contains(text.label(pronoun))
        else { return false }
        let clauses = ([verb] + text.children(of: verb, .adjectivalComplement, .attribute)).flatMap {
            text.children(of: $0, .clausalComplement, .openComplement, .clausalSubject)
        }
        let isImpersonal =
            ["be", "seem", "appear", "turn", "happen", "take"].contains(text.lemma(verb))
            || text.children(of: verb, .passiveAuxiliary).first != nil
        if text.label(pronoun) == .expletive { return true }
        return isImpersonal && !clauses.isEmpty && !isRaised(from: clauses, verb)
    }
}
