import FactDiff
import Facts

extension Change {
    /// The change as an entry: what happened to which fact, what differs, on whose word, and what rests on it unchanged.
    ///
    /// - Parameters:
    ///   - explains: whether it says which rule gave it its label, on which values and times.
    ///   - sentences: the sentences to show claims' first quotations in, by claim.
    ///   - extent: how much is shown of long texts that differ.
    func entry(
        _ naming: Naming, stale: [Fact] = [], explains: Bool = false, sentences: [ClaimID: QuotedSentence] = [:],
        extent: Difference.Extent = .passages
    ) -> Entry {
        guard let claim = compared.after ?? compared.before else { return Entry(headline.label(beside: [])) }
        let isAlone = compared.before == nil || compared.after == nil
        let told =
            isAlone
            ? [] : Set(fields.filter { field in !trace.compared.contains { $0.name == field } } + shown.map(\.name))
        let title = headline.label(beside: supportLine).then(naming.id(fact), gap: 2)
        let statement = naming.statement(of: claim, without: told)
        let details = fieldDetails(extent) + quoteDetails(sentences) + remarks(explains) + stale.staleDetails(naming)
        return Entry(title.then(statement, gap: 2), details)
    }

    /// The two sides to show: a claim that went is told alone when what remains has nothing to do with it.
    private var compared: (before: Claim?, after: Claim?) {
        let isUnrelated = content == .complementary || content == .undetermined
        return gained.isEmpty && isUnrelated ? (before, nil) : (before, after)
    }

    /// What the support says beyond the headline.
    private var supportLine: Line {
        let says: Set<Support> = [.corroborated, .echoed, .weakened, .retracted, .orphaned]
        guard says.contains(support), support.rawValue != headline.rawValue else { return [] }
        return [Span(support.rawValue, .strong)]
    }

    /// The cause, when it is not the obvious one.
    var causeLine: Line { cause == .report ? [] : [Span("cause: \(cause.rawValue)", .strong)] }

    // MARK: what differs

    /// The parts that differ in meaning; where there are none and that is the news, those that differ in form.
    private var shown: [Trace.Field] {
        guard compared.before != nil, compared.after != nil else { return [] }
        let differing = trace.compared.filter { !$0.equality.isSameMeaning }
        return differing.isEmpty && headline == .reworded ? trace.compared : differing
    }

    private func fieldDetails(_ extent: Difference.Extent) -> [Entry.Detail] {
        guard case (let before?, let after?) = compared else { return [] }
        var details = shown.map { Difference.detail($0, of: after, extent) }
        if before.certainty != after.certainty {
            details.append(
                Difference.detail("certainty", from: before.certainty.rawValue, to: after.certainty.rawValue))
        }
        if before.modality != after.modality {
            details.append(Difference.detail("modality", from: before.manner, to: after.manner))
        }
        if fields.contains("attribution") {
            details.append(Difference.detail("attribution", from: before.speaker, to: after.speaker))
        }
        return details
    }

    /// Whether a text that differs is too long to be shown whole.
    var hasLongDifference: Bool {
        shown.contains { field in [field.before, field.after].contains { $0.map(Difference.isLong) ?? false } }
    }

    // MARK: who says so

    private func quoteDetails(_ sentences: [ClaimID: QuotedSentence]) -> [Entry.Detail] {
        func quote(_ label: String, _ claim: Claim) -> Entry.Detail {
            let label: Line = label.isEmpty ? [] : [Span(label, label == "before" ? .before : .after)]
            let words = sentences[claim.id].map(\.line) ?? claim.firstQuote
            return .quote(label, words: claim.hedgeLine.then(words), source: claim.source)
        }
        switch compared {
        case (let before?, let after?) where before.isUnquoted && after.isUnquoted && before.report == after.report:
            return [quote("", after)]
        case (let before?, let after?) where sentences.isEmpty && isOneQuote(before, after):
            return [oneQuote(before, after)]
        case (let before?, let after?): return [quote("before", before), quote("after", after)]
        case (let claim?, nil), (nil, let claim?): return [quote("", claim)]
        case (nil, nil): return []
        }
    }

    /// Whether one report's sentence was kept or edited, so that its differing words tell more than both sentences.
    private func isOneQuote(_ before: Claim, _ after: Claim) -> Bool {
        let isKept = evidence == .edited || evidence == .moved || evidence == .identical
        return isKept && before.report == after.report && before.hedges == after.hedges && before.voice == after.voice
            && before.evidence.count == 1 && after.evidence.count == 1
    }

    private func oneQuote(_ before: Claim, _ after: Claim) -> Entry.Detail {
        let (old, new) = (before.evidence.first, after.evidence.first)
        let difference = Difference.words(from: old?.quote ?? "", to: new?.quote ?? "")
        let words = after.hedgeLine.then([Span("\"")] + difference + [Span("\"")])
        let places = [before.place(of: old)] + (old?.range?.line == new?.range?.line ? [] : [after.place(of: new)])
        let source = places.count == 1 ? places[0] : Difference.arrow(places[0], places[1])
        return .quote([Span("quote", .dim)], words: words, source: source.then(voice: after.voice))
    }

    // MARK: remarks

    private func remarks(_ explains: Bool) -> [Entry.Detail] {
        let grounds: Line = explains ? [Span(trace.sentence, .dim)] : grounds
        let because = grounds.isEmpty ? [] : [Entry.Detail.field([Span("because", .dim)], grounds)]
        return because + [reach, causeLine].filter { !$0.isEmpty }.map(Entry.Detail.note)
    }

    /// Why it is grave, or why it was left open.
    private var grounds: Line {
        let open: Set<Content> = [.contradicted, .disputed, .undetermined, .corrected, .updated, .backfilled]
        return open.contains(content) && !gained.isEmpty ? [Span(trace.rule.phrase, .dim)] : []
    }

    /// How many further claims came or went with it.
    private var reach: Line {
        let more = max(lost.count, gained.count) - 1
        guard more > 0 else { return [] }
        let reports = Set((kind == .removed ? lost : gained).map(\.report)).count
        return [Span("and \(more.of("more claim")), in \(reports.of("report"))", .dim)]
    }
}

extension Claim {
    fileprivate var manner: String { modality.isEmpty ? "stated" : modality.map(\.rawValue).joined(separator: ", ") }
    fileprivate var speaker: String { voice.isEmpty ? "the reporter" : voice }
}
