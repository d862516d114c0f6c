import Facts

/// Whether two words are spellings of one name that came from another script: "Haniyeh" and "Haniyah".
///
/// Deliberately strict: a difference in what is heard, or in the first letter, is another name.
struct NameSpelling: Hashable, Sendable {
    /// The words of the name, without the Arabic article that one spelling writes and another does not.
    private let words: [String]
    /// What is heard of all spellings of the name.
    let sound: String

    /// How a name is spelt.
    init(_ key: EntityKey) {
        let words = key.description.split(separator: "-").map(String.init)
        let telling = words.filter { !["al", "el", "ash", "as", "an", "ad"].contains($0) }
        self.words = telling.isEmpty ? words : telling
        sound = self.words.map(Self.consonants).joined(separator: " ")
    }

    /// How far apart two names are, word by word; `nil` where they are not spellings of one.
    ///
    /// Names of one word have to be long, because short ones that look alike are as a rule two: "Hassan" and "Hussein".
    func distance(to other: NameSpelling) -> Int? {
        guard sound == other.sound, words.count == other.words.count, let first = words.first,
            let otherFirst = other.words.first, words.count > 1 || min(first.count, otherFirst.count) >= 6
        else { return nil }
        var sum = 0
        for (mine, yours) in zip(words, other.words) {
            guard let distance = Self.distance(mine, yours) else { return nil }
            sum += distance
        }
        return sum
    }

    private static func distance(_ a: String, _ b: String) -> Int? {
        if a == b { return 0 }
        guard min(a.count, b.count) >= 5 else { return nil }
        let distance = EditDistance.between(a, b)
        return distance <= max(1, min(a.count, b.count) / 4) ? distance : nil
    }

    /// The consonants as they are heard, each run once, with the first letter.
    private static func consonants(_ word: String) -> String {
        var folded = word
        // Most words have no letter that most spellings begin with, which is quicker to see.
        for (spelling, sound) in sounds where spelling.utf8.first.map(folded.utf8.contains) ?? false {
            folded = folded.replacing(spelling, with: sound)
        }
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
