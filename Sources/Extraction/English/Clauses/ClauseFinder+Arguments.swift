import Linguistics

/// What belongs to a clause besides its subject.
extension ClauseFinder {
    /// Sorts a verb's dependents into roles, and takes from the verb it is coordinated with what both share.
    func addArguments(to clause: inout Clause) {
        for child in text.children[clause.head] { add(child, to: &clause) }
        clause.objects = clause.objects.flatMap(text.coordinated(with:))
        if !clause.objects.isEmpty, clause.form == .verb, !clause.objectPredicates.isEmpty { return }
        if clause.form == .verb { readSmallClause(of: &clause) }
        addShared(to: &clause)
        liftPhrases(in: &clause)
        addLastTime(to: &clause)
    }

    /// "Parliament on Tuesday approved": a time that the parser hangs on the subject before the verb.
    func addSubjectTime(to clause: inout Clause) {
        guard clause.times.isEmpty else { return }
        for subject in clause.subjects where text.head(of: subject) == clause.head {
            for preposition in text.children(of: subject, .preposition) where preposition > subject {
                guard let object = text.children(of: preposition, .prepositionalObject).first, isTime(object),
                    Self.edges.contains(text.norm(preposition)), text.isEntity(object, ["DATE", "TIME"])
                else { continue }
                clause.times.append(ClosedRange(spanning: preposition, phrase(of: object).upperBound))
            }
        }
    }

    /// Takes what says when or where from a name or noun it was hung on: "killed by the US on 3 January", "a meeting on Monday".
    private func liftPhrases(in clause: inout Clause) {
        let hosts = clause.objects + clause.recipients + clause.agents + clause.obliques.flatMap(\.objects)
        for host in hosts {
            for preposition in text.children(of: host, .preposition) where preposition > host {
                guard let object = text.children(of: preposition, .prepositionalObject).first else { continue }
                let isWhen = isTime(object) && Self.edges.contains(text.norm(preposition))
                let isName = text.isEntity(host, ["PERSON", "GPE"]) && text.norm(preposition) != "of"
                if isWhen && (clause.times.isEmpty || isName) || isName && !isTime(object) {
                    addOblique([preposition], to: &clause)
                }
            }
        }
    }

    /// The last time inside the clause's phrases, where nothing nearer says when: "on his trip to the region in May".
    func addLastTime(to clause: inout Clause) {
        guard clause.times.isEmpty, clause.form != .copula else { return }
        // "since the fighting in November" dates the fighting.
        let near = clause.obliques.filter { !$0.prepositions.contains { Self.events.contains(text.norm($0)) } }
        var front = clause.objects + near.flatMap(\.objects) + clause.recipients
        var last: ClosedRange<Int>?
        while let next = front.popLast() {
            for child in text.children[next] where child > next && !isPredicate(child) {
                if text.label(child) == .preposition, Self.edges.union(["between"]).contains(text.norm(child)),
                    let object = text.children(of: child, .prepositionalObject).first, isTime(object)
                {
                    let found = ClosedRange(spanning: child, phrase(of: object).upperBound)
                    if found.upperBound > last?.upperBound ?? 0 { last = found }
                } else if [.preposition, .prepositionalObject].contains(text.label(child)) {
                    front.append(child)
                }
            }
        }
        if let last { clause.times.append(last) }
    }

    private static let events: Set<String> = [
        "since", "after", "before", "until", "following", "ahead", "amid", "over",
    ]
    private static let edges: Set<String> = ["on", "in", "at", "during", "since", "until", "by", "before", "after"]

    private func add(_ child: Int, to clause: inout Clause) {
        switch text.label(child) {
        case .directObject, .attribute, .adjectivalComplement:
            if isTime(child), text.label(child) != .directObject {
                clause.times.append(phrase(of: child))
            } else if !isPredicate(child), text.tokens[child].tag != "IN" {
                clause.objects.append(child)
            }
        case .objectPredicate:
            let hasObject = !text.children(of: clause.head, .directObject).isEmpty
            if hasObject || clause.isPassive {
                clause.objectPredicates.append(child)
            } else {
                clause.objects.append(child)
            }
        case .dative where clause.isPassive && text.tokens[child].partOfSpeech == .adposition:
            addOblique([child], to: &clause)
        case .dative: clause.recipients += recipients(child)
        case .agent: addAgent(child, to: &clause)
        case .particle: clause.particle = child
        case .preposition: addOblique([child], to: &clause)
        case .adverbialModifier: addAdverb(child, to: &clause)
        case .nounPhraseAdverbial:
            if text.lemma(clause.head) == "last", child > clause.head, clause.objects.isEmpty {
                clause.objects.append(child)
            } else if isTime(child) {
                clause.times.append(phrase(of: child))
            } else if text.isEntity(child, Self.measures), child > clause.head, clause.objects.isEmpty {
                clause.objects.append(child)
            } else {
                clause.adverbs.append(child)
            }
        default: break
        }
    }

    private static let measures: Set<String> = ["PERCENT", "MONEY", "QUANTITY", "CARDINAL"]

    /// "by the army", but not "by Monday" and "by three metres".
    private func addAgent(_ preposition: Int, to clause: inout Clause) {
        for object in text.children(of: preposition, .prepositionalObject).prefix(1) {
            let isMeasure = text.isEntity(object, Self.measures.subtracting(["CARDINAL"]))
            if isTime(object) || text.children(of: object, .preposition).contains(where: isTimed) {
                clause.times.append(ClosedRange(spanning: preposition, phrase(of: object).upperBound))
            } else if isMeasure {
                clause.obliques.append(.init(prepositions: [preposition], objects: [object]))
            } else {
                clause.agents += text.coordinated(with: object)
            }
        }
    }

    /// "by the end of October": a preposition with a time under a word for an edge of it.
    private func isTimed(_ preposition: Int) -> Bool {
        guard text.norm(preposition) == "of", let noun = text.head(of: preposition),
            ["end", "start", "beginning", "middle", "close"].contains(text.lemma(noun))
        else { return false }
        return text.children(of: preposition, .prepositionalObject).contains(where: isTime)
    }

    private func recipients(_ child: Int) -> [Int] {
        guard text.tokens[child].partOfSpeech == .adposition else { return text.coordinated(with: child) }
        return text.children(of: child, .prepositionalObject).flatMap(text.coordinated(with:))
    }

    /// An adverb, a time, or the start of a longer preposition: "ahead of", "closer to".
    private func addAdverb(_ adverb: Int, to clause: inout Clause) {
        if isTime(adverb) || Lexicon.timeAdverbs.contains(text.norm(adverb)) {
            clause.times.append(phrase(of: adverb))
            return
        }
        clause.adverbs.append(adverb)
        for preposition in text.children(of: adverb, .preposition) { addOblique([adverb, preposition], to: &clause) }
    }

    /// A prepositional phrase: a time, or an oblique; prepositions that stand before another one are one with it.
    private func addOblique(_ prepositions: [Int], to clause: inout Clause) {
        guard let last = prepositions.last, prepositions.count < 4,
            !Lexicon.attributingPrepositions.contains(text.norm(last))
        else { return }
        let objects = text.children(of: last, .prepositionalObject, .prepositionalComplement)
        if let next = objects.first, text.tokens[next].partOfSpeech == .adposition {
            if let object = objects.dropFirst().first {
                clause.obliques.append(
                    .init(prepositions: prepositions + [next], objects: text.coordinated(with: object)))
            } else {
                addOblique(prepositions + [next], to: &clause)
            }
            return
        }
        // "described it as calm"
        if objects.isEmpty, text.norm(last) == "as",
            let adjective = text.children(of: last, .adjectivalModifier, .adjectivalComplement).first
        {
            clause.obliques.append(.init(prepositions: prepositions, objects: [adjective]))
            return
        }
        // "two months before the start": a time, counted from something.
        if let measure = text.children(of: last, .nounPhraseAdverbial).first, isTime(measure) {
            let end = objects.first.map { phrase(of: $0).upperBound } ?? last
            clause.times.append(ClosedRange(spanning: phrase(of: measure).lowerBound, end))
            return
        }
        for object in objects.prefix(1) where !text.isRelativePronoun(object) {
            if isTime(object), text.label(object) == .prepositionalObject,
                Lexicon.timePrepositions.contains(text.norm(last))
            {
                clause.times.append(ClosedRange(spanning: prepositions.first ?? last, phrase(of: object).upperBound))
            } else if !isJoining(ClosedRange(spanning: prepositions.first ?? last, phrase(of: object).upperBound)) {
                clause.obliques.append(.init(prepositions: prepositions, objects: text.coordinated(with: object)))
            }
        }
        for inner in text.children(of: last, .preposition) {
            if objects.isEmpty || Lexicon.prepositionHeads.contains(text.norm(last)) {
                addOblique(prepositions + [inner], to: &clause)
            } else if inner > last {
                addOblique([inner], to: &clause)
            }
        }
    }

    /// Whether some words only join sentences: "for example".
    private func isJoining(_ tokens: ClosedRange<Int>) -> Bool {
        tokens.count < 6 && Lexicon.joiningPhrases.contains(text.words(of: tokens).lowercased())
    }

    /// "made [ties conditional on]", "calling [it a serious meeting]": the inner subject is the object.
    private func readSmallClause(of clause: inout Clause) {
        guard clause.objects.isEmpty else { return }
        for complement in text.children(of: clause.head, .clausalComplement) where !text.isVerbal(complement) {
            guard let subject = text.children(of: complement, .subject).first else { continue }
            clause.objects += text.coordinated(with: subject)
            clause.objectPredicates.append(complement)
            clause.complements.removeAll { $0 == complement }
            for preposition in text.children(of: complement, .preposition) where preposition > complement {
                if text.isVerbal(complement) { addOblique([preposition], to: &clause) }
            }
        }
    }

    /// What coordinated verbs share: a time before the first of them, and the objects after the last.
    private func addShared(to clause: inout Clause) {
        if text.label(clause.head) == .conjunct, !text.hasSubject(clause.head), let first = text.head(of: clause.head),
            isPredicate(first), let start = firstSubject(of: first)
        {
            clause.times += text.children[first].compactMap(leadingTime(before: start))
        }
        let isBare = clause.obliques.allSatisfy { ($0.prepositions.first ?? 0) < clause.head }
        guard clause.objects.isEmpty, isBare, clause.recipients.isEmpty, !clause.isPassive,
            let last = text.children(of: clause.head, .conjunct).first(where: isPredicate), !text.hasSubject(last),
            text.children[clause.head].allSatisfy({
                $0 < clause.head || [.coordinator, .conjunct, .punctuation].contains(text.label($0))
            })
        else { return }
        clause.objects += text.children(of: last, .directObject).flatMap(text.coordinated(with:))
    }

    private func firstSubject(of verb: Int) -> Int? {
        subjects(of: verb).first.flatMap { text.head(of: $0) == verb ? $0 : nil }
    }

    private func leadingTime(before start: Int) -> (Int) -> ClosedRange<Int>? {
        { child in
            guard child < start else { return nil }
            if text.label(child) == .preposition, let object = text.children(of: child, .prepositionalObject).first,
                isTime(object)
            {
                return ClosedRange(spanning: child, phrase(of: object).upperBound)
            }
            return isTime(child) && text.label(child) == .nounPhraseAdverbial ? phrase(of: child) : nil
        }
    }

    /// Gives a relative clause what it is said of, where that is not its subject: "the order that the censor gave".
    func addAntecedent(to clause: inout Clause) {
        guard let noun = antecedent(of: clause.head) else { return }
        if let index = clause.objects.firstIndex(where: text.isRelativePronoun) {
            clause.objects[index] = noun
        }
        guard text.label(clause.head) == .relativeClause else { return }
        for adverb in text.children(of: clause.head, .adverbialModifier) where text.tokens[adverb].tag == "WRB" {
            if text.norm(adverb) == "where" { clause.obliques.append(.init(prepositions: [adverb], objects: [noun])) }
            if text.norm(adverb) == "when", isTime(noun) { clause.times.append(phrase(of: noun)) }
            return
        }
        if let fronted = text.children(of: clause.head, .preposition).first(where: {
            text.children[$0].contains(where: text.isRelativePronoun)
        }) {
            clause.obliques.insert(.init(prepositions: [fronted], objects: [noun]), at: 0)
        } else if isReduced(clause) {
            clause.objects = [noun]
        }
    }

    /// "the place officials visited": a subject, no pronoun, and a gap where the object would be.
    private func isReduced(_ clause: Clause) -> Bool {
        let dependents = text.children[clause.head]
        return clause.objects.isEmpty && !clause.isPassive && clause.form == .verb && clause.complements.isEmpty
            && !isInfinitive(clause.head) && text.hasSubject(clause.head)
            && !dependents.contains { text.isRelativePronoun($0) || text.tokens[$0].tag == "WRB" }
            && !clause.subjects.contains { text.children(of: $0, .possessor).contains { text.tokens[$0].tag == "WP$" } }
            && clause.obliques.allSatisfy { !$0.objects.isEmpty }
    }
}
