import Synchronization

/// Reads text as a trained pipeline does: tokens, tags, trees, base forms and names.
///
/// What it finds is what spaCy 3 finds with the same weights. It does not change after loading and may be used by several threads
/// at once; each works with memory of its own, which it leaves to the next.
///
/// A text goes through it as follows; each step is a type of its own, made from the sections of a ``ModelFile``.
///
/// 1. ``Tokenizer`` cuts it into tokens, whose words a ``Lexicon`` numbers, with what the model looks at in them.
/// 2. ``TokenEncoder`` turns each token into a vector of its word and of four neighbours on either side. One encoder serves tags
///    and trees, another the names.
/// 3. ``Tagger`` gives tags; ``DependencyParser`` gives heads and labels, move by move, and with them the sentences.
/// 4. ``AttributeRuler`` derives parts of speech from tags, labels and words; ``Lemmatizer`` the base forms.
/// 5. ``EntityRecognizer`` marks names inside the sentences.
///
/// The arithmetic is in the target CKernels. Time grows with the length of the text, memory too; a very long one is read in pieces.
package struct Pipeline: Sendable {
    /// The longest text that is read as a whole, in tokens; a longer one is read in pieces of so many.
    package static let longestText = 10_000

    /// The language, name and version of the model.
    package let about: [String]
    private let vocabulary: Vocabulary
    private let encoder: TokenEncoder
    private let tagger: Tagger
    private let parser: DependencyParser
    private let lemmatizer: Lemmatizer
    private let recognizer: EntityRecognizer
    private let variant: Int32
    private let workspaces = WorkspacePool()

    /// Reads a model as the converter writes it.
    package init(model: [UInt8], kernels: Kernels = .fastest) throws(ModelError) {
        let file = try ModelFile(model)
        var reader = try file.section("about")
        about = try reader.strings()
        var network = try file.section("network")
        encoder = try TokenEncoder(file, "shared", &network)
        let names = try TokenEncoder(file, "ner", &network)
        tagger = try Tagger(file, tags: try network.strings(), width: encoder.width)
        parser = try DependencyParser(file, moves: try network.strings(), width: encoder.width)
        recognizer = try EntityRecognizer(file, names, moves: try network.strings())
        lemmatizer = try Lemmatizer(file)
        let patterns = try PatternTable(file)
        vocabulary = Vocabulary(
            tokenizer: try Tokenizer(file, patterns), norms: try Norms(file),
            ruler: try AttributeRuler(file, patterns, tags: tagger.tags, labels: parser.labels))
        variant = kernels.variant
    }

    /// Finds the tokens, trees and names of a text, and its sentences by the trees.
    package func parse(_ text: String) -> ParsedText { parse([text], isOneSentence: false)[0] }

    /// Finds the tokens, tree and names of a text that is one sentence, as far as the model can put it into one tree.
    package func parse(sentence: String) -> ParsedText { parse([sentence], isOneSentence: true)[0] }

    /// Parses texts as each of them would be as one sentence, in less time than one by one.
    package func parse(sentences: [String]) -> [ParsedText] { parse(sentences, isOneSentence: true) }

    private func parse(_ texts: [String], isOneSentence: Bool) -> [ParsedText] {
        workspaces.with { workspace in
            var readings = texts.map(Reading.init)
            var batch = Batch()
            for (number, text) in texts.enumerated() {
                let places = TokenizedText(text, &workspace.lexicon, vocabulary).places
                for start in stride(from: 0, to: places.count, by: Self.longestText) {
                    batch.append(places[start..<min(places.count, start + Self.longestText)], of: number)
                    guard batch.isFull else { continue }
                    read(batch, isOneSentence, &workspace, into: &readings)
                    batch = Batch()
                }
            }
            if !batch.pieces.isEmpty { read(batch, isOneSentence, &workspace, into: &readings) }
            return readings.map(\.parsed)
        }
    }

    private func read(
        _ batch: Batch, _ isOneSentence: Bool, _ workspace: inout Workspace, into readings: inout [Reading]
    ) {
        let words = batch.places.map { workspace.lexicon.lexemes[$0.lexeme] }
        let isSpace = words.map(\.isSpace)
        let vectors = encoder.vectors(batch, workspace.lexicon, &workspace.vectors, variant)
        let nameVectors = recognizer.encoder.vectors(batch, workspace.lexicon, &workspace.nameVectors, variant)
        let tags = tagger.tag(vectors, count: words.count, variant)
        let forests = parser.parse(
            vectors, batch.pieces, isSpace: isSpace, isOneSentence: isOneSentence, variant,
            &workspace.contributions)
        let starts = forests.map(\.sentenceStarts)
        let entities = recognizer.entities(
            nameVectors, batch.pieces, isSpace: isSpace, startsSentence: starts, variant, &workspace.contributions)
        for (number, piece) in batch.pieces.enumerated() {
            let tokens = tokens(
                batch.places[piece], Array(words[piece]), tags: Array(tags[piece]), forests[number], &workspace)
            readings[batch.texts[number]].append(tokens, starts[number], entities[number])
        }
    }

    private func tokens(
        _ places: ArraySlice<TokenizedText.Place>, _ words: [Lexeme], tags: [Int], _ forest: DependencyForest,
        _ workspace: inout Workspace
    ) -> [Token] {
        let settings = vocabulary.ruler.apply(to: words, tags: tags, labels: forest.labels)
        return places.enumerated().map { number, place in
            let (word, set) = (words[number], settings[number])
            let range = place.start..<(place.start + word.text.utf8.count)
            var token = Token(
                range: range, text: word.text, isFollowedBySpace: place.isFollowedBySpace, norm: word.norm)
            token.tag = set.tag ?? tagger.tags[tags[number]]
            token.partOfSpeech = set.partOfSpeech ?? .other
            token.lemma =
                set.lemma ?? workspace.lemma(place.lexeme, set.partOfSpeech, set.features ?? [], lemmatizer)
            token.head = forest.heads[number]
            token.label = DependencyLabel(rawValue: set.label ?? parser.labels[forest.labels[number]])
            return token
        }
    }
}

/// What was read of a text so far.
private struct Reading {
    let text: String
    private var tokens: [Token] = []
    private var starts: [Int] = []
    private var entities: [NamedEntity] = []

    init(text: String) { self.text = text }

    mutating func append(_ more: [Token], _ starts: [Bool], _ entities: [NamedEntity]) {
        let offset = tokens.count
        self.starts += starts.indices.filter { starts[$0] || $0 == 0 }.map { $0 + offset }
        self.entities += entities.map {
            NamedEntity(tokens: ($0.tokens.lowerBound + offset)..<($0.tokens.upperBound + offset), label: $0.label)
        }
        tokens += more.map { token in
            var token = token
            token.head += offset
            return token
        }
    }

    var parsed: ParsedText {
        let sentences = zip(starts, starts.dropFirst() + [tokens.count]).map { $0..<$1 }
        return ParsedText(text: text, tokens: tokens, entities: entities, sentences: sentences)
    }
}
