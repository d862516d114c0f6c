import FactDiff
import Facts

/// What differs in a long text, in a row.
extension Difference {
    /// Words beside a difference that are shown.
    private static let company = 2
    /// Words of a difference that are shown.
    private static let most = 8

    /// Both sides of a compared part: the words that differ and those right beside them.
    static func excerpt(of field: Trace.Field, of claim: Claim?) -> Line {
        guard let old = field.before, let new = field.after, isProse(field.name, of: claim) else {
            return sides(of: field, of: claim)
        }
        let (before, after) = (VisibleText(old, limit: horizon), VisibleText(new, limit: horizon))
        let difference = WordDiff(from: before, to: after)
        guard difference.similarity >= leastSimilarity else {
            let (old, new) = (before.text.shortened(to: most), after.text.shortened(to: most))
            return arrow([Span("\""), Span(old, .before), Span("\"")], [Span("\""), Span(new, .after), Span("\"")])
        }
        let last = difference.segments.count - 1
        return difference.segments.enumerated().reduce(Line()) { line, item in
            let (place, segment) = item
            return switch segment {
            case .kept(let text): line + kept(text.text, isFirst: place == 0, isLast: place == last)
            case .removed(let text): line + [Span(text.text.shortened(to: most), .removed)]
            case .added(let text): line + [Span(text.text.shortened(to: most), .added)]
            }
        }
    }

    /// Of words that stayed, those next to a difference, and the spaces between the two.
    private static func kept(_ text: String, isFirst: Bool, isLast: Bool) -> Line {
        let words = text.split(separator: " ")
        let (start, end) = (isFirst ? 0 : company, isLast ? 0 : company)
        let isWhole = words.count <= start + end + 1
        let shown = isWhole ? words : words.prefix(start) + ["…"] + words.suffix(end)
        let (gap, space) = (Line.gap, text.hasSuffix(" ") && !words.isEmpty)
        return (text.hasPrefix(" ") ? gap : []) + Line(shown.isEmpty ? [] : [Span(shown.joined(separator: " "))])
            + (space ? gap : [])
    }
}

extension String {
    /// The first words, and a sign for the others.
    fileprivate func shortened(to count: Int) -> String {
        let words = split(separator: " ")
        return words.count <= count ? self : (words.prefix(count) + ["…"]).joined(separator: " ")
    }

    /// The end of a long name, which tells more than its start where names are paths: `… rate > male`.
    func ending(within columns: Int) -> String {
        guard DisplayWidth.columns(of: self) > columns else { return self }
        var words: [Substring] = []
        var width = 1
        for word in split(separator: " ").reversed() {
            width += 1 + DisplayWidth.columns(of: word)
            if width > columns, !words.isEmpty { break }
            words.append(word)
        }
        return (["…"] + words.reversed()).joined(separator: " ")
    }
}
