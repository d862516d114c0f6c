package import Facts

/// Says by which name somebody or something is to be stated.
///
/// A name that the vocabulary knows is left as the text has it: the vocabulary itself maps it. A spelling that it does not know
/// is replaced by the vocabulary's own only where nothing else comes near. Anything else is its own name; two who might be two
/// people are never made one.
package struct EntityNamer: Sendable {
    private let vocabulary: Vocabulary
    /// The names and aliases that a spelling is compared with, by what is heard of them.
    private let spellings: [String: [(spelling: NameSpelling, entity: EntityKey)]]

    /// A namer for a vocabulary; linear in its names.
    package init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        let names = vocabulary.entities.flatMap { entity, known in
            ([known.name] + known.aliases).map { (spelling: NameSpelling(EntityKey(name: $0)), entity: entity) }
        }
        spellings = Dictionary(grouping: names, by: \.spelling.sound)
    }

    /// The name to state for the words of a name or a description.
    package func name(_ words: String) -> String {
        let bare = Self.trimmed(words)
        let key = EntityKey(name: bare)
        guard Self.isName(bare), vocabulary.entities[vocabulary.entity(named: bare)] == nil,
            let entity = spelling(of: key), let known = vocabulary.entities[entity]
        else { return bare }
        return known.name
    }

    /// The name of the country that an adjective belongs to, for where it says whose somebody or something is.
    ///
    /// `nil` for any other word.
    package func country(ofAdjective word: String) -> String? { Demonyms.country(of: word) }

    /// The only entity of which a name may be another spelling.
    private func spelling(of key: EntityKey) -> EntityKey? {
        var near: [EntityKey: Int] = [:]
        let own = NameSpelling(key)
        for candidate in spellings[own.sound] ?? [] {
            if let distance = own.distance(to: candidate.spelling) {
                near[candidate.entity] = min(distance, near[candidate.entity] ?? .max)
            }
        }
        return near.count == 1 ? near.keys.first : nil
    }

    /// Whether every word but particles begins with a capital.
    private static func isName(_ words: String) -> Bool {
        let parts = words.split(separator: " ")
        return !parts.isEmpty
            && parts.allSatisfy { $0.contains(where: \.isUppercase) || particles.contains(String($0)) }
    }

    /// The words without articles, the possessive mark and quotation marks around them.
    static func trimmed(_ words: String) -> String {
        var rest = Substring(words)
        while let first = rest.first, first.isWhitespace || "\"'“”‘’(".contains(first) { rest = rest.dropFirst() }
        for article in ["the ", "The ", "a ", "A ", "an ", "An "] where rest.hasPrefix(article) {
            rest = rest.dropFirst(article.count)
        }
        while let last = rest.last, last.isWhitespace || "\"“”‘,;:".contains(last) { rest = rest.dropLast() }
        for mark in ["'s", "’s"] where rest.hasSuffix(mark) { rest = rest.dropLast(2) }
        let isWhole = !rest.isEmpty && (rest.last != ")" || rest.contains("("))
        return String(isWhole ? rest : rest.dropLast())
    }

    private static let particles: Set<String> = [
        "abu", "al", "bin", "bint", "ben", "de", "del", "el", "ibn", "van", "von",
    ]
}
