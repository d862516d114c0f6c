/// The words that decide how a clause is read, each list with the reason it is there.
///
/// Closed classes are complete; open ones (verbs of saying, titles) hold what news uses. Entries are base forms.
enum Lexicon {}

/// Control: who does what an infinitive or a gerund says.
extension Lexicon {
    /// Verbs with an object whose infinitive is still the subject's own act: "promised Israel to leave".
    static let subjectControl: Set<String> = [
        "promise", "vow", "pledge", "threaten", "use", "have", "take", "hold", "make",
    ]
    /// Verbs that ask somebody by a preposition: "called on Qatar to continue".
    static let prepositionControl: Set<String> = ["call", "appeal", "prevail", "rely", "count", "plead", "signal"]
    /// Verbs with an object that does what the gerund says: "accused Qatar of sending".
    static let gerundObjectControl: Set<String> = [
        "accuse", "suspect", "convict", "stop", "prevent", "keep", "block", "bar", "ban", "prohibit", "discourage",
        "deter", "dissuade", "exempt", "charge", "blame", "criticise", "criticize", "condemn", "praise", "thank",
        "fault", "indict", "arrest", "sue", "fine", "sentence", "jail", "imprison", "try", "investigate", "prosecute",
        "detain", "award", "honour", "honor", "reward", "hail", "punish", "sack", "fire", "impeach", "question",
        "suspend",
        "acquit", "clear", "admire", "congratulate", "denounce", "talk", "coerce", "push", "force", "excuse", "see",
    ]
    /// Nouns whose gerund is the act of the clause's subject: "its role in mediating".
    static let agentNouns: Set<String> = ["role", "difficulty", "success", "interest", "part", "experience", "hand"]
}

/// Voice.
extension Lexicon {
    /// Verbs that always have an object when they are active.
    static let transitive: Set<String> = [
        "send", "kill", "arrest", "injure", "wound", "name", "sentence", "charge", "detain", "seize", "destroy",
        "appoint",
        "accuse", "ban", "rescue", "expel", "deport", "jail", "sack", "evacuate", "approve", "cancel", "postpone",
        "hurt",
        "find", "recover", "release", "free", "hospitalise", "hospitalize", "displace", "lift", "damage", "hit",
    ]
}

/// Negation.
extension Lexicon {
    static let negativeAdverbs: Set<String> = ["never", "neither", "nor", "nowhere", "no"]
    static let negativePronouns: Set<String> = ["nobody", "nothing", "none", "no-one", "neither"]
    static let negativeDeterminers: Set<String> = ["no", "neither"]
}

/// Time and place.
extension Lexicon {
    /// Nouns that say when, whether or not the model marked a date.
    static let timeNouns: Set<String> = [
        "today", "yesterday", "tomorrow", "tonight", "week", "month", "year", "day", "decade", "century", "weekend",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "morning", "afternoon",
        "evening", "night", "hour", "minute", "midnight", "noon", "ago",
    ]
    /// Units of time.
    static let units: Set<String> = [
        "second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "century", "season", "weekend",
    ]
    /// Adverbs that say when.
    static let timeAdverbs: Set<String> = [
        "recently", "currently", "now", "previously", "formerly", "earlier", "later", "lately", "today", "yesterday",
        "tomorrow", "tonight", "ago", "soon", "nowadays", "presently",
    ]
    /// Prepositions that put something in time.
    static let timePrepositions: Set<String> = [
        "in", "on", "at", "during", "since", "until", "till", "by", "before", "after", "from", "between", "for",
        "within", "over", "throughout", "around", "through",
    ]
    /// Prepositions that begin a longer one: "because of", "along with", "out of".
    static let prepositionHeads: Set<String> = [
        "because", "along", "out", "due", "instead", "ahead", "away", "as", "from", "up", "off", "together", "inside",
        "outside", "next", "prior", "close", "thanks", "owing", "such", "across", "apart",
    ]
    /// "according to …" says who speaks, not what happens.
    static let attributingPrepositions: Set<String> = ["according"]
    /// The model's kinds of names for things that claims are about.
    static let namedKinds: Set<String> = [
        "PERSON", "ORG", "GPE", "FAC", "LOC", "PRODUCT", "NORP", "WORK_OF_ART", "EVENT", "LAW",
    ]
}

/// Adverbs.
extension Lexicon {
    /// Whether an adverb says how something is done, rather than when, how surely, or how the sentence goes on.
    static func isManner(_ word: String) -> Bool {
        if ["twice", "together", "abroad", "alone", "alike", "well", "badly", "hard"].contains(word) { return true }
        return word.hasSuffix("ly") && adverb(word) == nil && !timeAdverbs.contains(word) && !joining.contains(word)
    }

    /// Adverbs that join sentences or weigh words, and those of time that no calendar knows.
    private static let joining: Set<String> = [
        "only", "early", "finally", "eventually", "especially", "particularly", "mainly", "mostly", "largely", "nearly",
        "really", "actually", "simply", "merely", "consequently", "accordingly", "similarly", "additionally",
        "initially",
        "originally", "subsequently", "ultimately", "generally", "usually", "normally", "typically", "frankly",
        "clearly",
        "obviously", "certainly", "surely", "definitely", "reportedly", "family", "supply", "reply", "daily", "weekly",
        "monthly", "yearly", "exactly", "roughly", "approximately", "namely", "likewise", "meanwhile", "firstly",
        "lately", "hardly", "barely", "scarcely", "shortly", "immediately", "previously", "formerly", "fully",
    ]

    /// Prepositional phrases that join sentences or weigh words.
    static let joiningPhrases: Set<String> = [
        "among other things", "for example", "for instance", "in fact", "of course", "in addition", "in turn",
        "in particular", "in general", "at least", "at all", "on the other hand", "on the other side", "in any case",
        "at the same time", "in this regard", "in total", "in contrast", "on the one hand", "as a result", "after all",
        "by contrast", "in the meantime", "as well", "in return",
    ]
}

/// Nouns.
extension Lexicon {
    /// Nouns that say little without the clause that says what they are about: "on condition that …".
    static let contentNouns: Set<String> = [
        "condition", "ground", "basis", "assumption", "pretext", "fact", "reason", "way",
    ]
}
