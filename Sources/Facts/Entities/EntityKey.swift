@_spi(_Unicode) import Swift

/// What tells an entity apart: the normal form of its name, such as `yossi-cohen`.
///
/// Case, diacritics, articles and titles are folded away; nothing else is. Names that merely look alike have different keys;
/// that they are one is for the vocabulary or a decision to say.
package struct EntityKey: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Lower-case words joined by hyphens.
    package let description: String

    /// The key of a name.
    package init(name: String) {
        if let plain = Self.plainForm(of: name) {
            description = plain
            return
        }
        let words = Self.plainWords(of: name) ?? Self.words(of: name)
        let form = words.dropFirst(Self.titleCount(of: words)).map(\.folded).joined(separator: "-")
        description = form.isEmpty ? name.foldedForm : form
    }

    /// A key that was stored.
    package init(stored: String) { description = stored }

    package static func < (a: EntityKey, b: EntityKey) -> Bool { a.description < b.description }

    /// Whether the two could be spellings or shortenings of one name: "Liberman" and "Lieberman", "Cohen" and "Yossi Cohen".
    ///
    /// Only ever a reason to withhold judgement, never to unite.
    package func mightName(_ other: EntityKey) -> Bool {
        if isEnd(of: other) || other.isEnd(of: self) { return true }
        // A skeleton begins as its word does, and that is sooner seen.
        let (begins, others) = (wordStarts, other.wordStarts)
        guard begins.isSubset(of: others) || others.isSubset(of: begins) else { return false }
        let (a, b) = (skeletons, other.skeletons)
        let shared = a.filter { b[$0.key] != nil }
        guard shared.count == min(a.count, b.count) else { return false }
        return shared.contains { $0.key.count >= 3 || min($0.value, b[$0.key] ?? 0) >= 5 }
    }

    /// Whether this is how another name ends: "Cohen" of "Yossi Cohen".
    package func isEnd(of other: EntityKey) -> Bool { other.description.hasSuffix("-" + description) }

    /// The skeletons of its words, each with the letters of the longest word that has it.
    private var skeletons: [String: Int] {
        let words = description.split(separator: "-").map { (Self.skeleton($0), $0.count) }
        return Dictionary(words, uniquingKeysWith: max)
    }

    /// The first bytes of its words.
    private var wordStarts: Set<UInt8> {
        var starts: Set<UInt8> = []
        var isStart = true
        for byte in description.utf8 {
            if isStart, byte != UInt8(ascii: "-") { starts.insert(byte) }
            isStart = byte == UInt8(ascii: "-")
        }
        return starts
    }

    /// A word of a name.
    private struct Word {
        /// In lower case.
        let lower: String
        let folded: String
        /// Whether it is written with a small letter at the front.
        let isSmall: Bool
    }

    private static func words(of name: String) -> [Word] {
        let words = name.split { character in
            character.isWhitespace
                || ((character.isPunctuation || character.isSymbol) && !"'’ʼ‘`´.".contains(character))
        }
        return words.map {
            Word(lower: $0.lowercased(), folded: folded($0), isSmall: $0.first?.isLowercase == true)
        }.filter { !$0.folded.isEmpty }
    }

    /// The normal form of a name of ASCII alone whose first word begins no title, made in one pass; `nil` for any other.
    private static func plainForm(of name: String) -> String? {
        var (form, word): ([UInt8], [UInt8]) = ([], [])
        form.reserveCapacity(name.utf8.count)
        word.reserveCapacity(name.utf8.count)
        for byte in name.utf8 {
            guard byte < 0x80 else { return nil }
            if isPlainGap(byte) {
                guard endPlainWord(&word, in: &form) else { return nil }
            } else {
                word.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            }
        }
        guard endPlainWord(&word, in: &form), !form.isEmpty else { return nil }
        return String(decoding: form, as: UTF8.self)
    }

    /// Takes what is left of a word into a form; `false` when it is the first and may begin a title.
    private static func endPlainWord(_ word: inout [UInt8], in form: inout [UInt8]) -> Bool {
        guard !word.isEmpty else { return true }
        let end = form.count
        if end > 0 { form.append(UInt8(ascii: "-")) }
        let start = form.count
        appendFolded(word, to: &form)
        if form.count == start {
            form.removeLast(start - end)
        } else if start == 0, leading.contains(String(decoding: word, as: UTF8.self)) {
            return false
        }
        word.removeAll(keepingCapacity: true)
        return true
    }

    /// Appends what is left of some ASCII letters in lower case.
    private static func appendFolded(_ lower: [UInt8], to form: inout [UInt8]) {
        let start = form.count
        for byte in lower where byte != UInt8(ascii: "`") { form.append(byte) }
        if form[start...].suffix(2).elementsEqual("'s".utf8) { form.removeLast(2) }
        guard form[start...].contains(where: { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: ".") }) else { return }
        let rest = form[start...].filter { $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: ".") }
        form.replaceSubrange(start..., with: rest)
    }

    /// The words of a name of ASCII alone, byte by byte, as most are; `nil` for any other.
    private static func plainWords(of name: String) -> [Word]? {
        var words: [Word] = []
        var (bytes, isSmall) = ([UInt8](), false)
        for byte in name.utf8 {
            guard byte < 0x80 else { return nil }
            if isPlainGap(byte) {
                if let word = plainWord(bytes, isSmall: isSmall) { words.append(word) }
                bytes.removeAll(keepingCapacity: true)
            } else {
                if bytes.isEmpty { isSmall = (0x61...0x7A).contains(byte) }
                bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            }
        }
        if let word = plainWord(bytes, isSmall: isSmall) { words.append(word) }
        return words
    }

    /// Whether an ASCII character is white space, punctuation or a symbol that parts words.
    private static func isPlainGap(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "."): false
        case 0x09...0x0D, 0x20...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    /// The word of some ASCII letters in lower case; `nil` where nothing is left of them.
    private static func plainWord(_ lower: [UInt8], isSmall: Bool) -> Word? {
        var folded: [UInt8] = []
        appendFolded(lower, to: &folded)
        guard !folded.isEmpty else { return nil }
        return Word(
            lower: String(decoding: lower, as: UTF8.self), folded: String(decoding: folded, as: UTF8.self),
            isSmall: isSmall)
    }

    /// How many words before the name are its article and titles; at least one word is left as the name.
    private static func titleCount(of words: [Word]) -> Int {
        let articles = min(words.prefix { $0.lower == "the" }.count, max(0, words.count - 1))
        guard words.count > 1, !words.contains(where: { institutions.contains($0.lower) }) else { return articles }
        var count = articles
        while let length = titleLength(in: words[count...]) { count += length }
        // "president of Egypt" is all of the name.
        return words[count...].first?.isSmall == true ? articles : count
    }

    /// How many words are a title that something follows.
    private static func titleLength(in words: ArraySlice<Word>) -> Int? {
        [2, 1].first { length in
            words.count > length && titles.contains(words.prefix(length).map(\.lower).joined(separator: " "))
        }
    }

    static func folded(_ word: Substring) -> String {
        var result = ""
        for scalar in String(word).lowercased()._nfd where !isAccent(scalar) {
            if let replacement = letters[scalar] {
                result += replacement
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        if result.hasSuffix("'s") { result.removeLast(2) }
        return result.filter { $0 != "'" && $0 != "." }
    }

    /// Whether a letter is the same letter without this mark; the marks of Indic and Japanese consonants (classes 7–9) are not.
    private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.canonicalCombiningClass.rawValue >= 10
    }

    /// The first letter and the consonants, each once: what transliterations of a name have in common.
    static func skeleton(_ word: Substring) -> String {
        var result = ""
        for (index, letter) in word.enumerated() where index == 0 || !"aeiouy".contains(letter) {
            if result.last != letter { result.append(letter) }
        }
        return result.count > 1 && result.hasSuffix("h") ? String(result.dropLast()) : result
    }

    private static let letters: [Unicode.Scalar: String] = [
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "’": "'",
        "ʼ": "'", "´": "'", "ʿ": "", "ʾ": "", "‘": "", "`": "",
    ]

    private static let titles: Set<String> = [
        "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "dame", "lord", "lady", "sheikh", "sheik",
        "shaikh",
        "sheikha", "emir", "amir", "king", "queen", "prince", "princess", "crown prince", "sultan", "president",
        "vice president", "prime minister", "pm", "premier", "foreign minister", "finance minister", "defence minister",
        "defense minister", "minister", "chancellor", "secretary", "senator", "sen.", "rep.", "congressman", "governor",
        "gov.", "mayor", "judge", "justice", "general", "gen.", "maj. gen.", "maj gen.", "lt. gen.", "brig. gen.",
        "col.",
        "colonel", "captain", "capt.", "major", "maj.", "admiral", "adm.", "ambassador", "pope", "rabbi", "imam",
        "ayatollah", "professor", "prof.", "former",
    ]

    /// The words with which a title or an article begins.
    private static let leading = Set(["the"] + titles.map { String($0.prefix { $0 != " " }) })

    /// Whether a word in lower case tells that a name is not a person's.
    static func isInstitution(_ word: String) -> Bool { institutions.contains(word) }

    /// Words of names that are not a person's, in which a title is a part of the name.
    private static let institutions: Set<String> = [
        "academy", "agency", "airport", "army", "assembly", "association", "authority", "base", "bank", "bridge",
        "camp",
        "center", "centre", "city", "club", "college", "command", "commission", "committee", "company", "corporation",
        "council", "court", "department", "electric", "force", "forum", "foundation", "fund", "group", "hospital",
        "hotel", "house", "institute", "intelligence", "island", "league", "ministry", "mosque", "motors", "museum",
        "office", "palace", "park", "party", "port", "prison", "road", "school", "secretariat", "security", "service",
        "stadium", "staff", "street", "summit", "tower", "trust", "union", "university",
    ]
}
