/// Cuts text into tokens: at white space, then prefixes and suffixes off each word, then at infixes, unless the word is a case of
/// its own or an address.
struct Tokenizer: Sendable {
    /// A token of a special case, with the norm that it has there.
    struct Part: Hashable, Sendable {
        let text: Spelling
        let norm: String?
    }

    /// Words that are cut in a way of their own.
    let cases: [Spelling: [Part]]
    /// The cases that affixes would break up, as the tokens that they would become.
    private(set) var phrases: [[Spelling]] = []
    /// The phrases that begin with a token.
    private(set) var phrasesByFirst: [Spelling: [Int]] = [:]
    private let longestCase: Int
    private let (prefix, suffix, infix, address): (TextPattern, TextPattern, TextPattern, TextPattern)
    private let classes: [CharacterClass]

    init(_ file: ModelFile, _ patterns: PatternTable) throws(ModelError) {
        classes = patterns.classes
        var reader = try file.section("tokenizer")
        prefix = try patterns.pattern(try reader.number())
        suffix = try patterns.pattern(try reader.number())
        infix = try patterns.pattern(try reader.number())
        address = try patterns.pattern(try reader.number())
        var cases: [Spelling: [Part]] = [:]
        for _ in 0..<(try reader.count()) {
            var parts: [Part] = []
            for _ in 0..<(try reader.count()) {
                let (text, norm) = (try reader.string(), try reader.string())
                parts.append(Part(text: Spelling(text), norm: norm.isEmpty ? nil : norm))
            }
            guard !parts.isEmpty, !parts.contains(where: \.text.text.isEmpty) else {
                throw reader.failure("a case has no tokens")
            }
            cases[Spelling(parts.map(\.text.text).joined())] = parts
        }
        self.cases = cases
        longestCase = cases.keys.map(\.text.unicodeScalars.count).max() ?? 0
        for text in try reader.strings() {
            let tokens = pieces(of: text, usesCases: false).map(\.text)
            guard let first = tokens.first else { continue }
            phrasesByFirst[first, default: []].append(phrases.count)
            phrases.append(tokens)
        }
    }

    /// The tokens of a stretch that is white space or has none.
    func pieces(of word: String, usesCases: Bool = true) -> [Part] {
        let letters = word.unicodeScalars.map(\.value)
        var cutter = WordCutter(letters: letters, rest: 0..<letters.count)
        if usesCases, let parts = self.case(cutter, cutter.rest) { return parts }
        if word.isSpace { return [Part(text: Spelling(word), norm: nil)] }
        cutAffixes(&cutter, usesCases: usesCases)
        return cutter.front.map(cutter.part) + middle(cutter, usesCases: usesCases)
            + cutter.back.reversed().map(cutter.part)
    }

    private func `case`(_ cutter: WordCutter, _ range: Range<Int>) -> [Part]? {
        guard range.count <= longestCase, !range.isEmpty else { return nil }
        return cases[cutter.part(range).text]
    }

    private func cutAffixes(_ cutter: inout WordCutter, usesCases: Bool) {
        func isCase(_ range: Range<Int>) -> Bool { usesCases && self.case(cutter, range) != nil }
        var last = -1
        while !cutter.rest.isEmpty, cutter.rest.count != last, !isCase(cutter.rest) {
            let rest = cutter.rest
            last = rest.count
            let front = length(of: prefix, cutter.letters, rest)
            if front > 0, isCase(rest.dropFirst(front)) { return cutter.cut(front: front, back: 0) }
            let back = length(of: suffix, cutter.letters, rest.dropFirst(front))
            if back > 0, isCase(rest.dropLast(back)) { return cutter.cut(front: 0, back: back) }
            cutter.cut(front: front, back: back)
        }
    }

    private func length(of pattern: TextPattern, _ letters: [UInt32], _ range: Range<Int>) -> Int {
        pattern.match(in: letters, range, from: range.lowerBound, classes)?.count ?? 0
    }

    /// What is left between the affixes: a case, an address, or words between infixes.
    private func middle(_ cutter: WordCutter, usesCases: Bool) -> [Part] {
        let rest = cutter.rest
        if rest.isEmpty { return [] }
        if usesCases, let parts = self.case(cutter, rest) { return parts }
        if address.match(in: cutter.letters, rest, from: rest.lowerBound, classes) != nil { return [cutter.part(rest)] }
        var (parts, start, position) = ([Part](), rest.lowerBound, rest.lowerBound)
        while let match = infix.match(in: cutter.letters, rest, from: position, classes) {
            position = match.upperBound
            if match.lowerBound == rest.lowerBound { continue }
            if match.lowerBound > start { parts.append(cutter.part(start..<match.lowerBound)) }
            parts.append(cutter.part(match))
            start = match.upperBound
        }
        if start < rest.upperBound { parts.append(cutter.part(start..<rest.upperBound)) }
        return parts
    }
}

/// A word while affixes are cut off it.
private struct WordCutter {
    let letters: [UInt32]
    var rest: Range<Int>
    var front: [Range<Int>] = []
    /// The last first.
    var back: [Range<Int>] = []

    init(letters: [UInt32], rest: Range<Int>) { (self.letters, self.rest) = (letters, rest) }

    /// Cuts as many letters off both ends; off the front alone where they overlap.
    mutating func cut(front length: Int, back: Int) {
        let back = length > 0 && length + back > rest.count ? 0 : back
        if length > 0 { front.append(rest.prefix(length)) }
        if back > 0 { self.back.append(rest.suffix(back)) }
        rest = rest.dropFirst(length).dropLast(back)
    }

    func part(_ range: Range<Int>) -> Tokenizer.Part {
        var text = String.UnicodeScalarView()
        for letter in letters[range] { if let letter = Unicode.Scalar(letter) { text.append(letter) } }
        return Tokenizer.Part(text: Spelling(String(text)), norm: nil)
    }
}
