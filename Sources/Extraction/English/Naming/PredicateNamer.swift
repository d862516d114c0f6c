package import Facts
package import Linguistics

/// Says what a clause says in the words of a vocabulary.
///
/// Every phrase of the vocabulary is read as a pattern once, when this is made. A clause is compared with the patterns of its
/// verb; the one that explains most of its words names it, the first by id among equals. A clause that none explains gets
/// an open predicate in a normal form of its own.
package struct PredicateNamer: Sendable {
    let vocabulary: Vocabulary
    let types: EntityTypes
    /// The names to state, by the same vocabulary.
    package let entities: EntityNamer
    /// Patterns by the lemma of their verb, those with more words first.
    let patterns: [String: [KnownPattern]]
    /// The words that patterns ask for besides the verb, numbered.
    private let numbers: [String: Int]
    let attributes: [AttributePattern]
    /// The words that the vocabulary reads as a predicate of its own.
    private let taken: Set<String>

    /// A namer for a vocabulary; linear in its phrases.
    package init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        types = EntityTypes(vocabulary: vocabulary)
        entities = EntityNamer(vocabulary: vocabulary)
        var patterns: [String: [KnownPattern]] = [:]
        var numbers: [String: Int] = [:]
        for known in Self.patterns(of: vocabulary, numbers: &numbers) {
            for base in known.pattern.verb.bases { patterns[base, default: []].append(known) }
        }
        (self.patterns, self.numbers) = (patterns, numbers)
        attributes = Self.attributes(of: vocabulary)
        taken = Set(vocabulary.predicates.values.flatMap { [$0.label] + $0.aliases + $0.inverse }.map(\.foldedForm))
    }

    /// The patterns of all phrases, in an order that does not depend on how the vocabulary is stored.
    ///
    /// - Parameter numbers: the numbers of the words that they ask for.
    static func patterns(of vocabulary: Vocabulary, numbers: inout [String: Int]) -> [KnownPattern] {
        var known: [KnownPattern] = []
        for predicate in vocabulary.predicates.values.sorted(by: { $0.id < $1.id }) {
            let roles = Set(predicate.roles.keys).subtracting(["object", "subject"])
            let phrases =
                ([predicate.label] + predicate.aliases).map { ($0, false) } + predicate.inverse.map { ($0, true) }
            let verb = PhraseReader.patterns(of: predicate.label).first?.pattern.verb
            for (phrase, isInverse) in phrases {
                for (pattern, isTurned) in PhraseReader.patterns(of: phrase, roles: roles) {
                    known.append(
                        KnownPattern(
                            pattern, predicate, hasVerbOfLabel: pattern.verb.meets(verb),
                            isInverse: isInverse != isTurned, numbers: &numbers))
                }
            }
        }
        return known.enumerated().sorted { a, b in
            (b.element.pattern.wordCount, a.offset) < (a.element.pattern.wordCount, b.offset)
        }.map(\.element)
    }

    /// The quantities that the vocabulary calls by a noun, those with more words first.
    static func attributes(of vocabulary: Vocabulary) -> [AttributePattern] {
        let quantities = vocabulary.predicates.values.filter { $0.roles["object"]?.type == .quantity }
        let found = quantities.sorted { $0.id < $1.id }.flatMap { predicate in
            ([predicate.label] + predicate.aliases).compactMap { AttributePattern($0, predicate: predicate.id) }
        }
        return found.enumerated().sorted { a, b in
            let (mine, yours) = (a.element, b.element)
            return (yours.modifiers.count + yours.complement.count, a.offset)
                < (mine.modifiers.count + mine.complement.count, b.offset)
        }.map(\.element)
    }

    /// The predicate of a clause and who plays which part in it.
    package func name(_ clause: Clause, in text: ParsedText) -> NamedPredicate {
        name(clause, in: text, spelled(text))
    }

    /// The words of a sentence, to name its clauses by.
    func spelled(_ text: ParsedText) -> SpelledText { SpelledText(text, numbers: numbers) }

    /// The predicate of a clause, of whose sentence the words are known.
    func name(_ clause: Clause, in text: ParsedText, _ spelled: SpelledText) -> NamedPredicate {
        let frame = ClauseFrame(clause, in: text, spelled)
        var named = predicate(frame)
        for token in named.subjects + named.objects + named.roles.values where frame.isAdjective(token) {
            named.names[token] = entities.country(ofAdjective: text.tokens[token].text)
        }
        return named
    }

    private func predicate(_ frame: ClauseFrame) -> NamedPredicate {
        if let attribute = attribute(frame) { return attribute }
        guard let (known, match) = best(frame) else {
            return Office(frame, vocabulary)?.named ?? relation(frame) ?? open(frame)
        }
        let found = known.isInverse ? match.first : match.second
        if found.isEmpty, Self.isOpenEnded(known.predicate.label) {
            return open(frame)
        }
        // To hold an office is more than to be something.
        if known.pattern.isBare, let office = Office(frame, vocabulary) { return office.named }
        if known.pattern.isBare, frame.verb == "be", let member = member(frame) { return member }
        return named(known, match, frame)
    }

    /// "Bahrain, four Arab countries": one of several is no kind of them.
    private func member(_ frame: ClauseFrame) -> NamedPredicate? {
        guard frame.clause.objects.contains(where: frame.isPlural),
            !frame.clause.subjects.contains(where: frame.isPlural),
            frame.clause.subjects.count == 1 || frame.clause.form == .apposition
        else { return nil }
        var named = NamedPredicate(words: "is among")
        (named.subjects, named.objects) = (frame.clause.subjects, frame.clause.objects)
        return named
    }

    // MARK: open predicates

    private func open(_ frame: ClauseFrame) -> NamedPredicate {
        let open = OpenPredicate(frame, types: types) { taken.contains($0.foldedForm) }
        var named = NamedPredicate(words: open.words)
        (named.subjects, named.objects, named.consumed) = (open.subjects, open.objects, open.consumed)
        named.isInverse = frame.clause.isPassive && !frame.clause.agents.isEmpty
        ArgumentFinder(frame: frame, naming: RoleNaming(predicate: nil, types: types)).addArguments(
            to: &named, hosts: Array(open.consumed))
        return named
    }
}
