/// Cuts a text into tokens: at white space, then by prefixes, suffixes and infixes, with exceptions.
///
/// Source: spaCy's tokenizer, https://spacy.io/usage/linguistic-features#how-tokenizer-works.
struct Tokenizer: Sendable {
    /// A token and, for an exception, the spelling that stands for it.
    struct Piece: Hashable, Sendable {
        let text: String
        let norm: String?
    }

    /// Words that were cut before; they come again and again.
    typealias Cache = [String: [Piece]]

    /// Words longer than this are not cut.
    private static let longest = 1000
    private let prefix: Pattern?
    private let suffix: Pattern?
    private let infix: Pattern?
    private let whole: Pattern?
    private let url: Pattern?
    private let exceptions: [String: [Piece]]
    /// Exceptions that are cut when they are not looked for: the tokens they make then, by the first of them.
    private var splitExceptions: [String: [[String]]] = [:]

    init(_ file: ModelFile) throws(ModelError) {
        let texts = try file.strings("tokenizer.patterns")
        guard texts.count == 5 else { throw ModelError("tokenizer.patterns", "there are \(texts.count)") }
        var patterns: [Pattern?] = []
        for text in texts { patterns.append(text.isEmpty ? nil : try Pattern(text)) }
        (prefix, suffix, infix, whole, url) = (patterns[0], patterns[1], patterns[2], patterns[3], patterns[4])
        var exceptions: [String: [Piece]] = [:]
        for line in try file.strings("tokenizer.rules") {
            let parts = line.unicodeScalars.split(separator: "\u{1F}", omittingEmptySubsequences: false)
            guard let word = parts.first else { continue }
            exceptions[String(word)] = parts.dropFirst().map { part in
                let halves = part.split(separator: "\u{1E}", omittingEmptySubsequences: false)
                return Piece(text: String(halves[0]), norm: halves.count > 1 ? String(halves[1]) : nil)
            }
        }
        self.exceptions = exceptions
        var split: [String: [[String]]] = [:]
        for word in exceptions.keys.sorted() {
            let scalars = Array(word.unicodeScalars)
            let isSplit =
                scalars.contains(" ") || prefixLength(scalars[...]) > 0 || suffixLength(scalars[...]) > 0
                || infix?.firstMatch(in: scalars[...]) != nil
            guard isSplit, !scalars.contains(where: \.isPythonSpace) else { continue }
            let pieces = cut(scalars[...], usesExceptions: false).map(\.text)
            split[pieces[0], default: []].append(pieces)
        }
        splitExceptions = split
    }

    /// The tokens of a text with their places; together with single spaces after them they are the text.
    func tokens(of text: String, _ cache: inout Cache) -> [(piece: Piece, start: Int, isFollowedBySpace: Bool)] {
        let scalars = Array(text.unicodeScalars)
        var tokens: [(piece: Piece, start: Int, isFollowedBySpace: Bool)] = []
        var start = 0
        var place = 0
        func add(_ range: Range<Int>, isSpace: Bool) {
            var offset = place
            for piece in isSpace ? spaces(scalars[range]) : pieces(scalars[range], &cache) {
                tokens.append((piece, offset, false))
                offset += piece.text.utf8.count
            }
            place = offset
        }
        guard var isSpace = scalars.first?.isPythonSpace else { return [] }
        for (index, scalar) in scalars.enumerated() where scalar.isPythonSpace != isSpace {
            if start < index { add(start..<index, isSpace: isSpace) }
            if scalar == " " {
                if !tokens.isEmpty { tokens[tokens.count - 1].isFollowedBySpace = true }
                place += 1
                start = index + 1
            } else {
                start = index
            }
            isSpace.toggle()
        }
        if start < scalars.count {
            add(start..<scalars.count, isSpace: isSpace)
            tokens[tokens.count - 1].isFollowedBySpace = scalars.last == " " && !isSpace
        }
        return joinSplitExceptions(tokens)
    }

    private func spaces(_ scalars: ArraySlice<Unicode.Scalar>) -> [Piece] {
        let text = string(scalars)
        return exceptions[text] ?? [Piece(text: text, norm: nil)]
    }

    private func pieces(_ scalars: ArraySlice<Unicode.Scalar>, _ cache: inout Cache) -> [Piece] {
        let word = string(scalars)
        if let known = exceptions[word] ?? cache[word] { return known }
        let pieces = cut(scalars, usesExceptions: true)
        if cache.count > 20_000 { cache.removeAll(keepingCapacity: true) }
        cache[word] = pieces
        return pieces
    }

    private func cut(_ word: ArraySlice<Unicode.Scalar>, usesExceptions: Bool) -> [Piece] {
        guard word.count <= Self.longest else { return [Piece(text: string(word), norm: nil)] }
        func isException(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
            usesExceptions && !scalars.isEmpty && exceptions[string(scalars)] != nil
        }
        var rest = word
        var before: [Piece] = []
        var after: [Piece] = []
        var last = -1
        while !rest.isEmpty, rest.count != last {
            if whole?.firstMatch(in: rest)?.lowerBound == rest.startIndex || isException(rest) { break }
            last = rest.count
            let leading = prefixLength(rest)
            let withoutPrefix = rest.dropFirst(leading)
            if leading > 0, isException(withoutPrefix) {
                before.append(Piece(text: string(rest.prefix(leading)), norm: nil))
                rest = withoutPrefix
                break
            }
            let trailing = suffixLength(withoutPrefix)
            let withoutSuffix = rest.dropLast(trailing)
            if trailing > 0, isException(withoutSuffix) {
                after.append(Piece(text: string(rest.suffix(trailing)), norm: nil))
                rest = withoutSuffix
                break
            }
            let takesBoth = leading > 0 && trailing > 0 && leading + trailing <= rest.count
            if leading > 0 {
                before.append(Piece(text: string(rest.prefix(leading)), norm: nil))
            }
            if trailing > 0, takesBoth || leading == 0 {
                after.append(Piece(text: string(rest.suffix(trailing)), norm: nil))
            }
            rest = takesBoth ? withoutPrefix.dropLast(trailing) : leading > 0 ? withoutPrefix : withoutSuffix
        }
        let inner = rest.isEmpty ? [] : core(rest, usesExceptions: usesExceptions)
        return before + inner + after.reversed()
    }

    /// What is left once nothing can be taken off either end.
    private func core(_ rest: ArraySlice<Unicode.Scalar>, usesExceptions: Bool) -> [Piece] {
        let text = string(rest)
        if usesExceptions, let known = exceptions[text] { return known }
        let isWhole = whole?.firstMatch(in: rest)?.lowerBound == rest.startIndex
        if isWhole || url?.firstMatch(in: rest)?.lowerBound == rest.startIndex { return [Piece(text: text, norm: nil)] }
        var pieces: [Piece] = []
        var start = rest.startIndex
        for match in infix?.matches(in: rest) ?? [] where match.lowerBound > rest.startIndex {
            if match.lowerBound != start {
                pieces.append(Piece(text: string(rest[start..<match.lowerBound]), norm: nil))
            }
            if !match.isEmpty { pieces.append(Piece(text: string(rest[match]), norm: nil)) }
            start = match.upperBound
        }
        if start < rest.endIndex { pieces.append(Piece(text: string(rest[start...]), norm: nil)) }
        return pieces
    }

    private func prefixLength(_ text: ArraySlice<Unicode.Scalar>) -> Int { prefix?.firstMatch(in: text)?.count ?? 0 }
    private func suffixLength(_ text: ArraySlice<Unicode.Scalar>) -> Int { suffix?.firstMatch(in: text)?.count ?? 0 }

    private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(scalars)) }

    /// Makes exceptions of tokens that were cut apart before anyone saw that they are one, the longest first.
    private func joinSplitExceptions(
        _ tokens: [(piece: Piece, start: Int, isFollowedBySpace: Bool)]
    ) -> [(piece: Piece, start: Int, isFollowedBySpace: Bool)] {
        var found: [Range<Int>] = []
        for start in tokens.indices {
            for candidate in splitExceptions[tokens[start].piece.text] ?? []
            where start + candidate.count <= tokens.count {
                let isSame = candidate.indices.allSatisfy { tokens[start + $0].piece.text == candidate[$0] }
                if isSame { found.append(start..<start + candidate.count) }
            }
        }
        guard !found.isEmpty else { return tokens }
        var taken = Set<Int>()
        var chosen: [Int: Range<Int>] = [:]
        for span in found.sorted(by: { ($1.count, $0.lowerBound) < ($0.count, $1.lowerBound) }) {
            if !taken.contains(span.lowerBound), !taken.contains(span.upperBound - 1) { chosen[span.lowerBound] = span }
            taken.formUnion(span)
        }
        var result: [(piece: Piece, start: Int, isFollowedBySpace: Bool)] = []
        var index = 0
        while index < tokens.count {
            guard let span = chosen[index] else {
                result.append(tokens[index])
                index += 1
                continue
            }
            result += exception(tokens[span]) ?? Array(tokens[span])
            index = span.upperBound
        }
        return result
    }

    private func exception(
        _ tokens: ArraySlice<(piece: Piece, start: Int, isFollowedBySpace: Bool)>
    ) -> [(piece: Piece, start: Int, isFollowedBySpace: Bool)]? {
        guard let first = tokens.first, let last = tokens.last else { return nil }
        let isApart = tokens.dropLast().contains(where: \.isFollowedBySpace)
        guard !isApart, let pieces = exceptions[tokens.map(\.piece.text).joined()] else { return nil }
        var result: [(piece: Piece, start: Int, isFollowedBySpace: Bool)] = []
        var place = first.start
        for piece in pieces {
            result.append((piece, place, false))
            place += piece.text.utf8.count
        }
        result[result.count - 1].isFollowedBySpace = last.isFollowedBySpace
        return result
    }
}
