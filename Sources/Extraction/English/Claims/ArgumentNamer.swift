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
        if let name = nameBeside(head) { return self.words(of: name, excluding: excluded) }
        if text.isEntity(head, ["PERSON"]), text.isNominal(head) { return personName(head) }
        let words = Phrase(of: head, in: text, extent: extent(of: head), excluding: excluded).words(in: text)
        return words.contains(where: { $0.isLetter || $0.isNumber }) ? words.filter { !"[]".contains($0) } : nil
    }

    /// The words for coordinated phrases together: "Cairo and Tel Aviv".
    func joinedWords(of head: Int, excluding excluded: Set<Int> = []) -> String? {
        let heads = text.coordinated(with: head)
        guard heads.count > 1, heads.first == head else { return words(of: head, excluding: excluded) }
        let phrases = heads.map { Phrase(of: $0, in: text, extent: extent(of: $0), excluding: excluded).tokens }
        guard let last = phrases.last, let first = phrases.first, last.upperBound - first.lowerBound < 40 else {
            return nil
        }
        return text.words(of: first.lowerBound...last.upperBound)
    }

    /// The name of somebody or something that is described first: "the foreign minister, Ada Lind", "the network Al Jazeera".
    private func nameBeside(_ head: Int) -> Int? {
        guard text.tokens[head].partOfSpeech == .noun || Lexicon.isTitle(text.lemma(head)),
            text.tokens[head].tag != "NNS"
        else { return nil }
        return text.children(of: head, .apposition).first {
            $0 > head && text.tokens[$0].partOfSpeech == .properNoun && text.isEntity($0, ["PERSON", "ORG", "GPE"])
                && !(head..<$0).contains { ["(", ":"].contains(text.tokens[$0].text) }
                && text.coordinated(with: $0).count == 1
        }
    }

    /// The words for a subject, with "his" and "its" written out, because a subject must say whose it is by itself.
    func subject(_ head: Int, excluding excluded: Set<Int> = []) -> String? {
        guard let words = words(of: head, excluding: excluded) else { return nil }
        guard let owner = text.children(of: head, .possessor).first, text.tokens[owner].tag == "PRP$" else {
            return words
        }
        guard let name = resolver.antecedent(of: owner) else { return nil }
        let rest = Phrase(of: head, in: text, excluding: excluded.union([owner])).words(in: text)
        return name + (name.hasSuffix("s") ? "' " : "'s ") + rest
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

    private func personName(_ head: Int) -> String {
        let name = MentionFinder(text: text).name(of: head)
        return name.contains(" ") ? name.filter { !"[]".contains($0) } : resolver.discourse.fullName(of: name) ?? name
    }

    private func extent(of head: Int) -> Phrase.Extent {
        guard text.isNominal(head) else { return .clause }
        return Lexicon.governor(text.lemma(head)) == nil ? .noun : .full
    }
}
