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
        case "he", "she", "him", "his", "her", "hers": resolve(pronoun, .person)
        case "it", "its": isExpletive(pronoun) ? nil : resolve(pronoun, .single)
        case "they", "them", "their", "theirs": resolve(pronoun, .several)
        case "i", "me", "my": quotedSpeaker
        default: nil
        }
    }

    /// Looks in the sentence itself, then in the ones before, nearest first; the first that has a candidate decides.
    private func resolve(_ pronoun: Int, _ kind: Mention.Kind) -> String? {
        let nearby = candidates(before: pronoun, kind)
        if !nearby.isEmpty { return only(nearby) }
        for sentence in discourse.sentences.reversed() {
            let fitting = sentence.filter { $0.kind == kind && $0.name != quotedSpeaker }
            let subjects = fitting.filter(\.isSubject)
            if !subjects.isEmpty { return only(subjects.map(\.name)) }
            if !fitting.isEmpty { return nil }
        }
        return nil
    }

    /// What the sentence itself has said before the pronoun; subjects only, and for "his" the person it belongs to.
    private func candidates(before pronoun: Int, _ kind: Mention.Kind) -> [String] {
        let finder = MentionFinder(text: text)
        let forbidden = sisters(of: pronoun)
        return text.tokens.indices.prefix(pronoun).filter { !forbidden.contains($0) }
            .compactMap { finder.mention(at: $0) }
            .filter { $0.kind == kind && $0.isSubject && $0.name != quotedSpeaker }.map(\.name)
    }

    /// The other arguments of an object's own verb: "he met him" is about two.
    private func sisters(of pronoun: Int) -> Set<Int> {
        guard text.tokens[pronoun].tag == "PRP", text.label(pronoun) != .subject, text.label(pronoun) != .passiveSubject
        else { return [] }
        var verb = pronoun
        while let head = text.head(of: verb), !text.isVerbal(verb) { verb = head }
        return Set(text.children[verb].flatMap { [$0] + text.coordinated(with: $0) })
    }

    private func only(_ names: [String]) -> String? {
        let distinct = Set(names)
        return distinct.count == 1 ? distinct.first : nil
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
