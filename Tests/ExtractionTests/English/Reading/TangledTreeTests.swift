import Extraction
import Facts
import Linguistics
import TestSupport
import Testing

@Suite struct `Trees that no parser should give` {
    @Test(arguments: 1...400)
    func `are read without harm, the same each time, and quoted byte for byte`(seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        let tree = Self.tree(of: Int.random(in: 1...40, using: &generator), using: &generator)
        let reader = EnglishReader(vocabulary: .empty, parse: { _ in tree })
        // One sentence, whatever its words, so that the tree is asked for once.
        let passage = try passage(tree.text)
        guard SentenceSplitter.sentences(in: tree.text) == [0..<tree.text.utf8.count] else { return }
        let reading = await reader.read(passage)
        #expect(await reader.read(passage) == reading, "seed \(seed)")
        let bytes = Array(tree.text.utf8)
        for claim in reading.claims {
            let evidence = try #require(claim.evidence.first)
            let (start, end) = (try #require(evidence.start), try #require(evidence.end))
            #expect(bytes[start..<end].elementsEqual(evidence.quote.utf8), "seed \(seed)")
            #expect(!claim.subject.text.isEmpty && !claim.predicate.isEmpty, "seed \(seed)")
        }
    }

    /// A tree of random words, with any labels.
    private static func tree(of count: Int, using generator: inout SeededGenerator) -> ParsedText {
        var tokens: [Token] = []
        var text = ""
        for index in 0..<count {
            let (word, tag, part) = words[Int.random(in: 0..<words.count, using: &generator)]
            let start = text.utf8.count
            text += word
            var token = Token(
                range: start..<text.utf8.count, text: word, isFollowedBySpace: index + 1 < count, norm: word)
            if index + 1 < count { text += " " }
            (token.tag, token.partOfSpeech, token.lemma) = (tag, part, word)
            tokens.append(token)
        }
        let order = (0..<count).shuffled(using: &generator)
        for (position, index) in order.enumerated() {
            tokens[index].head = position == 0 ? index : order[Int.random(in: 0..<position, using: &generator)]
            tokens[index].label = position == 0 ? .root : labels[Int.random(in: 0..<labels.count, using: &generator)]
        }
        let entities = (0..<count).filter { _ in Bool.random(using: &generator) }.map {
            NamedEntity(tokens: $0..<($0 + 1), label: kinds[Int.random(in: 0..<kinds.count, using: &generator)])
        }
        return ParsedText(text: text, tokens: tokens, entities: entities, sentences: [0..<count])
    }

    private static let words: [(String, String, PartOfSpeech)] = [
        ("said", "VBD", .verb), ("visit", "VB", .verb), ("been", "VBN", .auxiliary), ("to", "TO", .particle),
        ("Norland", "NNP", .properNoun), ("minister", "NN", .noun), ("officials", "NNS", .noun),
        ("it", "PRP", .pronoun),
        ("their", "PRP$", .pronoun), ("which", "WDT", .pronoun), ("that", "IN", .subordinatingConjunction),
        ("in", "IN", .adposition), ("by", "IN", .adposition), ("not", "RB", .particle),
        ("and", "CC", .coordinatingConjunction),
        ("2009", "CD", .numeral), ("May", "NNP", .properNoun), ("\"", "``", .punctuation), (",", ",", .punctuation),
        ("(", "-LRB-", .punctuation), ("likely", "JJ", .adjective), ("according", "VBG", .verb), ("order", "NN", .noun),
        ("accuse", "VBP", .verb), ("there", "EX", .pronoun), ("is", "VBZ", .auxiliary), ("as", "IN", .adposition),
    ]
    private static let kinds = ["PERSON", "ORG", "GPE", "DATE", "MONEY", "CARDINAL", "PERCENT"]
    private static let labels: [DependencyLabel] = [
        .clausalAdjunct, .adjectivalComplement, .adverbialClause, .adverbialModifier, .agent, .adjectivalModifier,
        .apposition, .attribute, .auxiliary, .passiveAuxiliary, .coordinator, .clausalComplement, .compound, .conjunct,
        .dative, .determiner, .directObject, .expletive, .marker, .negation, .nounPhraseAdverbial, .subject,
        .passiveSubject, .objectPredicate, .prepositionalComplement, .prepositionalObject, .possessor, .preposition,
        .particle, .punctuation, .relativeClause, .openComplement, .numericModifier, .nominalModifier, .unclassified,
    ]
}
