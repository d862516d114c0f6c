import Facts

/// Whether two words are spellings of one name that came from another script: "Haniyeh" and "Haniyah".
///
/// Deliberately strict: a difference in what is heard, or in the first letter, is another name.
enum NameSpelling {
    /// How far apart two names are, word by word; `nil` where they are not spellings of one.
    ///
    /// Names of one word have to be long, because short ones that look alike are as a rule two: "Hassan" and "Hussein".
    static func distance(_ a: EntityKey, _ b: EntityKey) -> Int? {
        let (mine, yours) = (words(of: a), words(of: b))
        guard mine.count == yours.count, mine.count > 1 || min(mine[0].count, yours[0].count) >= 6 else { return nil }
        var sum = 0
        for (one, other) in zip(mine, yours) {
            guard let distance = distance(one, other) else { return nil }
            sum += distance
        }
        return sum
    }

    /// The words of a name, without the Arabic article that one spelling writes and another does not.
    private static func words(of key: EntityKey) -> [String] {
        let words = key.description.split(separator: "-").map(String.init)
        let telling = words.filter { !["al", "el", "ash", "as", "an", "ad"].contains($0) }
        return telling.isEmpty ? words : telling
    }

    private static func distance(_ a: String, _ b: String) -> Int? {
        if a == b { return 0 }
        guard min(a.count, b.count) >= 5, consonants(a) == consonants(b) else { return nil }
        let distance = EditDistance.between(a, b)
        return distance <= max(1, min(a.count, b.count) / 4) ? distance : nil
    }

    /// The consonants as they are heard, each run once, with the first letter.
    private static func consonants(_ word: String) -> String {
        var folded = word
        for (spelling, sound) in sounds { folded = folded.replacing(spelling, with: sound) }
        var result = ""
        for (index, letter) in folded.enumerated() where index == 0 || !"aeiouy".contains(letter) {
            if result.last != letter { result.append(letter) }
        }
        return result.count > 1 && result.hasSuffix("h") ? String(result.dropLast()) : result
    }

    private static let sounds = [
        ("kh", "h"), ("dh", "d"), ("th", "t"), ("gh", "g"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("c", "k"),
        ("w", "v"),
    ]
}
