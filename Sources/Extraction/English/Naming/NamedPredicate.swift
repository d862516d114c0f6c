/// What a clause says in the words of the vocabulary: the predicate, and which tokens play which part in it.
///
/// Made by `PredicateNamer.name(_: Clause, in: ParsedText)`. Tokens are the heads of their phrases; a coordination is all of
/// its heads. Subjects and objects stand in the order in which ``words`` is read: those of a passive, and of words that the
/// vocabulary lists as an inverse, have changed places already.
package struct NamedPredicate: Hashable, Sendable {
    /// The predicate as it is stated: the label of a known one, or the normal form of an open one.
    package var words: String
    /// The id of the vocabulary's predicate; `nil` when it knows none that fits.
    package var id: String?
    /// Who or what comes first when the words are read; empty when the clause does not say.
    package var subjects: [Int] = []
    /// Who or what comes after the words; empty when the predicate has none.
    package var objects: [Int] = []
    /// The object's words where they are not a whole phrase of the sentence: "chief" of "Mossad chief".
    package var objectWords: String?
    /// Further arguments: the role's name and the head of its phrase.
    ///
    /// An argument whose role the vocabulary does not declare is called by its preposition, or `location` when it is a place.
    package var roles: [String: Int] = [:]
    /// Arguments that are a word rather than a phrase, such as `kind: trade`, which the modifier in "trade ties" says.
    package var choices: [String: String] = [:]
    /// Names of tokens that are not names by themselves: "Qatar" of "Qatari" in "the Qatari ambassador".
    package var names: [Int: String] = [:]
    /// Whether the subjects come second in the text's own construction.
    package var isInverse = false
    /// Tokens that the words have used up, such as "visit" in "paid a secret visit to"; never an argument of their own.
    package var consumed: Set<Int> = []

    /// A predicate by its words, with no arguments as yet.
    package init(words: String, id: String? = nil) {
        self.words = words
        self.id = id
    }
}
