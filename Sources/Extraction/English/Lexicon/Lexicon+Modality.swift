import Facts

/// Words that say in what way something is so.
extension Lexicon {
    /// What a word does to a clause: how sure it makes it, in what way it holds, whether it turns it round.
    struct Stance: Hashable, Sendable {
        var modality: Modality?
        var certainty: Certainty?
        var isDenied = false

        init(_ modality: Modality? = nil, certainty: Certainty? = nil, isDenied: Bool = false) {
            (self.modality, self.certainty, self.isDenied) = (modality, certainty, isDenied)
        }
    }

    /// What an auxiliary adds, by its spelling written out.
    static func auxiliary(_ word: String) -> Stance? {
        switch word {
        case "may", "might", "could": Stance(certainty: .possible)
        case "will", "shall", "wo", "'ll", "ll": Stance(.expected)
        case "would", "'d": Stance(.conditional)
        case "should", "ought": Stance(.desired)
        case "must": Stance(.required)
        case "can", "ca": Stance(certainty: .possible)
        default: nil
        }
    }

    /// What an adverb adds.
    static func adverb(_ word: String) -> Stance? {
        switch word {
        case "reportedly", "allegedly", "purportedly", "supposedly", "ostensibly": Stance(certainty: .probable)
        case "probably", "likely", "apparently", "presumably", "seemingly", "evidently": Stance(certainty: .probable)
        case "possibly", "perhaps", "maybe", "potentially", "conceivably": Stance(certainty: .possible)
        case "unlikely": Stance(certainty: .probable, isDenied: true)
        default: nil
        }
    }

    /// What a verb, noun or adjective adds to the clause that completes it: "refused to …", "a plan to …", "is due to …".
    static func governor(_ lemma: String) -> Stance? { governors[lemma] }

    private static let governors: [String: Stance] = {
        let lists: [(Stance, [String])] = [
            (Stance(.planned), planned), (Stance(.expected), expected), (Stance(.desired), desired),
            (Stance(.attempted), attempted), (Stance(.offered), offered), (Stance(.requested), requested),
            (Stance(.permitted), permitted), (Stance(.required), required), (Stance(.refused, isDenied: true), refused),
            (Stance(isDenied: true), failed), (Stance(certainty: .probable), apparent),
            (Stance(certainty: .possible), possible), (Stance(certainty: .probable, isDenied: true), unlikely),
            (Stance(), ["certain", "sure"]),
        ]
        var table: [String: Stance] = [:]
        for (stance, words) in lists { for word in words { table[word] = stance } }
        return table
    }()

    private static let planned = [
        "plan", "intend", "aim", "decide", "agree", "prepare", "vow", "pledge", "promise", "threaten", "arrange",
        "schedule", "resolve", "commit", "choose", "opt", "decision", "promise", "intention", "threat", "agreement",
        "commitment", "proposal", "undertake", "accept", "consent", "elect", "slate", "earmark", "poise", "mean",
        "design", "goal", "willing", "ready", "determined", "bid", "pact", "consider", "contemplate", "mull",
    ]
    private static let expected = [
        "expect", "due", "predict", "forecast", "anticipate", "project", "set", "bind", "bound", "expectation", "go",
    ]
    private static let desired = [
        "want", "wish", "hope", "like", "desire", "prefer", "love", "eager", "keen", "anxious", "desperate", "need",
        "hesitate", "ambition", "dream", "long",
    ]
    private static let attempted = [
        "try", "attempt", "seek", "strive", "struggle", "work", "press", "push", "effort", "endeavour", "endeavor",
        "campaign", "move", "fight", "lobby", "scramble", "race",
    ]
    private static let offered = ["offer", "propose", "volunteer", "proposal"]
    private static let requested = [
        "ask", "urge", "call", "request", "demand", "appeal", "beg", "plead", "invite", "encourage", "implore",
        "petition",
        "pressure", "recommend", "advise", "exhort", "warn",
    ]
    private static let permitted = [
        "allow", "permit", "let", "authorise", "authorize", "enable", "entitle", "clear", "permission", "licence",
        "license", "right", "free", "able",
    ]
    private static let required = [
        "require", "oblige", "order", "compel", "instruct", "have", "tell", "command", "direct", "mandate", "need",
        "obligation", "duty", "order", "force",
    ]
    private static let refused = ["refuse", "decline", "refusal", "reject", "unwilling", "reluctant"]
    private static let failed = [
        "fail", "failure", "avoid", "neglect", "unable", "prevent", "stop", "forbid", "ban", "bar", "prohibit", "block",
        "refrain", "lack", "cease", "without", "deny", "dissuade", "deter",
    ]
    private static let apparent = [
        "appear", "seem", "likely", "believe", "think", "say", "allege", "claim", "report",
        "understand", "consider", "rumour", "tend", "suspect", "accuse",
    ]
    private static let unlikely = ["unlikely"]
    private static let possible = ["possible", "possibility"]
}

/// Words that govern in one construction only.
extension Lexicon {
    /// Verbs that say how sure something is when they are passive: "is said to be".
    static let passiveGovernors: Set<String> = [
        "believe", "think", "say", "allege", "claim", "report", "understand", "consider", "know", "rumour", "suspect",
    ]
    /// Verbs that a gerund after a preposition takes its mood from.
    static let gerundGovernors: Set<String> = [
        "aim", "prevent", "stop", "ban", "bar", "prohibit", "block", "refrain", "dissuade", "deter", "accuse",
        "suspect",
        "hope", "plan", "effort", "aim", "intention", "possibility", "failure", "consider", "attempt",
    ]
    /// Verbs that do away with the plan or the claim that is their object.
    static let rejections: Set<String> = [
        "reject", "deny", "dismiss", "cancel", "abandon", "drop", "scrap", "oppose", "shelve", "halt", "withdraw",
        "block", "veto", "refuse",
    ]
    /// Verbs of saying that leave the saying in doubt.
    static let doubtfulSayings: Set<String> = ["allege", "claim", "suggest", "hint", "speculate"]
    /// Nouns that leave the clause which says what they are about in doubt.
    static let doubtfulNouns: Set<String> = [
        "claim", "allegation", "speculation", "rumour", "rumor", "suspicion", "theory", "accusation", "belief", "idea",
        "suggestion", "fear", "hope", "possibility", "ground",
    ]
    /// Adverbs inside a noun phrase that say how sure the whole clause is.
    static let attributiveAdverbs: Set<String> = [
        "possibly", "probably", "reportedly", "allegedly", "perhaps", "apparently", "presumably", "only", "also",
        "even",
    ]
    /// Verbs that say that something goes on, starts or helps, and leave the rest to their complement.
    static let aspectual: Set<String> = [
        "continue", "begin", "start", "keep", "resume", "proceed", "come", "get", "use", "manage", "go", "happen",
    ]
}
