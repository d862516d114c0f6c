import FactDiff
import Facts

/// What differs in long texts: the sentences in which it stands.
///
/// Sentences that stayed are passed over, those that were edited are shown word by word, and of a long run that came or went its
/// first and last words. All that is shown stands so in one of the two texts.
extension Difference {
    /// How much of long texts is shown.
    enum Extent: Hashable, Sendable {
        /// What differs, and a few words beside it.
        case words
        /// What differs, and what stands beside it in the same sentence.
        case passages
        /// All.
        case whole
    }

    /// Columns of a text in which differences are looked for.
    static let horizon = 20_000
    /// Columns beyond which a text is long: about three rows.
    private static let long = 240
    /// How many words of a run are shown.
    private struct Measure {
        /// Of those that stayed, at each end.
        let company: Int
        /// Of those that came or went, at the start and at the end.
        let ends: (start: Int, end: Int)
    }

    /// Whether a text is too long to be shown whole where only what differs is asked for.
    static func isLong(_ text: String) -> Bool { text.utf8.count > long }

    /// The sentences of two texts that differ, with a sign for what is left out.
    static func passages(from before: String, to after: String, _ extent: Extent = .passages) -> Line {
        let measure =
            extent == .words
            ? Measure(company: 3, ends: (start: 10, end: 2)) : Measure(company: 10, ends: (start: 24, end: 6))
        let segments = WordDiff(sentences(of: before), sentences(of: after)).segments.trimmedAtEnd
        var line = Line()
        var place = 0
        while place < segments.count {
            if case .removed(let gone) = segments[place], place + 1 < segments.count,
                case .added(let come) = segments[place + 1]
            {
                line = line.meeting(edit(from: gone, to: come, measure))
                place += 2
            } else {
                // Whole sentences on both sides of it: of what stayed, none is shown.
                line = line.meeting(run(segments[place], measure, isFirst: true, isLast: true))
                place += 1
            }
        }
        return line
    }

    /// The sentences of a text, the last with a space behind it as the others, so that it is the same where another follows.
    private static func sentences(of text: String) -> [VisibleText] {
        VisibleText.joined([VisibleText(text, limit: horizon), .space]).sentences
    }

    /// Some sentences in the place of others: word by word where enough stayed.
    private static func edit(from gone: VisibleText, to come: VisibleText, _ measure: Measure) -> Line {
        let words = WordDiff(from: gone, to: come)
        let segments = words.similarity >= leastSimilarity ? words.segments : words.middle
        return segments.enumerated().reduce(Line()) { line, item in
            line.meeting(
                run(item.element, measure, isFirst: item.offset == 0, isLast: item.offset == segments.count - 1))
        }
    }

    private static func run(_ segment: WordDiff.Segment, _ measure: Measure, isFirst: Bool, isLast: Bool) -> Line {
        let (company, ends) = (measure.company, measure.ends)
        return switch segment {
        case .kept(let text):
            abridged(text, .plain, start: isFirst ? 0 : company, end: isLast ? 0 : company, atLeast: company)
        case .removed(let text): abridged(text, .removed, start: ends.start, end: ends.end, atLeast: company)
        case .added(let text): abridged(text, .added, start: ends.start, end: ends.end, atLeast: company)
        }
    }

    /// The first and the last words of a text, and how many stand between them; all of it where that is hardly longer.
    private static func abridged(
        _ text: VisibleText, _ role: Span.Role, start: Int, end: Int, atLeast fewest: Int
    ) -> Line {
        let words = text.text.split(separator: " ")
        let left = words.count - start - end
        guard left > fewest else { return [Span(text, role)] }
        let sign = role == .plain ? "…" : "… (\(left.grouped) words) …"
        let shown = words.prefix(start).map(String.init) + [sign] + words.suffix(end).map(String.init)
        let (gap, outer) = (Line.gap, text.outerSpaces)
        return (outer.leading.isEmpty ? [] : gap) + [
            Span(VisibleText(shown.joined(separator: " "), limit: horizon), role)
        ]
            + (outer.trailing.isEmpty ? [] : gap)
    }
}

extension WordDiff {
    /// What differs as two wholes, between the words that both begin and end with.
    fileprivate var middle: [Segment] {
        var rest = segments[...]
        let head = rest.first.flatMap(\.kept)
        if head != nil { rest.removeFirst() }
        let tail = rest.last.flatMap(\.kept)
        if tail != nil { rest.removeLast() }
        let (gone, come) = (rest.compactMap(\.before), rest.compactMap(\.after))
        return [
            head.map(Segment.kept), gone.isEmpty ? nil : .removed(.joined(gone)),
            come.isEmpty ? nil : .added(.joined(come)), tail.map(Segment.kept),
        ].compactMap(\.self)
    }
}

extension WordDiff.Segment {
    fileprivate var kept: VisibleText? { if case .kept(let text) = self { text } else { nil } }

    /// The words as the first text has them; `nil` when it has not.
    fileprivate var before: VisibleText? {
        switch self {
        case .kept(let text), .removed(let text): text
        case .added: nil
        }
    }

    /// The words as the second text has them; `nil` when it has not.
    fileprivate var after: VisibleText? {
        switch self {
        case .kept(let text), .added(let text): text
        case .removed: nil
        }
    }
}

extension [WordDiff.Segment] {
    /// The runs without the spaces behind the last of what was before and of what is after.
    fileprivate var trimmedAtEnd: [WordDiff.Segment] {
        guard let last else { return [] }
        switch last {
        case .kept(let text): return dropLast() + [.kept(text.trimmed)]
        case .removed(let text): return dropLast() + [.removed(text.trimmed)]
        case .added(let text):
            guard case .removed(let gone)? = dropLast().last else { return dropLast() + [.added(text.trimmed)] }
            return dropLast(2) + [.removed(gone.trimmed), .added(text.trimmed)]
        }
    }
}
