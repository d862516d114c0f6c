import Facts
import Linguistics

/// Predicates that the vocabulary knows.
extension PredicateNamer {
    /// The pattern that explains most of the clause.
    func best(_ frame: ClauseFrame) -> (KnownPattern, PatternMatch)? {
        var best: (score: Int, known: KnownPattern, match: PatternMatch)?
        for known in patterns[WordForms.spelling(frame.verb)] ?? [] {
            // Most of a verb's phrases need a noun that the sentence does not have.
            guard known.heads.allSatisfy(frame.spelled.has(oneOf:)), let match = match(known, frame) else { continue }
            let isFull = known.pattern.slot == .direct ? !match.second.isEmpty : true
            let agrees = (known.predicate.kind == .state) == frame.isHabitual
            let score =
                8 * known.pattern.wordCount + (known.pattern.slot == .direct ? 0 : 4) + (isFull ? 2 : 0)
                + (agrees ? 1 : 0) - (match.isTurnedBack ? 6 : 0)
            if score > best?.score ?? -1 { best = (score, known, match) }
        }
        return best.map { ($0.known, $0.match) }
    }

    private func match(_ known: KnownPattern, _ frame: ClauseFrame) -> PatternMatch? {
        let predicate = known.predicate
        let objectRole = predicate.roles["object"]
        let party = predicate.roles["subject"] ?? Role(type: .entity)
        func fits(_ token: Int, _ role: Role?) -> Bool {
            let kind = ArgumentKind(token, in: frame.text, types: types)
            // "Killed 120 people" says how many; that it is a toll, and no murder, its subject has to say.
            let isToll = role?.unit != nil && kind.isCountable(token, in: frame.text)
            return kind.fits(role) || isToll
        }
        guard
            var match = PatternMatch(
                known.pattern, frame, isMutual: predicate.isSymmetric,
                fits: { fits($0, known.isInverse ? party : objectRole) }),
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

    /// Whether a label ends in a preposition, so that nothing is said without what follows: "established ties with".
    static func isOpenEnded(_ label: String) -> Bool {
        ["with", "as", "to", "in", "on", "of", "from", "for", "at", "by"].contains { label.hasSuffix(" " + $0) }
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

    /// "Contacts between Egypt and Sudan are underway" says that there are contacts, by a subject rather than by a verb.
    func relation(_ frame: ClauseFrame) -> NamedPredicate? {
        let isExisting =
            ["exist", "continue", "resume"].contains(frame.verb)
            || frame.verb == "be" && frame.clause.objects.contains { ["underway", "ongoing"].contains(frame.word($0)) }
        guard isExisting, !frame.clause.isPassive else { return nil }
        var clause = frame.clause
        for attribute in clause.objects {
            let preposition = frame.text.children[attribute].filter { frame.word($0) == "between" }
            let parties = frame.phrases(after: "between", under: attribute)
            if !parties.isEmpty { clause.obliques.append(.init(prepositions: preposition, objects: parties)) }
        }
        (clause.form, clause.objects) = (.existential, [])
        let existential = ClauseFrame(clause, in: frame.text, frame.spelled)
        guard let (known, match) = best(existential), !match.hosts.isEmpty else { return nil }
        return named(known, match, existential)
    }

    func attribute(_ frame: ClauseFrame) -> NamedPredicate? {
        guard AttributePattern.verbs.contains(frame.verb) else { return nil }
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

    func named(_ known: KnownPattern, _ match: PatternMatch, _ frame: ClauseFrame) -> NamedPredicate {
        let predicate = known.predicate
        var named = NamedPredicate(words: predicate.label, id: predicate.id)
        named.consumed = match.consumed
        let natural = (match.first, match.second)
        (named.subjects, named.objects) = known.isInverse ? (natural.1, natural.0) : natural
        if frame.clause.form == .title, known.pattern.isBare, let noun = named.objects.first {
            named.objectWords = frame.words(ofOffice: noun, without: nil)
        }
        ArgumentFinder(frame: frame, naming: RoleNaming(predicate: predicate, types: types)).addArguments(
            to: &named, hosts: match.hosts)
        return named
    }
}
