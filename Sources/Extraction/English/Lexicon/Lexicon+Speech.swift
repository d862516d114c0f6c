/// Verbs that report what somebody says, thinks or finds out.
extension Lexicon {
    /// How a reported clause stands to the one who reports it.
    enum Report {
        /// Said to be so: "said", "announced".
        case said
        /// Held to be so: "believes", "suspects".
        case believed
        /// Said not to be so: "denied".
        case denied
        /// Asked whether it is so: "asked", "wonders".
        case asked
    }

    /// How a verb reports the clause that completes it; `nil` for a verb that reports nothing.
    static func report(_ lemma: String) -> Report? {
        if sayings.contains(lemma) { return .said }
        if beliefs.contains(lemma) { return .believed }
        if denials.contains(lemma) { return .denied }
        return inquiries.contains(lemma) ? .asked : nil
    }

    private static let sayings: Set<String> = [
        "say", "tell", "report", "state", "announce", "claim", "argue", "add", "note", "confirm", "allege", "reveal",
        "declare", "explain", "warn", "insist", "maintain", "suggest", "stress", "emphasize", "emphasise", "assert",
        "contend", "acknowledge", "admit", "concede", "boast", "complain", "recall", "remark", "observe", "reply",
        "respond", "answer", "write", "testify", "tweet", "post", "indicate", "disclose", "conclude", "find", "show",
        "estimate", "calculate", "underline", "underscore", "reiterate", "affirm", "quote", "cite", "inform", "brief",
        "predict", "forecast", "project", "clarify", "concur", "agree", "counter", "caution", "attest", "assure",
        "reassure", "joke", "quip", "specify", "outline", "point", "hint", "signal", "mention", "describe",
        "confess", "proclaim", "pronounce", "swear", "vow", "pledge", "promise", "relate", "repeat", "lament",
        "shout", "know", "learn", "realise", "realize", "discover", "recognise", "recognize", "remember",
        "forget", "ensure",
    ]

    /// Verbs that report what somebody finds out or makes sure of, in no words: "knows that …" says nothing.
    static let findings: Set<String> = [
        "know", "learn", "realise", "realize", "discover", "recognise", "recognize", "remember", "forget", "ensure",
        "find",
    ]

    private static let beliefs: Set<String> = [
        "believe", "think", "suspect", "fear", "hope", "expect", "assume", "consider", "feel", "doubt", "imagine",
        "suppose", "reckon", "worry", "speculate", "anticipate", "understand", "guess", "presume",
    ]

    private static let denials: Set<String> = [
        "deny", "dispute", "refute", "dismiss", "reject", "contradict", "disprove",
    ]

    private static let inquiries: Set<String> = ["ask", "wonder", "question", "inquire", "enquire", "debate"]

    /// Verbs and nouns by which a report names what it rests on: "citing officials", "quoting a source".
    static let citing: Set<String> = ["cite", "quote"]

    /// Sources that only say that a report is a report.
    static let reportNouns: Set<String> = [
        "report", "article", "story", "statement", "document", "study", "survey", "source",
    ]
}
