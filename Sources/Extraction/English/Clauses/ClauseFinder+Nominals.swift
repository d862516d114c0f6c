import Linguistics

/// Predications that a noun makes of a name beside it.
extension ClauseFinder {
    /// The titles before a name and the appositions around it.
    func nominalClauses(at token: Int) -> [Clause] {
        (titleClause(of: token).map { [$0] } ?? [])
            + text.children(of: token, .apposition).flatMap { appositions($0, of: token) }
    }

    /// "Mossad chief Yossi Cohen": a person's name after a noun that says what he or she is.
    private func titleClause(of name: Int) -> Clause? {
        guard isPerson(name), let title = title(before: name), !Lexicon.isRank(text.lemma(title)) else { return nil }
        var clause = Clause(form: .title, head: title)
        clause.subjects = [name]
        clause.objects = [title]
        clause.governors = enclosing(name)
        return clause
    }

    /// The last word of the title that stands before a name in the same phrase.
    func title(before name: Int) -> Int? {
        let modifiers = text.children[name].filter {
            $0 < name && [.compound, .nominalModifier, .adjectivalModifier, .unclassified].contains(text.label($0))
        }
        return modifiers.last { Lexicon.isTitle(text.lemma($0)) }
    }

    private func appositions(_ apposition: Int, of noun: Int) -> [Clause] {
        text.coordinated(with: apposition).compactMap { other in
            guard text.isNominal(other), text.isNominal(noun), !isTime(other), !isSetApart(other, from: noun) else {
                return nil
            }
            let (name, description) = isNamed(noun) ? (noun, other) : (other, noun)
            guard isNamed(name), !isNamed(description), !Lexicon.isRank(text.lemma(description)) else { return nil }
            var clause = Clause(form: .apposition, head: description)
            clause.subjects = [name]
            clause.objects = [description]
            clause.governors = enclosing(noun)
            return clause
        }
    }

    /// Whether a colon or one half of a bracket stands between two phrases: a caption or a credit rather than an apposition.
    private func isSetApart(_ phrase: Int, from other: Int) -> Bool {
        let between = text.tokens[min(phrase, other)..<max(phrase, other)].map(\.text)
        func count(_ mark: String) -> Int { between.count { $0 == mark } }
        return count(":") > 0 || count("(") != count(")") || count("[") != count("]")
    }

    /// The clauses in which a phrase stands, so that what is said inside them is told from what the report says itself.
    private func enclosing(_ token: Int) -> [Clause.Governor] {
        governingPredicate(of: token).map { [Clause.Governor(head: $0, label: .apposition)] } ?? []
    }

    /// Whether a token is the head of a person's name.
    func isPerson(_ token: Int) -> Bool { text.isEntity(token, ["PERSON"]) && text.isNominal(token) }

    /// Whether a phrase names rather than describes.
    private func isNamed(_ token: Int) -> Bool {
        guard text.tokens[token].partOfSpeech == .properNoun, !Lexicon.isTitle(text.lemma(token)) else { return false }
        return text.isEntity(token, Lexicon.namedKinds) || text.entity(at: token) == nil
    }
}
