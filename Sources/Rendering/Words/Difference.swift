import FactDiff
import Facts

/// What one part said before and says after, as a line.
enum Difference {
    /// Words that stay below this fraction make a word-level difference harder to read than both texts.
    static let leastSimilarity = 0.4

    /// Word by word where enough stayed, otherwise one text and the other; of long texts the passages, unless all is asked for.
    static func line(from before: String, to after: String, _ extent: Extent) -> Line {
        if extent != .whole, isLong(before) || isLong(after) { return passages(from: before, to: after, extent) }
        let (old, new) = (VisibleText(before, limit: horizon), VisibleText(after, limit: horizon))
        let difference = WordDiff(from: old, to: new)
        guard difference.similarity >= leastSimilarity else {
            return arrow([Span("\""), Span(old, .before), Span("\"")], [Span("\""), Span(new, .after), Span("\"")])
        }
        return Line(difference.segments.map(Span.init))
    }

    /// The second text, with what it has not in common with the first.
    static func words(from before: String, to after: String) -> Line {
        Line(WordDiff(from: VisibleText(before), to: VisibleText(after)).segments.map(Span.init))
    }

    /// One side and the other, with an arrow between them.
    static func arrow(_ before: Line, _ after: Line) -> Line { before.then("→", .dim).then(after) }

    /// A compared part: its name, both sides, and how after stands to before.
    static func detail(_ field: Trace.Field, of claim: Claim?, _ extent: Extent) -> Entry.Detail {
        .field(
            [Span(label(of: field.name), .dim)],
            sides(of: field, of: claim, extent).then(relation(of: field), gap: 2))
    }

    /// A part without a relation, like certainty or attribution.
    static func detail(_ name: String, from before: String, to after: String) -> Entry.Detail {
        .field([Span(name, .dim)], arrow([Span(before, .before)], [Span(after, .after)]))
    }

    /// `arguments.kind` is a kind to people.
    private static func label(of field: String) -> String {
        field.hasPrefix("arguments.") ? String(field.dropFirst("arguments.".count)) : field
    }

    /// Both sides of a compared part.
    ///
    /// Names, dates and choices are told apart as wholes, all else word by word.
    static func sides(of field: Trace.Field, of claim: Claim?, _ extent: Extent = .passages) -> Line {
        guard let old = field.before, let new = field.after, isProse(field.name, of: claim) else {
            return arrow(side(field.before, .before), side(field.after, .after))
        }
        return line(from: old, to: new, extent)
    }

    static func isProse(_ field: String, of claim: Claim?) -> Bool {
        if field == "predicate" { return true }
        let role = field.hasPrefix("arguments.") ? String(field.dropFirst("arguments.".count)) : field
        return switch claim?.value(of: role)?.content {
        case .quantity, .text: true
        case .entity, .time, .choice, nil: false
        }
    }

    private static func side(_ text: String?, _ role: Span.Role) -> Line {
        text.map { [Span($0, role)] } ?? [Span("(not said)", .dim)]
    }

    private static func relation(of field: Trace.Field) -> Line {
        let word = relationWord(of: field)
        return word.isEmpty ? [] : [Span(word, .dim)]
    }

    private static func relationWord(of field: Trace.Field) -> String {
        switch field.equality {
        case .identical, .form, .scale: field.name == "predicate" ? "other words" : field.equality.word
        case .precision: "same up to precision"
        case .different: field.name == "polarity" ? "" : field.relation.word
        }
    }
}

extension Span {
    fileprivate init(_ segment: WordDiff.Segment) {
        switch segment {
        case .kept(let text): self.init(text)
        case .removed(let text): self.init(text, .removed)
        case .added(let text): self.init(text, .added)
        }
    }
}

extension Relation {
    /// For people: after, as it stands to before.
    fileprivate var word: String {
        switch self {
        case .same, .narrower, .wider, .overlapping: rawValue
        case .disjoint: "different"
        case .incomparable: "not comparable"
        }
    }
}

extension Equality {
    /// For people.
    fileprivate var word: String {
        switch self {
        case .identical: "identical"
        case .form: "other form"
        case .precision: "other precision"
        case .scale: "other scale"
        case .different: "different"
        }
    }

    /// The name in machine formats.
    var name: String {
        switch self {
        case .identical: "identical"
        case .form: "form"
        case .precision: "precision"
        case .scale: "scale"
        case .different: "different"
        }
    }
}
