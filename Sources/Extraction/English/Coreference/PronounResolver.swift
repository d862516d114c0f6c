import Linguistics

/// Says whom a pronoun stands for, where that is beyond doubt; otherwise nothing.
struct PronounResolver {
    let text: ParsedText
    let discourse: Discourse
    /// Who is speaking, when the sentence is a quotation: "I" is the speaker, "he" somebody else.
    let quotedSpeaker: String?

    /// The name or words that a pronoun stands for; `nil` where several might be meant or none is known.
    func antecedent(of pronoun: Int) -> String? {
        switch text.norm(pronoun) {
        case "he", "him", "his", "himself": resolve(pronoun, .person, .male)
        case "she", "her", "hers", "herself": resolve(pronoun, .person, .female)
        case "it", "its", "itself": isExpletive(pronoun) ? nil : resolve(pronoun, .single, nil)
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
        if let found = choice(of: nearby, kind) { return found.name }
        if !nearby.isEmpty { return nil }
        for (index, sentence) in discourse.sentences.reversed().enumerated() {
            let fitting = sentence.filter(fits)
            if index == 0, kind == .person, let speaker = lastSpeaker(among: fitting, for: pronoun) { return speaker }
            if let found = choice(of: fitting, kind) { return found.name }
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
        return text.label(pronoun) == .expletive || (isImpersonal && !clauses.isEmpty)
    }
}
