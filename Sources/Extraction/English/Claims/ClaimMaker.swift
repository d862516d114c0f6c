import Facts
import Linguistics

/// States the claims of one sentence's clauses.
struct ClaimMaker {
    let text: ParsedText
    let spelled: SpelledText
    let report: ReportName
    /// The first byte of the sentence in its passage.
    let offset: Int
    let namer: PredicateNamer
    let arguments: ArgumentNamer
    let stances: StanceReader
    let attributions: AttributionReader
    let roles: ClauseRoleReader
    let times: ClauseTime
    /// Who speaks in a sentence that is all quotation.
    let quotedSpeaker: String?

    /// Adds what a clause claims to a reading, or why it claims nothing; whether it stays silent.
    func add(_ clause: Clause, to reading: inout PassageReading) -> Bool {
        switch roles.role(of: clause) {
        case .carrier: return false
        case .noise(let reason): reading.omissions.append(omission(clause, reason))
        case .claim:
            do throws(Abstention) {
                let made = try claims(of: clause)
                reading.claims += made.filter { !reading.claims.contains($0) }
                return false
            } catch {
                reading.omissions.append(omission(clause, error.reason))
            }
        }
        return true
    }

    /// Why a clause that might be a claim is none.
    private struct Abstention: Error {
        let reason: String
    }

    private func claims(of clause: Clause) throws(Abstention) -> [StatedClaim] {
        let attribution = attributions.attribution(of: clause)
        guard !attribution.isUnsaid else { throw Abstention(reason: "it is not said to be so") }
        let named = named(clause)
        let stance = stances.stance(of: clause)
        var template = StatedClaim(report: report, subject: .plain(""), predicate: named.words)
        (template.polarity, template.certainty, template.modality) = (
            stance.polarity, stance.certainty, stance.orderedModality
        )
        template.attribution = try speakers(attribution, of: clause)
        template.arguments = roleValues(named, of: clause)
        template.time = times.time(of: clause)
        if let manner = manner(of: clause, named) { template.arguments["manner"] = .plain(manner) }
        if let duration = times.duration(of: clause) { template.arguments["duration"] = .plain(duration) }
        template.evidence = [evidence(of: clause)]
        return try combined(named, clause, template)
    }

    /// How it is done, in adverbs: "secretly", "coldly".
    private func manner(of clause: Clause, _ named: NamedPredicate) -> String? {
        guard named.roles["manner"] == nil else { return nil }
        let adverbs = clause.adverbs.filter { !named.consumed.contains($0) && Lexicon.isManner(text.norm($0)) }
        return adverbs.isEmpty ? nil : adverbs.map { text.tokens[$0].text.lowercased() }.joined(separator: " and ")
    }

    /// The predicate and who plays which part in it; of "there is", what there is.
    private func named(_ clause: Clause) -> NamedPredicate {
        var named = namer.name(clause, in: text, spelled)
        if clause.form == .existential, named.subjects.isEmpty {
            (named.words, named.id, named.subjects, named.objects) = ("exists", nil, clause.subjects, [])
        }
        return named
    }

    /// One claim for each subject with each object.
    private func combined(_ named: NamedPredicate, _ clause: Clause, _ template: StatedClaim) throws(Abstention)
        -> [StatedClaim]
    {
        guard !named.subjects.isEmpty else { throw Abstention(reason: "nothing says who or what it is about") }
        let used = named.consumed.union(named.roles.values).union(clause.negations)
        let parties = named.subjects.compactMap { party($0, named, clause, used) }
        let subjects = parties.map(\.words)
        guard !subjects.isEmpty else { throw Abstention(reason: "the subject is a pronoun without a sure antecedent") }
        var template = template
        let found: [String]
        if let other = secondParty(named), let words = objectWords(other, named, used) {
            template.arguments["with"] = .plain(words)
            found = named.objects.prefix(1).compactMap { objectWords($0, named, used) }
        } else if isTogether(named) {
            found = named.objects.prefix(1).compactMap { arguments.joinedWords(of: $0, excluding: used) }
        } else {
            found = named.objects.compactMap {
                named.objectWords ?? (isDescription(clause, $0) ? description($0, used) : objectWords($0, named, used))
            }
        }
        // "It finds it weak" is about two things, of which one is not known.
        let objects = found.enumerated().filter { !found[..<$0.offset].contains($0.element) }.map(\.element).filter {
            object in !hasPronoun(named.objects) || !subjects.contains(object)
        }
        guard named.objects.isEmpty || !objects.isEmpty else {
            throw Abstention(reason: "the object is a pronoun without a sure antecedent")
        }
        let all: [String?] = objects.isEmpty ? [nil] : objects
        return parties.prefix(Self.longestList).flatMap { party in
            all.prefix(Self.longestList).map { object in
                var claim = template
                claim.subject = .plain(party.words)
                if let number = party.number { claim.arguments["number"] = .plain(number) }
                claim.object = object.map(StatedClaim.StatedValue.plain)
                return claim
            }
        }
    }

    /// Whether the objects are what something is said of together: "between Cairo and Tunis".
    private func isTogether(_ named: NamedPredicate) -> Bool {
        named.words.hasSuffix(" between") || named.words.hasSuffix(" among")
    }

    /// The second of two parties, where the vocabulary has a role for it.
    private func secondParty(_ named: NamedPredicate) -> Int? {
        guard isTogether(named), named.objects.count == 2, named.roles["with"] == nil,
            named.id.flatMap({ namer.vocabulary.predicates[$0] })?.roles["with"] != nil
        else { return nil }
        return named.objects[1]
    }

    private func isDescription(_ clause: Clause, _ head: Int) -> Bool {
        [.apposition, .title].contains(clause.form) && clause.objects.contains(head)
    }

    private func hasPronoun(_ heads: [Int]) -> Bool {
        heads.contains { ArgumentNamer.isBare($0, in: text) && !text.norm($0).hasSuffix("self") }
    }

    private func objectWords(_ head: Int, _ named: NamedPredicate, _ used: Set<Int>) -> String? {
        if let words = named.names[head] { return words }
        return arguments.words(of: head, excluding: used.subtracting([head])).map { name($0, of: head) }
    }

    /// The name to state for a name; other words as they are.
    func name(_ words: String, of head: Int) -> String {
        text.tokens[head].partOfSpeech == .properNoun ? namer.entities.name(words) : words
    }

    /// What an apposition or a title says, which is never the name itself.
    private func description(_ head: Int, _ used: Set<Int>) -> String {
        let numbers = text.tokens[head].tag == "NNS" ? text.children(of: head, .numericModifier) : []
        return Phrase(of: head, in: text, excluding: used.union(numbers).subtracting([head])).words(in: text)
    }

    /// So many coordinated subjects or objects make claims of their own.
    private static let longestList = 12

    private func roleValues(_ named: NamedPredicate, of clause: Clause) -> [String: StatedClaim.StatedValue] {
        var values: [String: StatedClaim.StatedValue] = [:]
        for (role, head) in named.roles {
            // "where" is the role of what a clause is hung on by it.
            let role = role == "where" ? "location" : role
            let words = named.names[head] ?? arguments.joinedWords(of: head, excluding: named.consumed)
            if let words { values[role] = .plain(words) }
        }
        for (role, choice) in named.choices { values[role] = .plain(choice) }
        return values
    }

    /// The speakers' names, outermost last.
    private func speakers(_ attribution: AttributionReader.Attribution, of clause: Clause) throws(Abstention)
        -> [String]
    {
        // What a name is called beside it is the report's own word, whoever is speaking around it.
        if [.title, .apposition].contains(clause.form) { return quotedSpeaker.map { [$0] } ?? [] }
        var names: [String] = []
        for heads in attribution.speakers {
            let words = heads.compactMap { arguments.subject($0) ?? arguments.words(of: $0) }
            guard words.count == heads.count, !words.isEmpty else {
                throw Abstention(reason: "the speaker is a pronoun without a sure antecedent")
            }
            names.append(words.joined(separator: " and "))
        }
        return names.isEmpty ? quotedSpeaker.map { [$0] } ?? [] : names
    }

    // MARK: evidence

    /// The words of the clause itself, from the first to the last that the claim uses.
    private func evidence(of clause: Clause) -> StatedClaim.StatedEvidence { evidence(in: span(of: clause)) }

    /// The words from the first to the last of some tokens, as a quotation.
    func evidence(in tokens: ClosedRange<Int>) -> StatedClaim.StatedEvidence {
        let bytes = text.bytes(of: tokens)
        return .init(quote: text.words(of: tokens), start: offset + bytes.lowerBound, end: offset + bytes.upperBound)
    }

    private func omission(_ clause: Clause, _ reason: String) -> Omission {
        let bytes = text.bytes(of: span(of: clause))
        return Omission(quote: text.words(of: span(of: clause)), start: offset + bytes.lowerBound, reason: reason)
    }

    /// From the first to the last of the words that a clause uses.
    func span(of clause: Clause) -> ClosedRange<Int> {
        let shared = (clause.subjects + clause.objects).filter {
            text.head(of: $0) == clause.head || clause.form != .verb
        }
        let acts = roles.isPurpose(clause) ? clause.complements : []
        let heads = shared + clause.objects + clause.recipients + clause.agents + clause.objectPredicates + acts
        let phrases = heads.map { Phrase(of: $0, in: text, extent: text.isNominal($0) ? .full : .clause).tokens }
        let obliques = clause.obliques.flatMap { oblique in
            oblique.prepositions.map { $0...$0 }
                + oblique.objects.map { Phrase(of: $0, in: text, extent: text.isNominal($0) ? .noun : .clause).tokens }
        }
        let words = (clause.auxiliaries + clause.negations + clause.adverbs + [clause.particle].compactMap { $0 }).map {
            $0...$0
        }
        let own = (phrases + obliques + clause.times + words).filter { isNear($0, clause) }
        let low = withArticle(min(own.map(\.lowerBound).min() ?? clause.head, clause.head))
        let high = own.map(\.upperBound).max() ?? clause.head
        return ClosedRange(spanning: low, max(high, clause.head))
    }

    /// A quotation begins with the article that the phrase itself leaves out.
    private func withArticle(_ token: Int) -> Int {
        token > 0 && text.label(token - 1) == .determiner && text.tokens[token - 1].head >= token ? token - 1 : token
    }

    /// Whether a phrase is the clause's own rather than one that it shares with a clause before it.
    private func isNear(_ phrase: ClosedRange<Int>, _ clause: Clause) -> Bool {
        let subtree = text.subtree(of: clause.head)
        return clause.form == .title || clause.form == .apposition || subtree.overlaps(phrase)
    }
}
