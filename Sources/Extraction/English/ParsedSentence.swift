import Linguistics

/// A sentence with what is found in it whatever was said before, so that it is looked for once and not by every passage that has
/// the sentence before it.
struct ParsedSentence: Sendable {
    /// Its tree, put right.
    let tree: ParsedText
    /// Its predications, in order.
    let clauses: [Clause]
    private let mentions: [Mention]
    /// The words that a full name heard before could stand for.
    private let surnames: Set<String>

    /// What a tree says by itself.
    init(_ tree: ParsedText) {
        self.tree = tree
        clauses = ClauseFinder.clauses(in: tree)
        mentions = MentionFinder(text: tree, discourse: Discourse()).mentions()
        surnames = MentionFinder.surnames(in: tree)
    }

    /// What the sentence speaks of, in order, after what was said before.
    func mentions(after discourse: Discourse) -> [Mention] {
        if !discourse.hasFullName(ofAny: surnames) { return mentions }
        return MentionFinder(text: tree, discourse: discourse).mentions()
    }
}
