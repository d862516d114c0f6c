import Linguistics

/// Those that a claim is about.
extension ClaimMaker {
    /// A subject, and how many it says they are.
    struct Party {
        let words: String
        var number: String?
    }

    /// The words of a subject; `nil` where nobody knows what it stands for.
    func party(_ head: Int, _ named: NamedPredicate, _ clause: Clause, _ used: Set<Int>) -> Party? {
        if let name = named.names[head] { return Party(words: name) }
        let number = clause.form == .verb && named.roles["number"] == nil ? number(of: head) : nil
        let words = arguments.subject(head, excluding: used.union(number.map(Array.init) ?? [])).map {
            name($0, of: head)
        }
        return words.map { Party(words: $0, number: number.map(numberWords)) }
    }

    private func numberWords(_ tokens: ClosedRange<Int>) -> String {
        let words = text.words(of: tokens)
        return tokens.lowerBound == 0 ? words.lowercased() : words
    }

    /// "more than 300" of "more than 300 people": how many is what reports correct, so it does not tell who they are.
    ///
    /// "The two countries" are two for good.
    private func number(of head: Int) -> ClosedRange<Int>? {
        guard text.tokens[head].tag == "NNS", text.children(of: head, .determiner, .possessor, .predeterminer).isEmpty,
            let number = text.children(of: head, .numericModifier).first, text.tokens[number].tag == "CD",
            case let tokens = text.subtree(of: number), tokens.upperBound < head,
            !text.isEntity(head, ["DATE", "TIME"])
        else { return nil }
        return tokens
    }
}
