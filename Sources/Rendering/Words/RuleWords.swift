/// What each rule that decides the content of a change means, for people.
enum RuleWords {
    /// A phrase that follows "because": `nil` for a rule that this version does not know.
    static func phrase(for rule: String) -> String? { phrases[rule] }

    /// Every rule of the comparison and of the alignment.
    private static let phrases: [String: String] = [
        // Compatible values
        "same": "both say the same",
        "same-meaning": "both mean the same in other words",
        "narrower": "what is said now allows less than what was said",
        "wider": "what is said now allows more than what was said",
        "narrower-and-wider": "narrower in one part, wider in another",
        "same-value-at-another-time": "the same value holds at another time",
        // Values that stand beside one another
        "another-value": "there may be several values at once",
        "another-occurrence": "it may happen more than once",
        "denial-of-another-value": "what is denied is not what is affirmed",
        "denial-of-another-occurrence": "what is denied is another occurrence",
        // One after the other
        "later-time": "the time stated now is later",
        "earlier-time": "the time stated now is earlier",
        "later-start": "what is said now began later",
        "earlier-start": "what is said now began earlier",
        "counter-moved-on": "a count that only goes one way has moved on",
        "counter-before": "a count that only goes one way stood there before",
        "the-quote-says-so": "the quoted words say that one took the place of the other",
        // At one time
        "same-report": "one report, same time: it says something else now",
        "same-source": "same time, same source: it says something else now",
        "a-claimant-on-one-side": "same time, and at least one side is somebody's word",
        "same-time-other-source": "same time, another source, both in their own voice",
        // Open
        "values-not-comparable": "nothing tells whether both values can hold",
        "time-not-known-to-be-the-same": "the times may differ",
        "not-both-certain": "one side is not certain",
        "not-declared-single-valued": "the vocabulary does not say that there is one value only",
        // Without a comparison
        "fact-not-there-before": "nothing was said of it before",
        "fact-not-there-after": "nothing is said of it any more",
    ]
}
