import Linguistics

/// What the sentences before one have spoken of.
///
/// It grows sentence by sentence, forgets what is far away, and never looks ahead.
struct Discourse: Hashable, Sendable {
    /// The mentions of each sentence, the latest last; at most ``memory`` sentences.
    private(set) var sentences: [[Mention]] = []
    /// Who spoke last.
    private(set) var speaker: String?
    /// Who spoke in the last sentence; `nil` where nobody did.
    private(set) var lastSpeaker: String?
    /// Full names of persons by their last word, for those that only one person has.
    private var fullNames: [String: Set<String>] = [:]

    /// So many sentences back a pronoun may point.
    static let memory = 4

    /// Takes note of a sentence.
    mutating func add(_ mentions: [Mention], speaker: String?) {
        sentences = (sentences + [mentions]).suffix(Self.memory)
        lastSpeaker = speaker
        if let speaker { self.speaker = speaker }
        for mention in mentions where mention.isNamed && mention.kind == .person {
            let words = mention.name.split(separator: " ")
            guard words.count > 1, let last = words.last else { continue }
            fullNames[String(last), default: []].insert(mention.name)
        }
    }

    /// Whether somebody was named in full who may be called by one of some surnames.
    func hasFullName(ofAny surnames: Set<String>) -> Bool {
        !fullNames.isEmpty && fullNames.keys.contains(where: surnames.contains)
    }

    /// The only full name that ends in a surname.
    func fullName(of surname: String) -> String? {
        guard let names = fullNames[surname], names.count == 1 else { return nil }
        return names.first
    }
}
