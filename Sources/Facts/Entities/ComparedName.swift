/// A name as it is compared with others, by its words.
struct ComparedName {
    /// The letters of a word beyond which two of them may differ.
    private static let longWord = 7
    /// The letters of the shortest word that may be spelt in two ways.
    private static let shortWord = 4

    let entity: MentionedEntity
    /// The words of the key.
    private let words: [String]
    private let skeletons: [String]
    /// Whether no word of it is written small, as in `Many in Norland`.
    private let isOfNames: Bool
    /// The name in capitals without full stops when it is written as initials are; else `nil`.
    private let initials: String?

    /// An entity's name; `nil` when it is a description.
    init?(_ entity: MentionedEntity) {
        guard entity.isNamed else { return nil }
        self.entity = entity
        let text = entity.spellings[0].text
        isOfNames = text.split(separator: " ").allSatisfy { $0.first?.isLowercase == false }
        words = entity.key.description.split(separator: "-").map(String.init)
        skeletons = words.map { EntityKey.skeleton(Substring($0)) }
        let letters = text.filter { $0 != "." }
        initials = (2...6).contains(letters.count) && letters.allSatisfy(\.isUppercase) ? letters.lowercased() : nil
    }

    /// What it must share with another name to be compared with it.
    var blocks: Set<String> {
        var blocks = Set(skeletons.filter { $0.count > 1 }.map { "word " + $0 })
        if let initials { blocks.insert("initials " + initials) }
        if words.count > 1 { blocks.insert("initials " + String(words.compactMap(\.first))) }
        return blocks
    }

    /// What makes it like another name; `nil` when nothing does.
    func likeness(to other: ComparedName) -> LikeNames.Reason? {
        guard digits == other.digits else { return nil }
        if isSpelling(of: other) { return .spelling }
        if isInitials(of: other) || other.isInitials(of: self) { return .initials }
        if isSurname(of: other) || other.isSurname(of: self) { return .shortening }
        return nil
    }

    private var digits: [Character] { entity.key.description.filter(\.isNumber) }

    private func isSpelling(of other: ComparedName) -> Bool {
        words.count == other.words.count
            && words.indices.allSatisfy { place in
                words[place] == other.words[place] || isSpelling(place, of: other)
            }
    }

    /// Whether two words have the same consonants and almost the same letters.
    private func isSpelling(_ place: Int, of other: ComparedName) -> Bool {
        let (a, b) = (words[place], other.words[place])
        let length = min(a.count, b.count)
        guard length >= Self.shortWord, skeletons[place] == other.skeletons[place] else { return false }
        return EditDistance.between(a, b) <= (length >= Self.longWord ? 2 : 1)
    }

    private func isInitials(of other: ComparedName) -> Bool {
        other.words.count > 1 && initials == String(other.words.compactMap(\.first))
    }

    /// Whether it is the last word of a person's name.
    private func isSurname(of other: ComparedName) -> Bool {
        words.count == 1 && (2...3).contains(other.words.count) && other.isOfNames
            && entity.key.isEnd(of: other.entity.key) && !other.words.contains(where: EntityKey.isInstitution)
    }
}
