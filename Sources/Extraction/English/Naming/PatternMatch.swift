import Facts
import Linguistics

/// A clause that is built like a phrase of the vocabulary, and what it puts into the phrase's open places.
struct PatternMatch {
    /// Those who come first in an active sentence of the phrase.
    var first: [Int]
    /// What completes the phrase; empty where the clause leaves it out.
    var second: [Int]
    /// The tokens that are words of the phrase.
    var consumed: Set<Int> = []
    /// Whether the words may be turned round.
    private let isMutual: Bool
    /// Whether an active clause says what the phrase says in the passive.
    let isTurnedBack: Bool
    /// The consumed nouns, on which further arguments may hang.
    var hosts: [Int] = []

    /// Compares a clause with a phrase of its verb; `nil` where they are built differently.
    ///
    /// - Parameters:
    ///   - isMutual: whether the words may be turned round, as "met" may.
    ///   - fits: whether a phrase can be what completes the pattern.
    init?(_ pattern: PhrasePattern, _ frame: ClauseFrame, isMutual: Bool, fits: (Int) -> Bool) {
        self.isMutual = isMutual
        guard pattern.particles.allSatisfy(frame.hasParticle) else { return nil }
        let isTurned = frame.clause.isPassive && !pattern.isPassive
        // "The court sentenced her to two years" says by its object what "was sentenced to" says by its subject.
        isTurnedBack = pattern.isPassive && !frame.clause.isPassive
        if isTurnedBack, pattern.slot == .direct || pattern.wordCount > 0 { return nil }
        (first, second) = (isTurned ? frame.clause.agents : isTurnedBack ? frame.patients : frame.clause.subjects, [])
        if let required = pattern.required, !Self.has(required, frame) { return nil }
        for segment in pattern.segments where !consume(segment, in: frame) { return nil }
        if isTurned, pattern.slot != .direct, consumed.isDisjoint(with: frame.clause.subjects) { return nil }
        guard fill(pattern, in: frame, fits: fits) else { return nil }
        if !consumed.isDisjoint(with: first) { first = [] }
    }

    /// Whether a clause has a phrase after a preposition, or what stands for "as" without one.
    private static func has(_ preposition: String, _ frame: ClauseFrame) -> Bool {
        if preposition == "as", !frame.clause.objectPredicates.isEmpty { return true }
        if preposition == "to", !frame.clause.recipients.isEmpty { return true }
        return !frame.obliques(after: preposition).isEmpty
            || frame.patients.contains { !frame.phrases(after: preposition, under: $0).isEmpty }
    }

    // MARK: words of the phrase

    private mutating func consume(_ segment: PhrasePattern.Segment, in frame: ClauseFrame) -> Bool {
        guard let head = segment.words.last else { return true }
        let candidates: [Int]
        if let preposition = segment.preposition {
            candidates =
                frame.obliques(after: preposition) + hosts.flatMap { frame.phrases(after: preposition, under: $0) }
        } else {
            candidates = frame.complements.flatMap { [$0] + frame.measured(by: $0) }
        }
        for token in candidates where frame.isForm(token, of: head) {
            guard let modifiers = found(segment.words.dropLast(), beside: token, candidates, in: frame) else {
                continue
            }
            guard frame.verb != "be" || !Self.isQualified(token, beyond: modifiers, in: frame) else { continue }
            consumed.formUnion(modifiers + [token])
            hosts.append(token)
            return true
        }
        return false
    }

    /// The tokens for the other words of a segment: modifiers of the head, or complements beside it.
    private func found(
        _ words: ArraySlice<WordForms>, beside head: Int, _ candidates: [Int], in frame: ClauseFrame
    ) -> [Int]? {
        let near = frame.modifiers(of: head) + candidates.filter { $0 != head }
        var tokens: [Int] = []
        for word in words {
            guard let token = near.first(where: { frame.isForm($0, of: word) }) else { return nil }
            tokens.append(token)
        }
        return tokens
    }

    /// Whether a modifier makes another office of an office: "former head", "deputy chief", "security chief".
    private static func isQualified(_ noun: Int, beyond modifiers: [Int], in frame: ClauseFrame) -> Bool {
        guard frame.text.tokens[noun].partOfSpeech == .noun || frame.text.tokens[noun].partOfSpeech == .properNoun
        else {
            return false
        }
        return frame.modifiers(of: noun).contains { token in
            !modifiers.contains(token) && Office.qualifiers.contains(frame.lemma(token))
        }
    }

    // MARK: what the phrase leaves open

    private mutating func fill(_ pattern: PhrasePattern, in frame: ClauseFrame, fits: (Int) -> Bool) -> Bool {
        switch pattern.slot {
        case .direct: return fillDirectly(pattern, in: frame, fits: fits)
        case .preposition(let preposition):
            for candidates in candidates(after: preposition, of: pattern, in: frame) {
                second = candidates.filter { fits($0) && !consumed.contains($0) }
                if !second.isEmpty { return true }
            }
            return preposition == "with" && (fillBetween(in: frame, fits: fits) || fillFromFirst(fits: fits))
        }
    }

    private mutating func fillDirectly(_ pattern: PhrasePattern, in frame: ClauseFrame, fits: (Int) -> Bool) -> Bool {
        let isTurned = frame.clause.isPassive && !pattern.isPassive
        let patients = isTurned ? frame.clause.subjects : frame.clause.objects
        let open = patients.filter { !consumed.contains($0) }
        for candidates in [open, frame.clause.recipients, frame.clause.objectPredicates, frame.timeHeads] {
            second = candidates.filter { fits($0) && !consumed.contains($0) }
            if !second.isEmpty { return true }
        }
        if !open.isEmpty, open.allSatisfy({ !fits($0) }) {
            // "paid five million to the agency": what is given stands where the other party does elsewhere.
            second = frame.obliques(after: "to").filter(fits)
            return !second.isEmpty || !consumed.isEmpty
        }
        let counted = hosts.flatMap(frame.numbers).filter(fits)
        if !counted.isEmpty {
            second = counted
            return true
        }
        let completing = frame.clause.complements.filter(fits)
        if open.isEmpty, !isTurned { second = completing }
        return open.isEmpty || !consumed.isEmpty
    }

    /// Phrases after a preposition, those of the verb before those that hang on a word of the phrase.
    private func candidates(after preposition: String, of pattern: PhrasePattern, in frame: ClauseFrame) -> [[Int]] {
        var candidates = [frame.obliques(after: preposition)]
        candidates += hosts.map { frame.phrases(after: preposition, under: $0) }
        if pattern.isPassive { candidates += frame.patients.map { frame.phrases(after: preposition, under: $0) } }
        if preposition == "to" { candidates += [frame.clause.recipients, frame.infinitives] }
        if preposition == "of", let host = hosts.last { candidates.append(frame.holders(of: host)) }
        candidates += hosts.map { frame.nestedPhrases(after: preposition, under: $0) } + [frame.timeHeads]
        return candidates
    }

    /// "Kenya and Uganda signed an agreement": the parties are all subjects, where the words go both ways.
    private mutating func fillFromFirst(fits: (Int) -> Bool) -> Bool {
        guard isMutual, first.count > 1, consumed.isDisjoint(with: first), !hosts.isEmpty, first.allSatisfy(fits) else {
            return false
        }
        (first, second) = ([first[0]], Array(first.dropFirst()))
        return true
    }

    /// "Relations between Qatar and Israel were severed": the first party and the others.
    private mutating func fillBetween(in frame: ClauseFrame, fits: (Int) -> Bool) -> Bool {
        let phrases = [frame.obliques(after: "between")] + hosts.map { frame.phrases(after: "between", under: $0) }
        guard first.isEmpty || !consumed.isDisjoint(with: first), let parties = phrases.first(where: { $0.count > 1 }),
            parties.allSatisfy(fits)
        else { return false }
        (first, second) = ([parties[0]], Array(parties.dropFirst()))
        return true
    }
}
