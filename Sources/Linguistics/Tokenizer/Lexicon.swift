/// What is known of a word wherever it stands.
struct Lexeme: Hashable, Sendable {
    /// The spelling that the model knows it by.
    let norm: String
    let lower: String
    let isSpace: Bool
    private let ids: InlineArray<4, UInt64>

    fileprivate init(norm: String, lower: String, isSpace: Bool, ids: InlineArray<4, UInt64>) {
        (self.norm, self.lower, self.isSpace, self.ids) = (norm, lower, isSpace, ids)
    }

    /// Its attributes, as the network takes them.
    func features(isFollowedBySpace: Bool) -> TokenFeatures {
        TokenFeatures(
            norm: ids[0], prefix: ids[1], suffix: ids[2], shape: ids[3], isFollowedBySpace: isFollowedBySpace,
            isSpace: isSpace)
    }

    static func == (a: Lexeme, b: Lexeme) -> Bool { a.norm == b.norm && a.lower == b.lower }
    func hash(into hasher: inout Hasher) { hasher.combine(norm) }
}

/// Makes lexemes of words.
struct Lexicon: Sendable {
    /// Lexemes that were made before.
    typealias Cache = [Tokenizer.Piece: Lexeme]

    /// Spellings that stand for others, by the id of the word.
    private let norms: [UInt64: String]
    /// Strings whose ids are not their hashes.
    private let symbols: [String: UInt64]

    init(_ file: ModelFile) throws(ModelError) {
        norms = try Self.pairs(file, "norms").reduce(into: [:]) { $0[UInt64($1.0, radix: 16) ?? 0] = $1.1 }
        symbols = try Self.pairs(file, "symbols").reduce(into: [:]) { $0[$1.0] = UInt64($1.1) }
    }

    private static func pairs(_ file: ModelFile, _ name: String) throws(ModelError) -> [(String, String)] {
        var pairs: [(String, String)] = []
        for line in try file.strings(name) {
            let halves = line.unicodeScalars.split(separator: "\u{1F}", omittingEmptySubsequences: false)
            guard halves.count == 2 else { throw ModelError(name, "\(line) is not a pair") }
            pairs.append((String(halves[0]), String(halves[1])))
        }
        return pairs
    }

    /// The lexeme of a word.
    func lexeme(_ piece: Tokenizer.Piece, _ cache: inout Cache) -> Lexeme {
        if let known = cache[piece] { return known }
        let lexeme = lexeme(piece)
        if cache.count > 20_000 { cache.removeAll(keepingCapacity: true) }
        cache[piece] = lexeme
        return lexeme
    }

    private func lexeme(_ piece: Tokenizer.Piece) -> Lexeme {
        let word = piece.text
        let lower = word.lowercased()
        let norm = piece.norm ?? norms[id(word)] ?? lower
        let scalars = Array(word.unicodeScalars)
        return Lexeme(
            norm: norm, lower: lower, isSpace: scalars.allSatisfy(\.isPythonSpace),
            ids: [id(norm), id(string(scalars.prefix(1))), id(string(scalars.suffix(3))), id(Self.shape(scalars))])
    }

    private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(scalars)) }

    private func id(_ text: String) -> UInt64 {
        if text.isEmpty { return 0 }
        if let symbol = symbols[text] { return symbol }
        var text = text
        return text.withUTF8 { MurmurHash.id($0) }
    }

    /// Capitals as X, other letters as x, digits as d, at most four of a kind in a row.
    private static func shape(_ scalars: [Unicode.Scalar]) -> String {
        guard scalars.count < 100 else { return "LONG" }
        var shape = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        var run = 0
        for scalar in scalars {
            let sign = sign(scalar)
            run = sign == last ? run + 1 : 0
            last = sign
            if run < 4 { shape.append(sign) }
        }
        return String(shape)
    }

    private static func sign(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.isLetter { return scalar.properties.isUppercase ? "X" : "x" }
        return scalar.properties.numericType == .decimal || scalar.properties.numericType == .digit ? "d" : scalar
    }
}
