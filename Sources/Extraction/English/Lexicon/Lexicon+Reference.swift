/// Words that say what a pronoun may stand for.
extension Lexicon {
    /// Words whose infinitive shares their subject, so that "it" before them is something.
    static let raising: Set<String> = [
        "able", "appear", "bind", "bound", "certain", "design", "due", "expect", "forbid", "force", "intend", "know",
        "likely", "mean", "oblige", "permit", "ready", "require", "say", "schedule", "seem", "set", "slate", "supposed",
        "suppose", "sure", "think", "unable", "unlikely", "allow", "believe",
    ]
    /// Verbs of blame, whose object is hardly ever one's own.
    static let disapproving: Set<String> = [
        "attack", "blame", "condemn", "criticise", "criticize", "denounce", "deplore", "mock", "ridicule", "slam",
    ]
    /// Nouns of what happens, which no name of a person, a country or a body stands for.
    static let events: Set<String> = [
        "attack", "case", "collapse", "crash", "deal", "defeat", "election", "event", "explosion", "fire", "incident",
        "instance", "meeting", "occasion", "strike", "talk", "time", "trip", "victory", "visit", "vote",
    ]
}
