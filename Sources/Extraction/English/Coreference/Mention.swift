/// Somebody or something that a sentence spoke of, by whom a later pronoun may be understood.
struct Mention: Hashable, Sendable {
    /// What sort of thing a pronoun may take it for.
    enum Kind: Hashable, Sendable {
        /// One person: "he", "she".
        case person
        /// One country, organisation or thing: "it".
        case single
        /// Several: "they".
        case several
    }

    /// What it may be taken for.
    var kind: Kind
    /// Its words, or its name where it has one.
    var name: String
    /// Whether it is the subject of its clause.
    var isSubject: Bool
    /// Whether it has a name of its own.
    var isNamed: Bool
}
