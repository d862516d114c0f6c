import Linguistics

/// Noun phrases that a parser cut in two.
extension TreeRepair {
    /// "to Ada's ceasefire deal": a noun right after another, with nothing before it, is one phrase with it.
    mutating func joinNouns(_ noun: Int) {
        let first = noun - 1
        guard noun > 0, text.tokens[noun].tag == "NN", text.tokens[first].tag == "NN",
            text.label(first) == .prepositionalObject, text.label(noun) == .directObject,
            let preposition = text.head(of: first), preposition < first,
            let verb = text.head(of: noun), verb < first, governs(verb, preposition),
            text.children[noun].allSatisfy({ $0 > noun })
        else { return }
        for child in text.children[first] where child < first { attach(child, to: noun, as: text.label(child)) }
        attach(noun, to: preposition, as: .prepositionalObject)
        attach(first, to: noun, as: .compound)
    }

    /// "the opposition Green League": on which side a name's body stands is no kind of thing that it is.
    mutating func joinAttribute(_ name: Int) {
        guard text.label(name) == .apposition, text.tokens[name].partOfSpeech == .properNoun,
            let noun = text.head(of: name), Lexicon.attributes.contains(text.norm(noun)),
            text.subtree(of: name).lowerBound == noun + 1
        else { return }
        swap(name, above: noun, as: .compound)
    }
}

extension Lexicon {
    /// Nouns that say on which side of politics stands what is named after them.
    static let attributes: Set<String> = ["opposition", "government", "state", "minority", "majority"]
}
