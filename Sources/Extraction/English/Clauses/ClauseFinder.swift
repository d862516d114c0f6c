package import Linguistics

/// Finds the predications of a parsed sentence.
///
/// It reads the tree in one pass over the tokens and keeps to what the tree says, except where a parser is known to err in
/// a way that the words themselves put right. A clause looks at its own sentence only.
package struct ClauseFinder {
    let text: ParsedText

    /// The predications of a parsed text, in the order of their heads, names before verbs at the same head.
    package static func clauses(in text: ParsedText) -> [Clause] {
        let finder = ClauseFinder(text: text)
        return text.tokens.indices.flatMap { finder.nominalClauses(at: $0) + finder.verbalClauses(at: $0) }
    }

    /// The clause of a verb, alone or none.
    private func verbalClauses(at head: Int) -> [Clause] {
        guard isPredicate(head) else { return [] }
        var clause = Clause(form: form(of: head), head: head)
        clause.isPassive = isPassive(head)
        clause.auxiliaries = auxiliaries(of: head)
        clause.markers = text.children(of: head, .marker)
        clause.complements = complements(of: head)
        clause.governors = governors(of: head)
        addArguments(to: &clause)
        clause.subjects = subjects(of: head).flatMap(text.coordinated(with:))
        if clause.form == .existential { (clause.subjects, clause.objects) = (clause.objects, []) }
        addAntecedent(to: &clause)
        addSubjectTime(to: &clause)
        clause.negations = negations(of: clause)
        return [clause]
    }

    /// How a verb predicates.
    private func form(of head: Int) -> Clause.Form {
        guard text.lemma(head) == "be" || ["'s", "'re", "'m"].contains(text.norm(head)) else { return .verb }
        let isThere = text.children(of: head, .expletive).contains { text.norm($0) == "there" }
        return isThere ? .existential : .copula
    }

    /// Whether a token is the head of a clause.
    func isPredicate(_ token: Int) -> Bool {
        guard text.isVerbal(token) else { return false }
        switch text.label(token) {
        case .root, .clausalComplement, .openComplement, .adverbialClause, .relativeClause, .clausalAdjunct, .parataxis,
            .prepositionalComplement, .clausalSubject, .passiveClausalSubject, .unclassified:
            return true
        case .conjunct: return isCoordinatedClause(token)
        case .adjectivalComplement, .objectPredicate: return text.tokens[token].tag == "VBN"
        // A finite verb with a subject of its own is a clause, whatever the parser took it for.
        case .subject, .passiveSubject, .directObject, .prepositionalObject, .apposition, .attribute,
            .nounPhraseAdverbial:
            return text.hasSubject(token)
        default: return false
        }
    }

    /// Whether a conjunct is a clause: coordinated with one, or with a subject of its own.
    private func isCoordinatedClause(_ token: Int) -> Bool {
        guard let head = text.head(of: token) else { return false }
        return isPredicate(head) || text.hasSubject(token)
    }

    /// The clauses that a token is embedded in, innermost first; coordination leads to what the first conjunct hangs on.
    private func governors(of head: Int) -> [Clause.Governor] {
        var found: [Clause.Governor] = []
        var current = head
        while let next = text.head(of: current), found.count < Self.depth {
            if text.label(current) != .conjunct { found.append(.init(head: next, label: text.label(current))) }
            current = next
        }
        return found
    }

    /// So many clauses deep a sentence is followed.
    static let depth = 24

    /// The heads of the clauses that complete a verb, and those of its adjective: "is due to meet".
    private func complements(of head: Int) -> [Int] {
        let adjectives = text.children(of: head, .adjectivalComplement)
        return ([head] + adjectives).flatMap { text.children(of: $0, .clausalComplement, .openComplement) }.sorted()
    }
}
