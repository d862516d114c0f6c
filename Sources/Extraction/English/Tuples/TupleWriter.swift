package import Linguistics

/// States the clauses of a sentence as tuples.
///
/// A clause makes one tuple for each of its objects; what is coordinated before the verb stays together. A preposition goes
/// with the verb where nothing stands between them: "depends on", "is equal to".
package struct TupleWriter {
    let text: ParsedText
    let spans: TupleSpans
    /// The verbal clauses by their heads.
    let clauses: [Int: Clause]

    /// The tuples of a parsed sentence, in the order of its clauses, each once.
    package static func tuples(in parsed: ParsedText) -> [Tuple] {
        let text = TreeRepair.repaired(parsed)
        let clauses = ClauseFinder.clauses(in: text)
        let verbal = clauses.filter { $0.form != .title && $0.form != .apposition }
        let writer = TupleWriter(
            text: text, spans: TupleSpans(text: text),
            clauses: Dictionary(verbal.map { ($0.head, $0) }) { first, _ in first })
        var seen: Set<[Tuple.Words]> = []
        return (clauses.flatMap(writer.tuples(of:)) + writer.possessions())
            .filter { seen.insert([$0.relation] + $0.arguments).inserted }
    }

    private func tuples(of clause: Clause) -> [Tuple] {
        switch clause.form {
        case .apposition, .title: nominal(clause)
        case .existential: existential(clause)
        case .verb, .copula: verbal(clause)
        }
    }

    // MARK: without a verb

    /// "Dana Levi, a reporter" and "reporter Dana Levi": is.
    private func nominal(_ clause: Clause) -> [Tuple] {
        guard let subject = clause.subjects.first else { return [] }
        let noun = spans.phrase(of: clause.head, isFull: clause.form == .apposition)
        let name = spans.phrase(of: subject).filter { clause.form == .apposition || !noun.contains($0) }
        guard !name.isEmpty else { return [] }
        return [
            Tuple(relation: .supplied("is"), arguments: [.tokens(name), .tokens(noun)], confidence: Confidence.beside)
        ]
    }

    /// "Norway's fleet": has; a reader states it only now and then.
    private func possessions() -> [Tuple] {
        text.tokens.indices.filter { text.label($0) == .possessor && text.tokens[$0].tag != "PRP$" }.compactMap {
            owner in
            guard let noun = text.head(of: owner) else { return nil }
            let all = spans.all(of: owner)
            let (name, thing) = (
                all.filter { text.label($0) != .caseMarker }, spans.phrase(of: noun).filter { !all.contains($0) }
            )
            return Tuple(
                relation: .supplied("has"), arguments: [.tokens(name), .tokens(thing)], confidence: Confidence.owner)
        }
    }

    // MARK: with one

    private func existential(_ clause: Clause) -> [Tuple] {
        guard let there = text.children(of: clause.head, .expletive).first else { return [] }
        return clause.subjects.map { draft(clause, [there], [spans.phrase(of: $0, isFull: true)]).tuple }
    }

    private func verbal(_ clause: Clause) -> [Tuple] {
        guard !clause.subjects.isEmpty else { return [] }
        let subject = spans.phrase(ofAll: clause.subjects)
        let others = (clause.objectPredicates + clause.recipients).map { spans.phrase(of: $0, isFull: true) }
        if !clause.objects.isEmpty {
            return clause.objects.map { object in
                var frame = draft(clause, subject, [spans.phrase(of: object, isFull: true)] + others)
                if text.label(object) == .adjectivalComplement { frame.takePreposition(of: object, self) }
                return frame.tuple
            }
        }
        if !others.isEmpty { return others.map { draft(clause, subject, [$0]).tuple } }
        // "wanted to build" is stated by "build".
        guard !text.children(of: clause.head, .openComplement).contains(where: { clauses[$0] != nil }) else {
            return []
        }
        var frame = draft(clause, subject, clause.complements.first.map { [spans.all(of: $0)] } ?? [])
        frame.takePreposition(after: clause.head, self)
        return [frame.tuple]
    }

    /// A clause's relation, subject and objects with all its adjuncts.
    private func draft(_ clause: Clause, _ subject: [Int], _ objects: [[Int]]) -> TupleFrame {
        let relation = relation(of: clause)
        let used = Set(relation + subject + objects.joined())
        let adjuncts = adjuncts(of: clause).filter { !used.contains($0[0]) }
        var frame = TupleFrame(
            relation: relation, subject: subject, objects: objects, adjuncts: adjuncts,
            confidence: confidence(of: clause, isBare: objects.isEmpty && adjuncts.isEmpty))
        if clause.complements.contains(where: { objects.first?.contains($0) == true }) { frame.takeConjunction(self) }
        return frame
    }
}

// MARK: what a tuple is made of

extension TupleWriter {
    /// The verb with its auxiliaries, negation, particle and the adverbs next to it; before an infinitive, also the verb that
    /// it completes.
    private func relation(of clause: Clause) -> [Int] {
        var tokens = clause.auxiliaries + [clause.head] + text.children(of: clause.head, .negation, .particle)
        let start = (tokens.min() ?? clause.head) - 1
        tokens += text.children(of: clause.head, .adverbialModifier).filter { adverb in
            (start...clause.head + 1).contains(adverb) && text.children[adverb].isEmpty && !isTime(adverb)
                && (adverb > clause.head || !Self.linking.contains(text.norm(adverb)))
        }
        if text.label(clause.head) == .openComplement, let outer = text.head(of: clause.head).flatMap({ clauses[$0] }),
            outer.objects.isEmpty
        {
            tokens += relation(of: outer)
        }
        return Array(Set(tokens)).sorted()
    }

    private static let linking: Set<String> = ["however", "also", "then", "when", "where", "how", "why"]

    /// The phrases that say when, where, how, by whom and why.
    private func adjuncts(of clause: Clause) -> [[Int]] {
        text.children[clause.head].filter { child in
            switch text.label(child) {
            case .preposition, .agent, .nounPhraseAdverbial, .dative: true
            case .adverbialModifier: isTime(child) || (child > clause.head + 1 && text.children[child].isEmpty)
            case .adverbialClause: child > clause.head
            default: false
            }
        }.map(spans.all(of:))
    }

    private func isTime(_ token: Int) -> Bool { text.isEntity(token, ["DATE", "TIME"]) }

    private enum Confidence {
        static let object = 0.9, subordinate = 0.7, beside = 0.6, participle = 0.5, purpose = 0.4, owner = 0.35,
            bare = 0.3
    }

    /// Main clauses are stated by every reader, participles by few, and a verb alone by hardly any.
    private func confidence(of clause: Clause, isBare: Bool) -> Double {
        if isBare { return Confidence.bare }
        if clause.auxiliaries.isEmpty, text.tokens[clause.head].tag == "VBG" { return Confidence.participle }
        let isAdverbial = text.label(clause.head) == .adverbialClause
        if isAdverbial, clause.auxiliaries.contains(where: { text.norm($0) == "to" }) { return Confidence.purpose }
        let isSubordinate = clause.governors.contains {
            [.adverbialClause, .relativeClause, .clausalAdjunct].contains($0.label)
        }
        return isSubordinate ? Confidence.subordinate : Confidence.object
    }
}
