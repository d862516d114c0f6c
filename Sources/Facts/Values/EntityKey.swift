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
        var words = Self.words(of: name)
        while words.count > 1, let title = Self.leadingTitle(of: words) { words.removeFirst(title) }
        let form = words.map(Self.folded).joined(separator: "-")
        description = form.isEmpty ? name : form
    }

    /// A key that was stored.
    package init(stored: String) { description = stored }

    package static func < (a: EntityKey, b: EntityKey) -> Bool { a.description < b.description }

    /// Whether the two could be spellings or shortenings of one name: "Liberman" and "Lieberman", "Cohen" and "Yossi Cohen".
    ///
    /// Only ever a reason to withhold judgement, never to unite.
    package func mightName(_ other: EntityKey) -> Bool {
        let a = Set(description.split(separator: "-").map(Self.skeleton))
        let b = Set(other.description.split(separator: "-").map(Self.skeleton))
        let shared = a.intersection(b)
        return !shared.isEmpty && shared.contains { $0.count >= 3 } && (a.isSubset(of: b) || b.isSubset(of: a))
    }

    private static func words(of name: String) -> [Substring] {
        name.split { character in
            character.isWhitespace || (character.isPunctuation && !"'’ʼ.".contains(character)) || character.isSymbol
        }
    }

    private static func leadingTitle(of words: [Substring]) -> Int? {
        for length in [2, 1] where words.count > length && words[length].first?.isLowercase == false {
            let title = words[..<length].map { $0.lowercased() }.joined(separator: " ")
            if titles.contains(title) { return length }
        }
        return nil
    }

    private static func folded(_ word: Substring) -> String {
        var result = ""
        for scalar in String(word).lowercased()._nfd where scalar.properties.canonicalCombiningClass == .notReordered {
            if let replacement = letters[scalar] {
                result += replacement
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result.hasSuffix("'s")
            ? String(result.dropLast(2)).filter { $0 != "'" } : result.filter { $0 != "'" && $0 != "." }
    }

    private static func skeleton(_ word: Substring) -> String {
        var result = ""
        for (index, letter) in word.enumerated() where index == 0 || !"aeiouy".contains(letter) {
            if result.last != letter { result.append(letter) }
        }
        return result.count > 1 && result.hasSuffix("h") ? String(result.dropLast()) : result
    }

    private static let letters: [Unicode.Scalar: String] = [
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "’": "'",
        "ʼ": "'",
        "ʿ": "", "ʾ": "", "‘": "", "`": "",
    ]

    private static let titles: Set<String> = [
        "the", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "dame", "lord", "lady", "sheikh", "sheik",
        "shaikh",
        "sheikha", "emir", "amir", "king", "queen", "prince", "princess", "crown prince", "sultan", "president",
        "vice president",
        "prime minister", "pm", "premier", "foreign minister", "finance minister", "defence minister",
        "defense minister",
        "minister", "chancellor", "secretary", "senator", "sen.", "rep.", "congressman", "governor", "gov.", "mayor",
        "judge",
        "justice", "general", "gen.", "maj. gen.", "maj gen.", "lt. gen.", "brig. gen.", "col.", "colonel", "captain",
        "capt.",
        "major", "maj.", "admiral", "adm.", "ambassador", "pope", "rabbi", "imam", "ayatollah", "professor", "prof.",
        "former",
    ]
}
