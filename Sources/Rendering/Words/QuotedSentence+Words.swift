import Facts

extension QuotedSentence {
    /// The sentence with the quotation in marks; what is far from it is left out.
    var line: Line { line(before: 100, after: 60) }

    /// The sentence with the quotation in marks, and so many characters before and after it at most.
    func line(before: Int, after: Int) -> Line {
        let (before, after) = (Self.tail(self.before, before), Self.head(self.after, after))
        let marked: Line = [Span("«"), Span(quote, .quote), Span("»")]
        let start: Line = before.isEmpty ? [] : [Span(before, .dim)]
        let end: Line = after.isEmpty ? [] : [Span(after, .dim)]
        // A space at the end of a span would be lost where the line is folded.
        let begun = before.last == " " ? start.then(marked) : start + marked
        return after.first == " " ? begun.then(end) : begun + end
    }

    private static func tail(_ text: String, _ limit: Int) -> String {
        guard text.count > limit else { return text }
        let end = text.suffix(limit)
        return "…" + (end.firstIndex(of: " ").map { end[$0...] } ?? end)
    }

    private static func head(_ text: String, _ limit: Int) -> String {
        guard text.count > limit else { return text }
        let start = text.prefix(limit)
        return (start.lastIndex(of: " ").map { start[...$0] } ?? start) + "…"
    }
}
