import Linguistics

/// The normal form of a predicate that the vocabulary does not know: the same for every tense, voice, mood and aspect.
///
/// An event is the simple past, a state the present, so that it reads well between subject and object: "violated",
/// "met with", "knows", "is fond of". A passive that names who did it is turned round; one that does not says "was": "was damaged".
/// A verb that has no object takes its preposition to it. What is denied, wished or expected is said beside it, never in it.
struct OpenPredicate {
    private(set) var words: String
    /// Those who come first.
    private(set) var subjects: [Int]
    /// What follows the words.
    private(set) var objects: [Int] = []
    /// The preposition that the words have used up.
    private(set) var oblique: Clause.Oblique?
    /// Other tokens that the words have used up.
    private(set) var consumed: Set<Int> = []

    /// The predicate of a clause.
    ///
    /// - Parameter isTaken: whether words stand for a predicate that the clause does not fit; other words are found then.
    init(_ frame: ClauseFrame, types: EntityTypes, isTaken: (String) -> Bool = { _ in false }) {
        let clause = frame.clause
        let isAgentless = clause.isPassive && clause.agents.isEmpty
        (words, subjects) = ("", isAgentless ? clause.subjects : frame.agents)
        if frame.verb == "be", !clause.isPassive {
            describe(frame, types)
            return
        }
        let lemma = frame.verb
        let tail = clause.particle.map { " " + frame.word($0) } ?? ""
        objects = isAgentless ? clause.objects + clause.objectPredicates : frame.patients
        if objects.isEmpty, !isAgentless { objects = clause.recipients }
        let preposition = objects.isEmpty ? takeOblique(frame, types).map { " " + $0 } ?? "" : ""
        let head = isAgentless ? "was " + VerbForm.participle(of: lemma) : Self.finite(lemma)
        words = head + tail + preposition
        // Who is missing misses nobody.
        if lemma == "miss", objects.isEmpty, frame.text.tokens[clause.head].tag == "VBG" { words = "is missing" }
        // Words that mean something else to the vocabulary would be read as that.
        for other in [VerbForm.present(of: lemma), lemma] where isTaken(words) { words = other + tail + preposition }
    }

    /// "is satisfied with", "is against", "is" before a noun.
    private mutating func describe(_ frame: ClauseFrame, _ types: EntityTypes) {
        guard let attribute = frame.clause.objects.first else {
            words = takeOblique(frame, types).map { "is " + $0 } ?? "is"
            return
        }
        guard frame.text.tokens[attribute].partOfSpeech != .noun,
            frame.text.tokens[attribute].partOfSpeech != .properNoun,
            frame.clause.objects.count == 1, ArgumentKind(attribute, in: frame.text, types: types) != .quantity
        else {
            (words, objects) = ("is", frame.clause.objects)
            return
        }
        words = "is " + frame.word(attribute)
        consumed = [attribute]
        let own = frame.text.children[attribute].first { frame.text.tokens[$0].label == .preposition }
        if let own, case let found = frame.phrases(after: frame.word(own), under: attribute), !found.isEmpty {
            words += " " + frame.word(own)
            objects = found
        } else if let preposition = takeOblique(frame, types) {
            words += " " + preposition
        }
    }

    /// The first preposition that is about the verb rather than about where or how.
    private mutating func takeOblique(_ frame: ClauseFrame, _ types: EntityTypes) -> String? {
        for candidate in frame.clause.obliques where !frame.isConnective(candidate) {
            let preposition = frame.words(of: candidate)
            if candidate.objects.contains(where: { RoleNaming.isSet($0, after: preposition, in: frame) }) { continue }
            let isWhere =
                ["in", "at", "on"].contains(preposition)
                && candidate.objects.contains { types.isPlace($0, in: frame.text) }
            if Self.governed.contains(preposition), !isWhere || frame.verb == "be" || frame.verb == "live" {
                (oblique, objects) = (candidate, candidate.objects)
                return preposition
            }
        }
        return nil
    }

    /// The past of what happens, the present of what is.
    private static func finite(_ lemma: String) -> String {
        states.contains(lemma) ? VerbForm.present(of: lemma) : VerbForm.past(of: lemma)
    }

    /// Prepositions that a verb chooses for what would otherwise be its object.
    private static let governed: Set<String> = [
        "about", "against", "as", "at", "between", "for", "from", "in", "into", "of", "on", "over", "to", "toward",
        "towards",
        "under", "upon", "with", "out of", "through", "by",
    ]

    /// Verbs of states (Quirk and others 1985, 4.31).
    private static let states: Set<String> = [
        "admire", "amount", "appear", "believe", "belong", "comprise", "concern", "consist", "constitute", "contain",
        "cover",
        "depend", "deserve", "desire", "differ", "doubt", "equal", "exist", "expect", "fear", "hate", "have", "hope",
        "include",
        "involve", "know", "lack", "lie", "like", "love", "matter", "mean", "need", "owe", "own", "possess", "prefer",
        "relate",
        "remain", "represent", "resemble", "seem", "serve", "suffice", "think", "trust", "understand", "want", "wish",
    ]
}
