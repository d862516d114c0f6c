/// The bases that a word of a vocabulary's phrase may be a form of, whatever part of speech it is.
///
/// A phrase such as "severed ties with" has no sentence around it, and a parser made for sentences reads it badly. So a word
/// stands for every base it could come from; what is no English word among these never meets a word of a text.
struct WordForms: Hashable, Sendable {
    /// The bases in a fixed order, in the spelling of ``spelling(_:)``.
    let bases: [String]

    /// The bases of a lower-case word.
    init(_ word: String) {
        var bases = [word] + IrregularVerbs.bases(of: word) + (Self.irregular[word].map { [$0] } ?? [])
        for ending in ["ed", "ing"] where word.hasSuffix(ending) && word.count > ending.count + 1 {
            bases += Self.stems(String(word.dropLast(ending.count)))
        }
        if word.hasSuffix("s"), !word.hasSuffix("ss"), word.count > 3 { bases += Self.withoutS(word) }
        var seen: Set<String> = []
        self.bases = bases.map(Self.spelling).filter { seen.insert($0).inserted }
    }

    /// Whether both may be forms of one word.
    func meets(_ other: WordForms?) -> Bool { other?.bases.contains(where: bases.contains) ?? false }

    /// Whether a lemma of the text is one of the bases.
    func contains(_ lemma: String) -> Bool { bases.contains(Self.spelling(lemma)) }

    /// One spelling for both sides of the Atlantic where they differ in one letter: "normalise" and "normalize".
    static func spelling(_ lemma: String) -> String {
        let word = lemma.lowercased()
        if word.hasSuffix("ize") || word.hasSuffix("yze") { return word.dropLast(2) + "se" }
        if word.hasSuffix("ization") { return word.dropLast(6) + "sation" }
        if word.hasSuffix("our"), word.count > 5 { return word.dropLast(2) + "r" }
        return word
    }

    private static func stems(_ stem: String) -> [String] {
        var stems = [stem + "e", stem]
        if stem.hasSuffix("i") { stems.append(stem.dropLast() + "y") }
        if let last = stem.last, stem.dropLast().last == last { stems.append(String(stem.dropLast())) }
        return stems
    }

    private static func withoutS(_ word: String) -> [String] {
        var words = [String(word.dropLast())]
        if word.hasSuffix("ies") { words.append(word.dropLast(3) + "y") }
        if word.hasSuffix("es") { words.append(String(word.dropLast(2))) }
        return words
    }

    private static let irregular = [
        "men": "man", "women": "woman", "children": "child", "people": "person", "lives": "life", "wives": "wife",
        "has": "have",
    ]
}
