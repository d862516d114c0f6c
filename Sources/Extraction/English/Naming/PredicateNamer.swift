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
    private let patterns: [String: [KnownPattern]]
    private let attributes: [AttributePattern]
    /// The words that the vocabulary reads as a predicate of its own.
    private let taken: Set<String>

    /// A namer for a vocabulary; linear in its phrases.
    package init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        types = EntityTypes(vocabulary: vocabulary)
        entities = EntityNamer(vocabulary: vocabulary)
        var patterns: [String: [KnownPattern]] = [:]
        for known in Self.patterns(of: vocabulary) {
            for base in known.pattern.verb.bases { patterns[base, default: []].append(known) }
        }
        self.patterns = patterns
        attributes = Self.attributes(of: vocabulary)
        taken = Set(vocabulary.predicates.values.flatMap { [$0.label] + $0.aliases + $0.inverse }.map(\.foldedForm))
    }

    /// The patterns of all phrases, in an order that does not depend on how the vocabulary is stored.
    static func patterns(of vocabulary: Vocabulary) -> [KnownPattern] {
        var known: [KnownPattern] = []
        for predicate in vocabulary.predicates.values.sorted(by: { $0.id < $1.id }) {
            let roles = Set(predicate.roles.keys).subtracting(["object", "subject"])
            let phrases =
                ([predicate.label] + predicate.aliases).map { ($0, false) } + predicate.inverse.map { ($0, true) }
            let verb = PhraseReader.patterns(of: predicate.label).first?.pattern.verb
            for (phrase, isInverse) in phrases {
                for (pattern, isTurned) in PhraseReader.patterns(of: phrase, roles: roles) {
                    known.append(
                        .init(
                            pattern: pattern, predicate: predicate.id, hasVerbOfLabel: pattern.verb.meets(verb),
                            isInverse: isInverse != isTurned))
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
        let frame = ClauseFrame(clause, in: text)
        var named = predicate(frame)
        for token in named.subjects + named.objects + named.roles.values where frame.isAdjective(token) {
            named.names[token] = entities.country(ofAdjective: text.tokens[token].text)
        }
        return named
    }

    private func predicate(_ frame: ClauseFrame) -> NamedPredicate {
        if let attribute = attribute(frame) { return attribute }
        guard let (known, match) = best(frame) else { return Office(frame, vocabulary)?.named ?? open(frame) }
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

    // MARK: known predicates

    /// The pattern that explains most of the clause.
    private func best(_ frame: ClauseFrame) -> (KnownPattern, PatternMatch)? {
        var best: (score: Int, known: KnownPattern, match: PatternMatch)?
        for known in patterns[WordForms.spelling(frame.verb)] ?? [] {
            guard let predicate = vocabulary.predicates[known.predicate], let match = match(known, predicate, frame)
            else {
                continue
            }
            let isFull = known.pattern.slot == .direct ? !match.second.isEmpty : true
            let agrees = (predicate.kind == .state) == frame.isHabitual
            let score =
                8 * known.pattern.wordCount + (known.pattern.slot == .direct ? 0 : 4) + (isFull ? 2 : 0)
                + (agrees ? 1 : 0) - (match.isTurnedBack ? 6 : 0)
            if score > best?.score ?? -1 { best = (score, known, match) }
        }
        return best.map { ($0.known, $0.match) }
    }

    private func match(_ known: KnownPattern, _ predicate: Predicate, _ frame: ClauseFrame) -> PatternMatch? {
        let objectRole = predicate.roles["object"]
        let party = predicate.roles["subject"] ?? Role(type: .entity)
        func fits(_ token: Int, _ role: Role?) -> Bool {
            let kind = ArgumentKind(token, in: frame.text, types: types)
            // "Killed 120 people" says how many; that it is a toll, and no murder, its subject has to say.
            let isToll = role?.unit != nil && kind.isCountable(token, in: frame.text)
            return kind.fits(role) || isToll
        }
        guard var match = PatternMatch(known.pattern, frame, fits: { fits($0, known.isInverse ? party : objectRole) }),
            !known.isInverse || match.first.allSatisfy({ fits($0, objectRole) })
        else { return nil }
        if match.second.isEmpty, let host = match.hosts.last, Self.isEventOrWork(objectRole), fits(host, objectRole) {
            // "Won the election" names in the phrase's own words what was won.
            match.second = [host]
            match.consumed.remove(host)
        }
        // Without the one who did it there is no telling whom the fact is about.
        let (subjects, objects) = known.isInverse ? (match.second, match.first) : (match.first, match.second)
        guard !subjects.isEmpty, !known.isInverse || !objects.isEmpty,
            subjects.allSatisfy({ fits($0, predicate.roles["subject"]) })
        else { return nil }
        if known.pattern.isBare, match.second.isEmpty, !mayStandAlone(known, objectRole, frame) { return nil }
        // "The house was damaged" says nothing of its extent.
        let isValue = [.choice, .quantity, .time].contains(objectRole?.type)
        if known.pattern.isBare, isValue, match.second.isEmpty { return nil }
        let isBareCopula = frame.verb == "be" && known.pattern.isBare
        return isBareCopula && !match.second.allSatisfy({ isNoun($0, frame) }) ? nil : match
    }

    private static func isEventOrWork(_ role: Role?) -> Bool {
        role.map { !$0.of.isEmpty && Set($0.of).isSubset(of: ["event", "work"]) } ?? false
    }

    /// Whether a verb that lacks its object says the same without it: "pay for" is not "pay", and "declined" not "declined it".
    private func mayStandAlone(_ known: KnownPattern, _ role: Role?, _ frame: ClauseFrame) -> Bool {
        guard frame.clause.complements.isEmpty || role?.type != .text else { return true }
        let takesPreposition = OpenPredicate(frame, types: types).oblique != nil
        return known.hasVerbOfLabel && !(takesPreposition && role?.type == .entity)
    }

    private func attribute(_ frame: ClauseFrame) -> NamedPredicate? {
        for pattern in attributes {
            guard let match = pattern.match(frame, types: types) else { continue }
            var named = NamedPredicate(words: vocabulary.predicate(id: pattern.predicate).label, id: pattern.predicate)
            (named.subjects, named.objects, named.consumed) = (match.owners, match.values, match.consumed)
            let naming = RoleNaming(predicate: vocabulary.predicate(id: pattern.predicate), types: types)
            ArgumentFinder(frame: frame, naming: naming).addArguments(to: &named, hosts: [])
            return named
        }
        return nil
    }

    private func isNoun(_ token: Int, _ frame: ClauseFrame) -> Bool {
        [.noun, .properNoun].contains(frame.text.tokens[token].partOfSpeech)
            && ArgumentKind(token, in: frame.text, types: types) != .quantity
    }

    private func named(_ known: KnownPattern, _ match: PatternMatch, _ frame: ClauseFrame) -> NamedPredicate {
        let predicate = vocabulary.predicate(id: known.predicate)
        var named = NamedPredicate(words: predicate.label, id: predicate.id)
        named.consumed = match.consumed
        let natural = (match.first, match.second)
        (named.subjects, named.objects) = known.isInverse ? (natural.1, natural.0) : natural
        if frame.clause.form == .title, known.pattern.isBare, let noun = named.objects.first {
            named.objectWords = frame.words(ofOffice: noun, without: nil)
        }
        // "Permitted them to fly" permits the flight, and it permits it to them.
        if predicate.roles["object"]?.type == .text, predicate.roles["to"] != nil, named.objects.count == 1,
            let act = frame.clause.complements.first, types.isActor(named.objects[0], in: frame.text)
        {
            named.roles["to"] = named.objects[0]
            named.objects = [act]
        }
        named.isInverse = known.isInverse != (frame.clause.isPassive && !known.pattern.isPassive)
        ArgumentFinder(frame: frame, naming: RoleNaming(predicate: predicate, types: types)).addArguments(
            to: &named, hosts: match.hosts)
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
