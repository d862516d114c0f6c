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

    /// How much its sentence is about it.
    enum Standing: Hashable, Sendable {
        /// It is the subject of the sentence, or of what the sentence reports.
        case topic
        /// It is the subject of another clause.
        case subject
        /// It is spoken of.
        case other
    }

    /// What it may be taken for.
    var kind: Kind
    /// Its words, or its full name where it has one.
    var name: String
    /// How much its sentence is about it.
    var standing: Standing
    /// Whether it has a name of its own.
    var isNamed: Bool
    /// Whether its words or the sentence say what it is; the model alone is not to be trusted with names of one word.
    var isSure: Bool
    /// Whether it is spoken of as something new: "an inquiry".
    var isNew = false
    /// Whether it says that it is a man or a woman; `nil` where it does not.
    var gender: Gender?

    /// Which of "he" and "she" fits.
    enum Gender: Hashable, Sendable {
        case male, female
    }
}
