/// The words that a thread has met, with what was computed for them; it forgets them all when they become too many.
struct Lexicon {
    /// Why a word is not one that was met before: it may have a norm of its own in a case of the tokenizer.
    private struct Key: Hashable {
        let text: Spelling
        let norm: String?
    }

    /// A token of a stretch between white space, by the number of its lexeme.
    struct Piece {
        let lexeme: Int
        let utf8Count: Int
    }

    /// Words beyond this number make it forget; a stretch of text that has more keeps them until it is read.
    static let limit = 16_384
    private(set) var lexemes: [Lexeme] = []
    private var numbers: [Key: Int] = [:]
    private var stretches: [Spelling: [Piece]] = [:]

    /// Whether it should forget before more is read.
    var isFull: Bool { lexemes.count > Self.limit || stretches.count > Self.limit }

    /// The tokens of a stretch, cut by the tokenizer where it is new.
    mutating func pieces(of stretch: String, _ vocabulary: Vocabulary) -> [Piece] {
        let key = Spelling(stretch)
        if let known = stretches[key] { return known }
        let pieces = vocabulary.tokenizer.pieces(of: stretch).map { piece($0, vocabulary) }
        stretches[key] = pieces
        return pieces
    }

    /// The token that a part of a word is.
    mutating func piece(_ part: Tokenizer.Part, _ vocabulary: Vocabulary) -> Piece {
        Piece(lexeme: number(part, vocabulary), utf8Count: part.text.text.utf8.count)
    }

    private mutating func number(_ part: Tokenizer.Part, _ vocabulary: Vocabulary) -> Int {
        let key = Key(text: part.text, norm: part.norm)
        if let known = numbers[key] { return known }
        let number = lexemes.count
        numbers[key] = number
        lexemes.append(vocabulary.lexeme(part))
        return number
    }
}

/// What is known of words before any text is read.
struct Vocabulary: Sendable {
    let tokenizer: Tokenizer
    let norms: Norms
    let ruler: AttributeRuler

    func lexeme(_ part: Tokenizer.Part) -> Lexeme {
        norms.lexeme(
            part.text.text, norm: part.norm, phrases: tokenizer.phrasesByFirst[part.text] ?? [], rules: ruler.rules)
    }
}
