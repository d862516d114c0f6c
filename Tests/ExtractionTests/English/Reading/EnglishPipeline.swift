import Linguistics

/// The embedded pipeline, loaded once for all tests.
enum EnglishPipeline {
    /// The parse of one sentence; an empty one when the pipeline cannot be loaded, which fails every test of it.
    static func parse(_ sentence: String) -> ParsedText {
        pipeline?.parse(sentence: sentence) ?? ParsedText(text: sentence, tokens: [], entities: [], sentences: [])
    }

    private static let pipeline = try? Pipeline.english()
}
