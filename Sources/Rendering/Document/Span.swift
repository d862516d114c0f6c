/// A run of text and what it is in the page; its text is harmless by construction.
package struct Span: Hashable, Sendable {
    /// What a run of text is; how that looks is for each format to say.
    package enum Role: Hashable, Sendable, CaseIterable {
        case plain
        /// What people should see first.
        case strong
        /// What they may skip.
        case dim
        /// The sign at the start of an entry.
        case glyph
        /// The word for what happened.
        case word
        /// Who or what it is about.
        case subject
        /// An id.
        case id
        /// What was said before.
        case before
        /// What is said after.
        case after
        /// Words that are gone, inside a longer text.
        case removed
        /// Words that are new, inside a longer text.
        case added
        /// Words of a report.
        case quote
        /// Where they stand.
        case place
        /// Something to type.
        case command
        /// How to see more with the command; of no use where there are pages.
        case hint
    }

    /// The text.
    package let text: VisibleText
    /// What it is.
    package let role: Role
    /// What it stands for, where a format that has links may lead.
    package let target: Target?

    /// Any text, made harmless.
    package init(_ raw: String, _ role: Role = .plain, of target: Target? = nil) {
        self.init(VisibleText(raw), role, of: target)
    }

    /// A text that is harmless already.
    package init(_ text: VisibleText, _ role: Role = .plain, of target: Target? = nil) {
        (self.text, self.role, self.target) = (text, role, target)
    }
}

/// A piece of a line: spans follow one another without a space unless they bring one.
package struct Line: Hashable, Sendable, ExpressibleByArrayLiteral, ExpressibleByStringLiteral {
    /// The spans, and what keeps them apart.
    package private(set) var parts: [Part] = []

    /// A span, or the space between two.
    package enum Part: Hashable, Sendable {
        case span(Span)
        /// Spaces, at which the line may be folded.
        case gap(Int)
        /// One space, at which it may not.
        case tie
    }

    /// Spans in a row.
    package init(_ spans: [Span] = []) { parts = spans.map(Part.span) }
    package init(arrayLiteral spans: Span...) { self.init(spans) }
    package init(stringLiteral text: String) { self.init([Span(text)]) }

    /// A space at which a line may be folded.
    static var gap: Line {
        var line = Line()
        line.parts = [.gap(1)]
        return line
    }

    /// Whether nothing is in it.
    package var isEmpty: Bool { parts.isEmpty }

    /// The line with each span cut to so many columns, what is left out being counted.
    func clipped(_ columns: Int) -> Line {
        var line = self
        line.parts = parts.map { part in
            guard case .span(let span) = part else { return part }
            return .span(Span(VisibleText(span.text.text, limit: columns), span.role, of: span.target))
        }
        return line
    }

    /// The spans without the gaps.
    package var spans: [Span] {
        parts.compactMap { if case .span(let span) = $0 { span } else { nil } }
    }

    /// This line, a gap, and another; without the gap when one of them is empty.
    package func then(_ other: Line, gap: Int = 1) -> Line {
        var line = self
        if !isEmpty, !other.isEmpty { line.parts.append(.gap(gap)) }
        line.parts += other.parts
        return line
    }

    /// This line, a gap, and a span.
    package func then(_ text: String, _ role: Span.Role = .plain, gap: Int = 1) -> Line {
        then([Span(text, role)], gap: gap)
    }

    /// This line and a span, a space between them at which the line is not folded.
    package func tied(_ text: String, _ role: Span.Role = .plain) -> Line {
        var line = self
        line.parts += [.tie, .span(Span(text, role))]
        return line
    }

    /// This line and another right behind it; where both leave out what lies between them, one sign says so.
    func meeting(_ other: Line) -> Line {
        guard spans.last?.text.text.hasSuffix("…") == true, let next = other.spans.first,
            next.role == .plain, next.text.text.hasPrefix("…")
        else { return self + other }
        let rest = String(next.text.text.dropFirst().drop { $0 == " " })
        var (line, tail) = (self, other)
        while case .gap? = line.parts.last { line.parts.removeLast() }
        while let part = tail.parts.first, part != .span(next) { tail.parts.removeFirst() }
        tail.parts.removeFirst()
        return rest.isEmpty ? line + tail : line.then([Span(VisibleText(rest, limit: .max), .plain)]) + tail
    }

    package static func + (a: Line, b: Line) -> Line {
        var line = a
        line.parts += b.parts
        return line
    }
}

extension Sequence<Line> {
    /// The lines in a row with a sign between each two: `a · b`.
    func separated(by sign: String) -> Line { joined { $0.then(sign, .dim).then($1) } }

    /// The lines in a row with a comma after each but the last.
    var commaSeparated: Line { joined { ($0 + [Span(",")]).then($1) } }

    /// The lines in a row, as far apart as told.
    func spaced(_ gap: Int) -> Line { joined { $0.then($1, gap: gap) } }

    private func joined(_ join: (Line, Line) -> Line) -> Line {
        reduce(Line()) { result, line in result.isEmpty || line.isEmpty ? result + line : join(result, line) }
    }
}
