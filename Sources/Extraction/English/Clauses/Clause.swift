package import Linguistics

/// One predication of a sentence: a verb, a copula, or a noun said of a name, with everything that belongs to it.
///
/// Numbers are indices of tokens in the sentence's ``ParsedText``. A phrase is given by its head; what a clause shares with
/// others (the subject of coordinated verbs, the antecedent of "which", the person who "refused to" do something) is resolved.
package struct Clause: Hashable, Sendable {
    /// How the predication is made.
    package enum Form: Hashable, Sendable {
        /// By a verb: "Qatar visited …".
        case verb
        /// By a form of "be" and what follows: "Doha is the capital"; ``Clause/objects`` are the attributes.
        case copula
        /// By "there is": the subject is what there is; it has no objects.
        case existential
        /// By a noun set beside a name: "Tal Shalev, a reporter"; head and only object are the noun.
        case apposition
        /// By a title before a name: "Mossad chief Yossi Cohen"; head and only object are the last word of the title.
        case title
    }

    /// A phrase after a preposition.
    package struct Oblique: Hashable, Sendable {
        /// The prepositions in order: "with", "because of", "due to"; two where one governs the other ("from under").
        package var prepositions: [Int]
        /// The heads of what follows, more than one where they are coordinated; of a clause, its verb.
        package var objects: [Int]
    }

    /// A clause that this one is embedded in.
    package struct Governor: Hashable, Sendable {
        /// Its head: a verb, or the noun that a clause hangs on ("the plan to …").
        package var head: Int
        /// How the embedded clause depends on it.
        package var label: DependencyLabel
    }

    /// How the predication is made.
    package var form: Form
    /// The verb, or the noun of an apposition or a title.
    package var head: Int
    /// The heads of its coordinated subjects, in order; empty when nothing says who.
    package var subjects: [Int] = []
    /// Whether the subjects undergo it.
    package var isPassive = false
    /// "up" of "took up".
    package var particle: Int?
    /// The heads of its coordinated objects or attributes.
    package var objects: [Int] = []
    /// What the object is said to be: "a threat" of "called it a threat".
    package var objectPredicates: [Int] = []
    /// Those to whom something is given or said, without a preposition or with "to" marked as such by the parse.
    package var recipients: [Int] = []
    /// Those by whom it is done, of a passive.
    package var agents: [Int] = []
    /// What its prepositions bring in, in order, without times and without "according to".
    package var obliques: [Oblique] = []
    /// Its expressions of time, in order: "in 2009", "last week".
    package var times: [ClosedRange<Int>] = []
    /// Auxiliaries in order, those it shares with the verb it is coordinated with among them.
    package var auxiliaries: [Int] = []
    /// Adverbs that modify it, in order.
    package var adverbs: [Int] = []
    /// "not", "never", and the "no" of a subject or object.
    package var negations: [Int] = []
    /// Conjunctions that introduce it: "if", "that", "because".
    package var markers: [Int] = []
    /// Heads of the clauses that complete it: "said" that …, "refused" to ….
    package var complements: [Int] = []
    /// The clauses it is embedded in, innermost first.
    package var governors: [Governor] = []

    /// A predication of which nothing else is known.
    package init(form: Form, head: Int) {
        self.form = form
        self.head = head
    }
}
