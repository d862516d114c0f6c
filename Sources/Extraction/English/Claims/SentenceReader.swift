import Facts
import Linguistics

/// Reads one parsed sentence: its claims, and what it leaves for the sentences after it.
struct SentenceReader {
    let sentence: ParsedSentence
    let report: ReportName
    /// The first byte of the sentence in its passage.
    let offset: Int
    /// Whether all of the sentence is inside quotation marks.
    let isQuoted: Bool
    /// The bytes of the sentence that are inside quotation marks.
    let quotations: [Range<Int>]
    let namer: PredicateNamer
    let times: TimeReader

    private var text: ParsedText { sentence.tree }

    /// Adds the sentence's claims to a reading, and the sentence to what has been spoken of.
    func read(into reading: inout PassageReading, _ discourse: inout Discourse) {
        let clauses = sentence.clauses
        let maker = maker(of: clauses, discourse)
        let silent = clauses.filter { maker.add($0, to: &reading) }
        let speeches = SpeechReader(text: text, clauses: clauses, quotations: quotations)
        for speech in speeches.speeches(of: silent) { maker.add(speech, to: &reading) }
        note(in: &discourse)
    }

    /// Adds the sentence to what has been spoken of, without reading its claims.
    func note(in discourse: inout Discourse) {
        let speaker = speaker(of: sentence.clauses, namer(discourse)) ?? quotedSpeaker(discourse)
        discourse.add(sentence.mentions(after: discourse), speaker: speaker)
    }

    private func maker(of clauses: [Clause], _ discourse: Discourse) -> ClaimMaker {
        let verbal = clauses.filter { $0.form != .title && $0.form != .apposition }
        let byHead = Dictionary(verbal.map { ($0.head, $0) }) { first, _ in first }
        return ClaimMaker(
            text: text, spelled: namer.spelled(text), report: report, offset: offset, namer: namer,
            arguments: namer(discourse),
            stances: StanceReader(text: text, clauses: byHead),
            attributions: AttributionReader(text: text, clauses: byHead),
            roles: ClauseRoleReader(
                text: text, clauses: byHead, knowsPurposes: namer.vocabulary.predicates["purpose"] != nil),
            times: ClauseTime(text: text, clauses: byHead, reader: times), quotedSpeaker: quotedSpeaker(discourse))
    }

    private func namer(_ discourse: Discourse) -> ArgumentNamer {
        let speaker = quotedSpeaker(discourse)
        return ArgumentNamer(
            text: text, resolver: PronounResolver(text: text, discourse: discourse, quotedSpeaker: speaker))
    }

    private func quotedSpeaker(_ discourse: Discourse) -> String? { isQuoted ? discourse.speaker : nil }

    /// Who speaks in the sentence itself: the subject of its outermost saying.
    private func speaker(of clauses: [Clause], _ namer: ArgumentNamer) -> String? {
        let sayings = clauses.filter {
            $0.form == .verb && !$0.isPassive && Lexicon.report(text.lemma($0.head)) == .said
        }
        let outermost = sayings.min { $0.governors.count < $1.governors.count }
        return outermost?.subjects.first.flatMap { namer.words(of: $0) } ?? accordingSource(namer)
    }

    /// "According to the ministry, …": what follows is likely to be its word too.
    private func accordingSource(_ namer: ArgumentNamer) -> String? {
        let preposition = text.tokens.indices.first { Lexicon.attributingPrepositions.contains(text.norm($0)) }
        return preposition.flatMap { text.children(of: $0, .preposition).first }
            .flatMap { text.children(of: $0, .prepositionalObject).first }.flatMap { namer.words(of: $0) }
    }
}
