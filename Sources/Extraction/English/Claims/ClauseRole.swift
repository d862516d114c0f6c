import Linguistics

/// Whether a clause says something itself, or only how another is said.
enum ClauseRole: Hashable, Sendable {
    /// It makes a claim.
    case claim
    /// It is the saying, the wish or the plan of the clause that completes it, which carries it as attribution or modality.
    case carrier
    /// It says nothing that anybody would look up, for a reason.
    case noise(String)
}

/// Decides the role of a clause in its sentence.
struct ClauseRoleReader {
    let text: ParsedText
    /// The clauses of the sentence by the token of their head.
    let clauses: [Int: Clause]
    /// Whether the vocabulary can say what a thing is for.
    let knowsPurposes: Bool

    /// The role of a clause.
    func role(of clause: Clause) -> ClauseRole {
        if isInsideSource(clause) { return .noise("it only says what a source is") }
        switch clause.form {
        case .apposition, .title: return .claim
        case .existential: return clause.subjects.isEmpty ? .noise(Self.tooLittle) : .claim
        case .copula: return copulaRole(clause)
        case .verb: break
        }
        if isReporting(clause) || isCiting(clause) || isGoverning(clause) { return .carrier }
        if let governor = clause.governors.first, governor.label == .openComplement,
            clauses[governor.head].map(isPurpose) ?? false
        {
            return .noise("it is what something is for")
        }
        let isParticiple =
            text.tokens[clause.head].tag == "VBG" && clause.auxiliaries.isEmpty && !text.hasSubject(clause.head)
        if isParticiple, ["cover", "start", "range", "include", "span"].contains(text.lemma(clause.head)) {
            return .noise("it only says what something is about")
        }
        if text.label(clause.head) == .clausalAdjunct, Lexicon.relating.contains(text.lemma(clause.head)) {
            return .noise("it only says what something is about")
        }
        if isIdentity(clause) { return .noise("it says what something consists in, and not that it happens") }
        return isTooLittle(clause) ? .noise(Self.tooLittle) : .claim
    }

    /// "One of the conditions was opening the border": nothing is being opened.
    private func isIdentity(_ clause: Clause) -> Bool {
        guard text.tokens[clause.head].tag == "VBG", !clause.isPassive,
            clause.auxiliaries.contains(where: { text.lemma($0) == "be" })
        else { return false }
        return clause.subjects.contains { subject in
            let whole = text.children(of: subject, .preposition).filter { text.norm($0) == "of" }.flatMap {
                text.children(of: $0, .prepositionalObject)
            }
            let noun = text.tokens[subject].partOfSpeech == .noun ? subject : whole.first
            return noun.map { Lexicon.aims.contains(text.lemma($0)) } ?? false
        }
    }

    /// "according to information received by the paper".
    private func isInsideSource(_ clause: Clause) -> Bool {
        guard clause.form == .verb else { return false }
        let inner = clause.governors.first { $0.label == .prepositionalObject && text.norm($0.head) == "to" }
        return inner.flatMap { text.head(of: $0.head) }.map { Lexicon.attributingPrepositions.contains(text.norm($0)) }
            ?? false
    }

    private func copulaRole(_ clause: Clause) -> ClauseRole {
        let complemented = clause.complements.filter { text.label($0) == .openComplement }
        if !complemented.isEmpty {
            let isMood = clause.objects.contains { Lexicon.governor(text.lemma($0)) != nil } || clause.objects.isEmpty
            return isMood ? .carrier : .noise("it judges an act and does not say that it happened")
        }
        if !clause.complements.isEmpty, clause.objects.isEmpty { return .carrier }
        if isExample(clause) { return .noise("it names one of several") }
        let saysSomething = !clause.objects.isEmpty || !clause.obliques.isEmpty
        return saysSomething ? .claim : .noise(Self.tooLittle)
    }

    /// "At least one place they saw was the harbour of Elm": a place of which more is said in its own clause.
    private func isExample(_ clause: Clause) -> Bool {
        guard let subject = clause.subjects.first, let name = clause.objects.first else { return false }
        return text.tokens[name].partOfSpeech == .properNoun && text.tokens[subject].partOfSpeech == .noun
            && !text.children(of: subject, .numericModifier).isEmpty
    }

    /// "said that …": the clause that is said carries who says it.
    private func isReporting(_ clause: Clause) -> Bool {
        guard Lexicon.report(text.lemma(clause.head)) != nil else { return false }
        if hasQuotation(clause) { return true }
        return clause.complements.contains {
            text.label($0) == .clausalComplement && text.isVerbal($0)
                && (!isInfinitive($0) || Lexicon.holdsToBe(text.lemma(clause.head)) && text.hasSubject($0))
        }
            || clause.complements.contains { text.label($0) == .openComplement && text.tokens[$0].tag == "VBG" }
    }

    /// A saying whose words the parser hung somewhere else: it has no object and stands beside a quotation.
    private func hasQuotation(_ clause: Clause) -> Bool {
        clause.objects.isEmpty && ["say", "add", "tell", "write", "reply", "note"].contains(text.lemma(clause.head))
            && clause.obliques.isEmpty && !clause.isPassive
    }

    private func isCiting(_ clause: Clause) -> Bool {
        guard Lexicon.citing.contains(text.lemma(clause.head)), text.label(clause.head) == .adverbialClause else {
            return false
        }
        return clause.governors.first.map { Lexicon.report(text.lemma($0.head)) != nil } ?? false
    }

    /// "wants to …", "is permitted to …", "continues to …": the act itself carries the mood.
    private func isGoverning(_ clause: Clause) -> Bool {
        let lemma = text.lemma(clause.head)
        guard !isPurpose(clause) else { return false }
        guard let act = clause.complements.first(where: { text.label($0) == .openComplement }) else { return false }
        guard Lexicon.governor(lemma) != nil || Lexicon.aspectual.contains(lemma) || Lexicon.report(lemma) != nil else {
            return false
        }
        return clauses[act]?.subjects == clause.subjects
    }

    /// "The visit was meant to …": what a thing is for, where a person would have been told to do it.
    func isPurpose(_ clause: Clause) -> Bool {
        guard knowsPurposes, clause.isPassive, clause.agents.isEmpty, !clause.subjects.isEmpty,
            ["aim", "design", "intend", "mean"].contains(text.lemma(clause.head))
        else { return false }
        return clause.subjects.allSatisfy { subject in
            text.tokens[subject].tag == "NN" && text.entity(at: subject) == nil
                && !Lexicon.isTitle(text.lemma(subject))
        }
    }

    /// Nothing but a subject and a verb, in a place where that is no news.
    private func isTooLittle(_ clause: Clause) -> Bool {
        let isBare =
            clause.objects.isEmpty && clause.obliques.isEmpty && clause.agents.isEmpty
            && clause.recipients.isEmpty && clause.objectPredicates.isEmpty
        guard isBare else { return false }
        if clause.isPassive, clause.times.isEmpty, Lexicon.report(text.lemma(clause.head)) != nil { return true }
        if clause.isPassive, clause.times.isEmpty { return false }
        if Lexicon.light.contains(text.lemma(clause.head)) {
            return clause.times.isEmpty || !Lexicon.boundaries.contains(text.lemma(clause.head))
        }
        let isAside: Set<DependencyLabel> = [.adverbialClause, .clausalAdjunct, .prepositionalComplement]
        return clause.times.isEmpty && !clause.isPassive && isAside.contains(text.label(clause.head))
            && !text.hasSubject(clause.head)
    }

    private func isInfinitive(_ verb: Int) -> Bool {
        text.children(of: verb, .auxiliary).contains { text.norm($0) == "to" }
    }

    private static let tooLittle = "it says too little to be a claim"
}

extension Lexicon {
    /// Verbs by which a noun says what it is about or of what it consists.
    static let relating: Set<String> = [
        "relate", "regard", "concern", "include", "involve", "follow", "date", "pertain", "range", "name", "call",
    ]
    /// Nouns that consist in an act: "the aim was opening …".
    static let aims: Set<String> = [
        "aim", "answer", "challenge", "condition", "demand", "goal", "idea", "job", "key", "objective", "option",
        "plan",
        "priority", "purpose", "solution", "step", "task", "way",
    ]
    /// Verbs that say something with a time alone: "began in 1993".
    static let boundaries: Set<String> = ["begin", "start", "happen", "come", "end", "continue", "go", "appear"]
    /// Verbs that say nothing without an object or an adjunct.
    static let light: Set<String> = [
        "be", "have", "do", "say", "go", "come", "appear", "seem", "get", "make", "take", "become", "remain", "let",
        "know", "think", "see", "mean", "happen", "follow", "look", "keep", "continue", "try", "want", "need", "help",
        "add", "note", "tell", "ask", "believe", "begin", "start", "speak", "like", "include",
    ]
}
