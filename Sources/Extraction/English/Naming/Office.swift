import Facts
import Linguistics

/// An office that a clause says somebody holds, for which the vocabulary has no predicate of its own: "commander of the guard".
struct Office {
    /// The office as `holds-office`, or as `held-office` where it is a former one.
    let named: NamedPredicate

    /// The office of a title, an apposition or a copula; `nil` where the noun is no office.
    init?(_ frame: ClauseFrame, _ vocabulary: Vocabulary) {
        guard frame.verb == "be", let noun = frame.clause.objects.first, Self.offices.contains(frame.lemma(noun)),
            !frame.clause.subjects.isEmpty
        else { return nil }
        let isPast = frame.modifiers(of: noun).contains { Self.pastQualifiers.contains(frame.lemma($0)) }
        guard let predicate = vocabulary.predicates[isPast ? "held-office" : "holds-office"] else { return nil }
        var named = NamedPredicate(words: predicate.label, id: predicate.id)
        (named.subjects, named.objects) = (frame.clause.subjects, frame.clause.objects)
        if let holder = frame.organisations(of: noun).first { named.roles["in"] = holder }
        let words = frame.words(ofOffice: noun, without: named.roles["in"])
        // To be "leader" is an office only where it is said of what.
        if named.roles["in"] == nil, ["boss", "chief", "head", "leader"].contains(words.lowercased()) { return nil }
        named.objectWords = words
        self.named = named
    }

    /// Words before an office that make another of it.
    static let qualifiers: Set<String> = [
        "former", "ex", "late", "then", "deputy", "vice", "acting", "interim", "assistant", "outgoing", "incoming",
        "designate",
        "elect", "onetime", "ex-", "ousted", "deposed", "retired", "next", "future", "honorary", "shadow", "previous",
        "would-be",
        "military", "political", "security", "finance", "foreign", "defence", "defense", "interior", "health", "prime",
        "crown",
        "intelligence", "opposition", "economic", "media", "communications", "policy", "operations", "regional",
        "local",
    ]

    /// Words that say the office is no longer, or not yet, held.
    static let pastQualifiers: Set<String> = [
        "former", "ex", "ex-", "late", "onetime", "ousted", "deposed", "retired", "previous",
    ]

    private static let offices: Set<String> = [
        "adviser", "advisor", "admiral", "ambassador", "bishop", "captain", "cardinal", "chair", "chairman",
        "chairperson",
        "chairwoman", "chancellor", "chief", "coach", "colonel", "commander", "commissioner", "congressman", "consul",
        "coordinator", "counsel", "counsellor", "dean", "delegate", "deputy", "director", "emir", "envoy", "executive",
        "founder",
        "general", "governor", "head", "judge", "justice", "king", "lawmaker", "leader", "legislator", "lieutenant",
        "manager",
        "mayor", "mediator", "minister", "monarch", "negotiator", "officer", "pm", "pope", "premier", "president",
        "prince",
        "princess", "principal", "prosecutor", "queen", "rector", "representative", "ruler", "secretary", "senator",
        "sheriff",
        "speaker", "spokesman", "spokesperson", "spokeswoman", "sultan", "superintendent", "treasurer",
        "undersecretary",
    ]
}

extension ClauseFrame {
    /// Whose an office is: the possessor, or the name before the noun: "Mossad" of "Mossad chief", "Qatari" of "Qatari envoy".
    func holders(of noun: Int) -> [Int] {
        let owners = possessors(of: noun)
        if !owners.isEmpty { return owners }
        return Array(namesBefore(noun).prefix(1))
    }

    /// Whose office it is, also after "of", "for", "in", "at": "commander of the Southern Command".
    func organisations(of noun: Int) -> [Int] {
        let owners = holders(of: noun)
        if !owners.isEmpty { return owners }
        for preposition in ["of", "for", "at", "in", "to"] {
            let found = phrases(after: preposition, under: noun)
            if let first = found.first, !Self.portfolios.contains(lemma(first)) { return found }
        }
        return []
    }

    /// The words of an office without whose it is: "chief of staff", "national security adviser".
    func words(ofOffice noun: Int, without holder: Int?) -> String {
        let past = modifiers(of: noun).filter { Office.pastQualifiers.contains(lemma($0)) }.max()
        let last = [past, holder.flatMap { $0 < noun ? $0 : nil }].compactMap { $0 }.max()
        var start = noun
        while start > 0, start - 1 != last, isPremodifier(start - 1) || isPossessiveMark(start - 1) { start -= 1 }
        while start < noun, isPossessiveMark(start) { start += 1 }
        let portfolio = phrases(after: "of", under: noun).first { Self.portfolios.contains(lemma($0)) }
        let isHeldElsewhere = holder.map { $0 > noun } ?? false
        let end =
            isHeldElsewhere
            ? portfolio : text.children[noun].last { isPartOfTitle($0) }.map { text.subtree(of: $0).upperBound }
        return text.words(of: start...max(noun, end ?? noun))
    }

    /// "For Political Affairs" of an office: no longer than a title is.
    private func isPartOfTitle(_ token: Int) -> Bool {
        ["of", "for"].contains(word(token)) && text.subtree(of: token).count <= 6
            && !text.subtree(of: token).contains { [",", "-", "–", ";"].contains(text.tokens[$0].text) }
    }

    private func isPossessiveMark(_ token: Int) -> Bool { text.tokens[token].tag == "POS" }

    /// What follows "of" in the name of an office and is not an organisation.
    private static let portfolios: Set<String> = [
        "affairs", "affair", "commerce", "defence", "defense", "education", "energy", "finance", "health", "interior",
        "justice",
        "labor", "labour", "staff", "state", "trade", "transport", "transportation", "treasury", "war", "intelligence",
        "operations", "communications", "police",
    ]

    /// Heads of the names and demonyms that stand before a noun as its modifiers, nearest last.
    private func namesBefore(_ noun: Int) -> [Int] {
        var start = noun
        while start > 0, isPremodifier(start - 1) { start -= 1 }
        return (start..<noun).filter { token in
            guard let name = text.entity(at: token),
                ["ORG", "GPE", "NORP", "LOC", "FAC", "PERSON"].contains(name.label)
            else {
                return false
            }
            return name.tokens.upperBound - 1 == token && name.tokens.upperBound <= noun
        }
    }

    private func isPremodifier(_ token: Int) -> Bool {
        let labels: Set<DependencyLabel> = [.compound, .adjectivalModifier, .nominalModifier, .punctuation]
        return labels.contains(text.tokens[token].label)
            && ![",", "(", ")", ";", ":", "\""].contains(text.tokens[token].text)
    }
}
