/// Spellings by which the model knows words: `colour` as `color`.
struct Norms: Sendable {
    let hash: WordHash
    private var norms: [UInt64: String] = [:]

    init(_ file: ModelFile) throws(ModelError) {
        hash = try WordHash(file)
        var reader = try file.section("norms")
        for _ in 0..<(try reader.count()) {
            let key = try reader.fixed(UInt64.self)
            norms[key] = try reader.string()
        }
    }

    /// The lexeme of a word, whose norm a case of the tokenizer may have set.
    func lexeme(_ text: String, norm given: String?, phrases: [Int], rules: (Spelling, String, Bool) -> [Int]) -> Lexeme
    {
        let (lower, isSpace) = (text.lowered, text.isSpace)
        let norm = given ?? norms[hash(text)] ?? lower
        let letters = text.unicodeScalars
        let words = [
            norm, String(String.UnicodeScalarView(letters.prefix(1))),
            String(String.UnicodeScalarView(letters.suffix(3))), text.wordShape,
        ]
        return Lexeme(
            text: text, lower: lower, norm: norm, isSpace: isSpace,
            features: words.map { hash($0) } + [0, isSpace ? 1 : 0],
            phrases: phrases, rules: rules(Spelling(text), lower, isSpace))
    }
}
