/// A text as tokens whose words are numbered in a ``Lexicon``.
struct TokenizedText {
    /// A token before anything is known of it but its word.
    struct Place {
        var lexeme: Int
        /// The first of its UTF-8 bytes in the text.
        var start: Int
        var isFollowedBySpace = false
    }

    private(set) var places: [Place] = []

    /// Cuts a text at white space, of which one space after a word belongs to no token, and each stretch into tokens.
    init(_ text: String, _ lexicon: inout Lexicon, _ vocabulary: Vocabulary) {
        var text = text
        text.withUTF8 { bytes in
            var (start, place) = (0, 0)
            var isSpace = false
            while place < bytes.count {
                let (letter, length) = Self.letter(bytes, at: place)
                if place == 0 { isSpace = letter.isSpace }
                if letter.isSpace != isSpace {
                    if start < place { append(bytes, start..<place, &lexicon, vocabulary) }
                    start = place
                    if letter == " " {
                        places[places.count - 1].isFollowedBySpace = true
                        start += 1
                    }
                    isSpace.toggle()
                }
                place += length
            }
            if start < place { append(bytes, start..<place, &lexicon, vocabulary) }
        }
        joinCases(text, &lexicon, vocabulary)
    }

    private static func letter(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> (Unicode.Scalar, Int) {
        let first = bytes[place]
        if first < 0x80 { return (Unicode.Scalar(first), 1) }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        let value = (1..<length).reduce(UInt32(first) & (0x7F >> UInt32(length))) {
            $0 << 6 | UInt32(bytes[place + $1] & 0x3F)
        }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    private mutating func append(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ lexicon: inout Lexicon, _ vocabulary: Vocabulary
    ) {
        let stretch = String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
        var start = range.lowerBound
        for piece in lexicon.pieces(of: stretch, vocabulary) {
            places.append(Place(lexeme: piece.lexeme, start: start))
            start += piece.utf8Count
        }
    }

    /// Looks for the cases that affixes broke up: the longest first, of those as long the first.
    private mutating func joinCases(_ text: String, _ lexicon: inout Lexicon, _ vocabulary: Vocabulary) {
        var found = matches(lexicon, vocabulary)
        if found.isEmpty { return }
        found.sort { ($1.count, $0.lowerBound) < ($0.count, $1.lowerBound) }
        var isTaken = [Bool](repeating: false, count: places.count)
        var chosen: [Range<Int>] = []
        for range in found {
            if !isTaken[range.lowerBound], !isTaken[range.upperBound - 1] { chosen.append(range) }
            for place in range { isTaken[place] = true }
        }
        chosen.sort { $0.lowerBound < $1.lowerBound }
        var (joined, next) = ([Place](), 0)
        for range in chosen {
            let words = range.map {
                lexicon.lexemes[places[$0].lexeme].text
                    + (places[$0].isFollowedBySpace && $0 + 1 < range.upperBound ? " " : "")
            }
            guard let parts = vocabulary.tokenizer.cases[Spelling(words.joined())] else { continue }
            joined += places[next..<range.lowerBound]
            var start = places[range.lowerBound].start
            for part in parts {
                let piece = lexicon.piece(part, vocabulary)
                joined.append(Place(lexeme: piece.lexeme, start: start))
                start += piece.utf8Count
            }
            joined[joined.count - 1].isFollowedBySpace = places[range.upperBound - 1].isFollowedBySpace
            next = range.upperBound
        }
        places = joined + places[next...]
    }

    /// The stretches of tokens that are a case.
    private func matches(_ lexicon: Lexicon, _ vocabulary: Vocabulary) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for start in places.indices {
            for number in lexicon.lexemes[places[start].lexeme].phrases {
                let phrase = vocabulary.tokenizer.phrases[number]
                guard start + phrase.count <= places.count else { continue }
                let isMatch = phrase.indices.dropFirst().allSatisfy {
                    Spelling(lexicon.lexemes[places[start + $0].lexeme].text) == phrase[$0]
                }
                if isMatch { found.append(start..<(start + phrase.count)) }
            }
        }
        return found
    }
}
