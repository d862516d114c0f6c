/// One predication in the words of its sentence: a relation and its arguments, as open information extraction states it.
///
/// Claims name things; a tuple only points at words. It is what the clauses of a sentence are compared by with the work of
/// others.
package struct Tuple: Hashable, Sendable {
    /// Words of the sentence, or a word that is not in it.
    package enum Words: Hashable, Sendable {
        /// Tokens in order, not always next to one another.
        case tokens([Int])
        /// "is" between a name and what stands beside it.
        case supplied(String)
    }

    /// The verb with its auxiliaries, or what takes its place.
    package let relation: Words
    /// The subject, then the object, then whatever else belongs to it; each is a phrase.
    package let arguments: [Words]
    /// How sure it is that a reader would state it, from 0 to 1.
    package let confidence: Double
}
