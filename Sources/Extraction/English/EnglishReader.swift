package import Facts
package import Linguistics

/// The reader that is built in: English prose, parsed and read by rules, with no service and no network.
///
/// A sentence is read by itself; the ones before it only say whom its pronouns and surnames stand for and who is speaking. So
/// an edit changes the claims of its own sentence, and of others only where they point back to it.
package struct EnglishReader: Extractor {
    /// Goes up with every change of model or rules that changes what is read.
    private static let version = "1"

    /// Name, version, and a digest of the vocabulary, by whose words it reads.
    package let fingerprint: ExtractorFingerprint
    private let namer: PredicateNamer
    private let sentences: SentenceCache

    /// A reader that says things in the words of a vocabulary.
    ///
    /// - Parameter parse: parses one sentence.
    package init(vocabulary: Vocabulary, parse: @escaping @Sendable (String) -> ParsedText) {
        self.init(vocabulary: vocabulary, parseAll: { $0.map(parse) })
    }

    /// A reader that says things in the words of a vocabulary.
    ///
    /// - Parameter parseAll: parses sentences, each by itself and as it would be parsed alone; the trees in their order.
    package init(vocabulary: Vocabulary, parseAll: @escaping @Sendable ([String]) -> [ParsedText]) {
        namer = PredicateNamer(vocabulary: vocabulary)
        fingerprint =
            ExtractorFingerprint(name: "english", version: Self.version, configuration: vocabulary.readingDigest)
            ?? .unnamed
        sentences = SentenceCache(parse: parseAll)
    }

    /// Parses the sentences of passages together, which takes less time than one by one.
    package func prepare(_ passages: [Passage]) async {
        let texts = passages.filter { $0.language.map(Self.isEnglish) ?? true }.map(\.text)
        _ = sentences.parsed(texts.flatMap { PassageReader.sentences(of: $0).map(\.text) })
    }

    package func read(_ passage: Passage) async -> PassageReading {
        if let language = passage.language, !Self.isEnglish(language) {
            let reason = "the report is in another language (\(language)), and the reader reads English"
            return PassageReading(omissions: [Omission(quote: passage.text, start: 0, reason: reason)])
        }
        return PassageReader(namer: namer, sentences: sentences).read(passage)
    }

    /// Whether a BCP 47 tag is of English: `en`, `en-GB`.
    private static func isEnglish(_ tag: String) -> Bool {
        ["en", "eng"].contains(tag.lowercased().prefix { $0 != "-" && $0 != "_" })
    }
}
