import Facts
import Linguistics

/// Says what an argument is: the name of somebody, or the words of a phrase.
struct ArgumentNamer {
    let text: ParsedText
    let resolver: PronounResolver

    /// The words for the phrase of a head; `nil` for a pronoun without a sure antecedent, and for nothing at all.
    ///
    /// - Parameter excluded: tokens that other parts of the claim have used up.
    func words(of head: Int, excluding excluded: Set<Int> = []) -> String? {
        if Self.isBare(head, in: text) { return resolver.antecedent(of: head) }
        if let name = mentions.nameBeside(head) { return self.words(of: name, excluding: excluded) }
        if text.isEntity(head, ["PERSON"]), text.isNominal(head) { return mentions.name(of: head) }
        if let name = mentions.fullName(of: head) { return name }
        let words = Phrase(of: head, in: text, extent: extent(of: head), excluding: excluded).words(in: text)
        return words.contains(where: { $0.isLetter || $0.isNumber }) ? Self.unmarked(words) : nil
    }

    /// The words without an editor's brackets and without a quotation mark that has lost its other half.
    private static func unmarked(_ words: String) -> String {
        let isBalanced = words.count { $0 == "\"" }.isMultiple(of: 2)
        return words.filter { !"[]".contains($0) && (isBalanced || $0 != "\"") }
    }

    /// The words for coordinated phrases together: "Cairo and Tel Aviv".
    func joinedWords(of head: Int, excluding excluded: Set<Int> = []) -> String? {
        let heads = text.coordinated(with: head)
        guard heads.count > 1, heads.first == head else { return words(of: head, excluding: excluded) }
        let phrases = heads.map { Phrase(of: $0, in: text, extent: extent(of: $0), excluding: excluded).tokens }
        guard let last = phrases.last, let first = phrases.first, last.upperBound - first.lowerBound < 40 else {
            return nil
        }
        return text.words(of: ClosedRange(spanning: first.lowerBound, last.upperBound))
    }

    /// The words for a subject, with "his" and "its" written out, because a subject must say whose it is by itself.
    func subject(_ head: Int, excluding excluded: Set<Int> = []) -> String? {
        guard let words = words(of: head, excluding: excluded) else { return nil }
        if mentions.nameBeside(head) != nil { return words }
        if let part = wordsOfPart(head) { return part }
        if hasPronoun(head) { return nil }
        guard let owner = text.children(of: head, .possessor).first, ["PRP$", "WP$"].contains(text.tokens[owner].tag)
        else { return words }
        guard let name = text.tokens[owner].tag == "WP$" ? antecedent(ofClauseOf: head) : resolver.antecedent(of: owner)
        else { return nil }
        let rest = Phrase(of: head, in: text, excluding: excluded.union([owner])).words(in: text)
        return name + (name.hasSuffix("s") ? "' " : "'s ") + rest
    }

    /// What "whose term" hangs on.
    private func antecedent(ofClauseOf subject: Int) -> String? {
        guard let verb = text.head(of: subject), text.label(verb) == .relativeClause, let noun = text.head(of: verb)
        else {
            return nil
        }
        return words(of: noun)
    }

    /// "Two of them": with those it is a part of.
    private func wordsOfPart(_ head: Int) -> String? {
        guard let pronoun = pronounAfterOf(head), let whole = resolver.antecedent(of: pronoun) else { return nil }
        let preposition = text.tokens[pronoun].head
        return text.words(of: Phrase(of: head, in: text, excluding: [preposition]).tokens) + " of " + whole
    }

    private func hasPronoun(_ head: Int) -> Bool { pronounAfterOf(head) != nil }

    private func pronounAfterOf(_ head: Int) -> Int? {
        text.children(of: head, .preposition).first { text.norm($0) == "of" }
            .flatMap { text.children(of: $0, .prepositionalObject).first }.flatMap {
                text.tokens[$0].tag == "PRP" ? $0 : nil
            }
    }

    /// Whether a head is a pronoun alone: "those from Egypt" says more, "some of the planes" too.
    static func isBare(_ head: Int, in text: ParsedText) -> Bool {
        let isDemonstrative = text.tokens[head].tag == "DT" && text.tokens[head].partOfSpeech == .pronoun
        guard
            text.tokens[head].partOfSpeech == .pronoun || ["EX", "WDT", "WP", "WRB"].contains(text.tokens[head].tag)
                || isDemonstrative
        else { return false }
        return text.children(of: head, .preposition, .adjectivalModifier, .compound).isEmpty
    }

    private var mentions: MentionFinder { MentionFinder(text: text, discourse: resolver.discourse) }

    private func extent(of head: Int) -> Phrase.Extent {
        guard text.isNominal(head) else { return .clause }
        let isContent = Lexicon.governor(text.lemma(head)) != nil || Lexicon.contentNouns.contains(text.lemma(head))
        return isContent ? .full : .noun
    }
}
