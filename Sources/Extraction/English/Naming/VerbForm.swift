/// The forms of an English verb, made from its base.
enum VerbForm {
    /// The simple past: "visited", "met".
    static func past(of base: String) -> String { IrregularVerbs.past(of: base) ?? regular(base) }

    /// The past participle: "visited", "driven".
    static func participle(of base: String) -> String { IrregularVerbs.participle(of: base) ?? regular(base) }

    /// The third person of the present: "visits", "has", "denies".
    static func present(of base: String) -> String {
        switch base {
        case "be": return "is"
        case "have": return "has"
        default: break
        }
        if let stem = stemBeforeY(base) { return stem + "ies" }
        return ["s", "x", "z", "ch", "sh", "o"].contains(where: base.hasSuffix) ? base + "es" : base + "s"
    }

    private static func regular(_ base: String) -> String {
        if base.hasSuffix("e") { return base + "d" }
        if let stem = stemBeforeY(base) { return stem + "ied" }
        return doublesLastLetter(base) ? base + String(base.suffix(1)) + "ed" : base + "ed"
    }

    /// The letters before a "y" that a consonant precedes.
    private static func stemBeforeY(_ base: String) -> Substring? {
        let letters = base.suffix(2)
        return letters.count == 2 && letters.last == "y" && !isVowel(letters.first) ? base.dropLast() : nil
    }

    /// Whether the base ends in one vowel and one consonant and is stressed there.
    private static func doublesLastLetter(_ base: String) -> Bool {
        if stressedAtEnd.contains(base) { return true }
        let letters = Array(base)
        guard let last = letters.last, letters.count >= 3, !isVowel(last), !"wxyh".contains(last) else { return false }
        let vowels = letters.filter { isVowel($0) }.count
        let isOneSyllable = vowels == 1 || (vowels == 2 && letters.starts(with: "qu"))
        return isVowel(letters[letters.count - 2])
            && (isOneSyllable || last == "l" && !isVowel(letters[letters.count - 3]))
    }

    private static func isVowel(_ letter: Character?) -> Bool { letter.map { "aeiou".contains($0) } ?? false }

    /// Verbs of several syllables that double their last letter.
    private static let stressedAtEnd: Set<String> = [
        "abet", "abhor", "admit", "allot", "commit", "concur", "confer", "defer", "deter", "emit", "equip", "incur",
        "infer", "occur", "omit", "permit", "prefer", "rebut", "recur", "refer", "regret", "remit", "submit",
        "transfer",
        "transmit", "kidnap", "handicap", "worship", "format",
    ]
}
