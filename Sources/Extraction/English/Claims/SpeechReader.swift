import Linguistics

/// Words that somebody is reported to have said.
struct Speech: Hashable, Sendable {
    /// The words, without the marks around them.
    let words: ClosedRange<Int>
    /// The clause that says who says them; `nil` in a sentence that is all quotation.
    let saying: Clause?
}

/// Finds what is said in words that make no claim of their own: "We will not go back," she said.
///
/// What cannot be stated as a fact of the world, because its "we" or "it" is nobody for sure, is still a fact as what was said.
struct SpeechReader {
    let text: ParsedText
    /// The clauses of the sentence, in order.
    let clauses: [Clause]
    /// The bytes of the sentence that are quoted, in order.
    let quotations: [Range<Int>]

    /// The quotations and the reported clauses in which one of the silent clauses stands, in order.
    func speeches(of silent: [Clause]) -> [Speech] {
        let verbal = silent.filter { ![.title, .apposition].contains($0.form) }
        let quoted = quotations.compactMap { quotation(in: $0, of: verbal) }
        let reported = verbal.compactMap { clause in
            quoted.contains { $0.words.contains(clause.head) } ? nil : report(of: clause)
        }
        return (quoted + reported).sorted { $0.words.lowerBound < $1.words.lowerBound }
    }

    // MARK: direct speech

    private func quotation(in bytes: Range<Int>, of silent: [Clause]) -> Speech? {
        let inside = text.tokens.indices.filter { bytes.contains(text.tokens[$0].range.lowerBound) }
        guard let words = withoutMarks(inside), silent.contains(where: { words.contains($0.head) }) else { return nil }
        let isAlone = text.tokens.indices.allSatisfy { words.contains($0) || isPunctuation($0) }
        if isAlone { return Speech(words: words, saying: nil) }
        return saying(around: words).map { Speech(words: words, saying: $0) }
    }

    private func withoutMarks(_ tokens: [Int]) -> ClosedRange<Int>? {
        let ends = { (token: Int) in isPunctuation(token) && !["?", "!"].contains(text.tokens[token].text) }
        guard let first = tokens.first(where: { !isPunctuation($0) }), let last = tokens.last(where: { !ends($0) }),
            first <= last
        else { return nil }
        return first...last
    }

    private func isPunctuation(_ token: Int) -> Bool { text.tokens[token].partOfSpeech == .punctuation }

    /// The saying that governs a quotation, or else the one that stands nearest, for a parser hangs quotations anywhere.
    private func saying(around words: ClosedRange<Int>) -> Clause? {
        let sayings = clauses.filter { isSaying($0) && !isQuoted($0.head) }
        let governing = sayings.first { saying in
            clauses.contains { words.contains($0.head) && $0.governors.contains { $0.head == saying.head } }
        }
        return governing ?? sayings.min { distance($0, words) < distance($1, words) }
    }

    private func isQuoted(_ token: Int) -> Bool {
        quotations.contains { $0.contains(text.tokens[token].range.lowerBound) }
    }

    private func distance(_ clause: Clause, _ words: ClosedRange<Int>) -> Int {
        max(words.lowerBound - clause.head, clause.head - words.upperBound)
    }

    // MARK: reported speech

    /// A clause that completes a saying, alone or coordinated with one that does.
    private func report(of clause: Clause) -> Speech? {
        guard let governor = clause.governors.first, governor.label == .clausalComplement,
            let saying = clauses.first(where: { $0.head == governor.head && isSaying($0) }), text.isVerbal(clause.head),
            text.hasSubject(clause.head)
        else { return nil }
        let words = Phrase(of: clause.head, in: text, extent: .clause).tokens
        return words.contains(saying.head) ? nil : Speech(words: words, saying: saying)
    }

    /// Whether a clause says that somebody said something.
    private func isSaying(_ clause: Clause) -> Bool {
        clause.form == .verb && !clause.isPassive && clause.negations.isEmpty && !clause.subjects.isEmpty
            && Lexicon.report(text.lemma(clause.head)) == .said
            && !Lexicon.findings.contains(text.lemma(clause.head))
    }
}
