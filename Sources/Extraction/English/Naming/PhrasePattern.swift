import Facts

/// The structure of one of the vocabulary's phrases: "severed ties with" is the verb "sever", the noun "tie", and "with".
///
/// It is met by every sentence that is built alike, in whatever tense, voice and order: "has cut its trade ties with",
/// "ties with … were severed by".
struct PhrasePattern: Hashable, Sendable {
    /// Words that have to be there, with the preposition before them; `nil` for the verb's own complement.
    struct Segment: Hashable, Sendable {
        let preposition: String?
        /// The modifiers first, then the head.
        var words: [WordForms]
    }

    /// Where the sentence says what the phrase leaves open.
    enum Slot: Hashable, Sendable {
        /// The verb's object; what undergoes it, in the passive.
        case direct
        /// What stands after a preposition at the end of the phrase.
        case preposition(String)
    }

    /// The verb; "be" of phrases such as "is ambassador of" and "in contact with".
    let verb: WordForms
    /// Whether only a passive meets it, as in "was born in"; what ends in "by" is read as the active turned round.
    let isPassive: Bool
    /// "up", "out", "away".
    let particles: [String]
    /// What has to stand in the sentence, in order.
    let segments: [Segment]
    /// What the phrase is completed by.
    let slot: Slot
    /// A preposition at the end that is a role of the predicate's own: without it the words say something else.
    ///
    /// "Sees as" is said of somebody whom one sees as something; to see somebody is another matter.
    var required: String?

    /// How many words have to be there besides the verb.
    var wordCount: Int { particles.count + segments.reduce(0) { $0 + $1.words.count } }

    /// Whether the verb and its object say it alone.
    var isBare: Bool { wordCount == 0 && slot == .direct && required == nil }
}

/// A pattern with the predicate that it stands for.
///
/// An object, because a clause is held against hundreds and most are put aside at a glance.
final class KnownPattern: Sendable {
    let pattern: PhrasePattern
    /// What it stands for.
    let predicate: Predicate
    /// Whether the verb is that of the predicate's label.
    let hasVerbOfLabel: Bool
    /// Whether what comes first in an active sentence of this structure is the predicate's object.
    let isInverse: Bool
    /// For each segment, the numbers of the words of which its head is a form: a sentence has to have one of them.
    let heads: [[Int]]

    /// - Parameter numbers: the numbers of words, to which those are added that have none yet.
    init(
        _ pattern: PhrasePattern, _ predicate: Predicate, hasVerbOfLabel: Bool, isInverse: Bool,
        numbers: inout [String: Int]
    ) {
        (self.pattern, self.predicate) = (pattern, predicate)
        (self.hasVerbOfLabel, self.isInverse) = (hasVerbOfLabel, isInverse)
        var heads: [[Int]] = []
        for head in pattern.segments.compactMap(\.words.last) {
            for base in head.bases where numbers[base] == nil { numbers[base] = numbers.count }
            heads.append(head.bases.compactMap { numbers[$0] })
        }
        self.heads = heads
    }
}
