extension HTMLRenderer {
    /// The spans of a line, each as what it is.
    package func html(of line: Line) -> HTML {
        line.parts.map { part in
            switch part {
            case .gap(let width): HTML(width > 1 ? VisibleText.wideSpace : .space)
            case .tie: HTML(VisibleText.noBreakSpace)
            case .span(let span): html(of: span)
            }
        }.joined
    }

    private func html(of span: Span) -> HTML {
        let text = isolated(span)
        let shown = span.target.flatMap(address).map { HTML("a", [.href($0)], text) } ?? text
        switch span.role {
        case .plain: return shown
        case .strong: return HTML("strong", [], shown)
        case .dim: return HTML("span", [.class("dim")], shown)
        case .glyph: return HTML("span", [.class("glyph")], shown)
        case .word: return HTML("span", [.class("word")], shown)
        case .subject: return HTML("span", [.class("subject")], shown)
        case .id: return HTML("span", [.class("id")], shown)
        case .place: return HTML("cite", [], shown)
        case .command: return showsCommands ? HTML("code", [], shown) : .nothing
        case .hint: return showsCommands ? HTML("span", [.class("dim")], shown) : .nothing
        case .quote: return HTML("q", [], shown)
        case .before: return HTML("span", [.class("before")], Self.told("before"), shown)
        case .after: return HTML("span", [.class("after")], Self.told("after"), shown)
        case .removed: return HTML("del", [], Self.told("removed"), shown)
        case .added: return HTML("ins", [], Self.told("added"), shown)
        }
    }

    /// A word for those who do not see colour, underline or strike.
    private static func told(_ word: String) -> HTML {
        HTML("span", [.class("unseen")], HTML(word + ":") + HTML(VisibleText.space))
    }

    /// The text; where it may run from right to left, by itself, so that nothing around it changes places.
    private func isolated(_ span: Span) -> HTML {
        let bytes = span.text.text.utf8
        guard bytes.allSatisfy({ $0 < 0x80 }) else { return HTML("bdi", [], HTML(span.text)) }
        // A date is not folded at its hyphens.
        let isWhole = bytes.count <= 21 && bytes.contains(UInt8(ascii: "-")) && !bytes.contains(0x20)
        return isWhole ? HTML("span", [.class("nobr")], HTML(span.text)) : HTML(span.text)
    }
}
