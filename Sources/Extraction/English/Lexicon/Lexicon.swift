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
    /// Adverbs that say when.
    static let timeAdverbs: Set<String> = [
        "recently", "currently", "now", "previously", "formerly", "earlier", "later", "lately", "today", "yesterday",
        "tomorrow", "tonight", "ago", "soon", "nowadays", "presently",
    ]
    /// Prepositions that put something in time.
    static let timePrepositions: Set<String> = [
        "in", "on", "at", "during", "since", "until", "till", "by", "before", "after", "from", "between", "for",
        "within", "over", "throughout", "around", "about", "of", "to", "through",
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
