import Synchronization

/// Reads text: tokens, sentences, tags, base forms, dependency trees and named entities.
///
/// It does what a spaCy 3 pipeline of the same weights does, and gives the same answers. It never changes once it is loaded, and may
/// be used by several tasks at once.
package final class Pipeline: Sendable {
    private let tokenizer: Tokenizer
    private let lexicon: Lexicon
    private let tok2vec: Tok2Vec
    private let tagger: Tagger
    private let parser: DependencyParser
    private let ruler: AttributeRuler
    private let lemmatizer: Lemmatizer
    private let recognizer: EntityRecognizer
    private let kernels: Kernels
    /// What is kept between texts; each is used by one task at a time.
    private let desks = Mutex<[Desk]>([])

    /// A pipeline from the bytes of a converted model.
    package convenience init(model: [UInt8], kernels: Kernels = .fastest) throws(ModelError) {
        try self.init(ModelBytes(copying: model), kernels)
    }

    /// The embedded English pipeline, on the arithmetic that is asked for.
    package convenience init(english kernels: Kernels) throws(ModelError) { try self.init(.english, kernels) }

    private init(_ bytes: ModelBytes, _ kernels: Kernels) throws(ModelError) {
        let file = try ModelFile(bytes)
        let language = try file.strings("about").first ?? ""
        tokenizer = try Tokenizer(file)
        lexicon = try Lexicon(file)
        tok2vec = try Tok2Vec(file, "tok2vec")
        tagger = try Tagger(file, width: tok2vec.width)
        parser = try DependencyParser(file, width: tok2vec.width)
        ruler = try AttributeRuler(file)
        lemmatizer = try Lemmatizer(file, language: language)
        recognizer = try EntityRecognizer(file)
        self.kernels = kernels
    }

    private static let embedded = Result { try Pipeline(english: .fastest) }

    /// The embedded English pipeline, loaded once.
    package static func english() throws -> Pipeline { try embedded.get() }

    /// Reads a text and finds its sentences.
    package func parse(_ text: String) -> ParsedText { read(text, isOneSentence: false) }

    /// Reads a text that is one sentence, whatever stands in it.
    package func parse(sentence: String) -> ParsedText { read(sentence, isOneSentence: true) }

    private func read(_ text: String, isOneSentence: Bool) -> ParsedText {
        var desk = desks.withLock { $0.popLast() } ?? Desk()
        defer { desks.withLock { $0.append(desk) } }
        let pieces = tokenizer.tokens(of: text, &desk.words)
        guard !pieces.isEmpty else { return ParsedText(text: text, tokens: [], entities: [], sentences: []) }
        let lexemes = pieces.map { lexicon.lexeme($0.piece, &desk.lexemes) }
        let features = zip(lexemes, pieces).map { lexeme, piece in
            lexeme.features(isFollowedBySpace: piece.isFollowedBySpace)
        }
        let vectors = tok2vec.vectors(features, kernels, &desk.projections)
        let tags = tagger.tags(vectors, count: pieces.count, kernels)
        var trees = parser.parse(vectors, count: pieces.count, isOneSentence: isOneSentence, kernels)
        trees.makeNonProjective(isSpace: lexemes.map(\.isSpace))
        let sentences = trees.sentences
        var attributes = pieces.indices.map { index in
            AttributeRuler.Attributes(
                tag: tagger.labels[tags[index]], label: trees.labels[index], lower: lexemes[index].lower,
                isSpace: lexemes[index].isSpace)
        }
        ruler.apply(to: &attributes)
        let starts = Set(sentences.map(\.lowerBound))
        let entities = recognizer.entities(
            features, startsSentence: pieces.indices.map(starts.contains), kernels, &desk.names)
        let tokens = pieces.indices.map { index in
            token(pieces[index], lexemes[index], attributes[index], head: trees.heads[index])
        }
        return ParsedText(text: text, tokens: tokens, entities: entities, sentences: sentences)
    }

    private func token(
        _ piece: (piece: Tokenizer.Piece, start: Int, isFollowedBySpace: Bool), _ lexeme: Lexeme,
        _ attributes: AttributeRuler.Attributes, head: Int
    ) -> Token {
        let text = piece.piece.text
        var token = Token(
            range: piece.start..<piece.start + text.utf8.count, text: text, isFollowedBySpace: piece.isFollowedBySpace,
            norm: lexeme.norm)
        token.tag = attributes.tag
        token.partOfSpeech = PartOfSpeech(rawValue: attributes.partOfSpeech) ?? .other
        token.lemma =
            attributes.lemma
            ?? lemmatizer.lemma(of: text, part: attributes.partOfSpeech, features: attributes.features)
        token.head = head
        token.label = DependencyLabel(rawValue: attributes.label)
        return token
    }
}

extension Pipeline {
    /// What is worked out for words and comes again in the next text.
    private struct Desk: Sendable {
        var words: Tokenizer.Cache = [:]
        var lexemes: Lexicon.Cache = [:]
        var projections = ProjectionCache()
        var names = ProjectionCache()
    }
}
