import TestSupport

/// Made-up sentences in which wrapping may find every kind of trap.
struct Prose {
    private static let words = [
        "the", "envoy", "Qatar", "said", "on", "Monday", "that", "12", "trucks", "of", "a", "well-known", "company",
        "went",
        "to", "Gaza", "and", "back", "–", "it", "was", "not", "clear", "why", "US$30", "million", "(about", "half)",
        "I", "2009",
        "\"never\"", "pre- and post-war", "Al-Udeid's", "café", "neighbours'", "responsibilities", "-",
        "internationally",
    ]

    /// Paragraphs, each of some sentences.
    static func paragraphs(using random: inout SeededGenerator) -> [String] {
        random.list(1...6) { random in random.list(1...6, of: sentence).joined(separator: " ") }
    }

    private static func sentence(using random: inout SeededGenerator) -> String {
        let words = random.list(3...18) { $0.pick(Self.words) }
        return "The " + words.joined(separator: " ") + random.pick([" ended.", " ended!", " \"ended.\""])
    }

    /// A paragraph in lines of at most `width` characters, as editors wrap them.
    static func wrapped(_ paragraph: String, to width: Int) -> [String] {
        var lines: [String] = []
        for word in paragraph.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
