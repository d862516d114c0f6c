import Rendering

/// Where a review is shown: a screen that is drawn anew for each change, or lines where no person looks on.
struct ReviewDisplay {
    /// Whether a person looks at a terminal.
    let isScreen: Bool
    let style: TextStyle

    private static let alternate = (on: "\u{1B}[?1049h", off: "\u{1B}[?1049l")
    private static let clear = "\u{1B}[H\u{1B}[2J"

    /// Takes the screen.
    func begin() { if isScreen { try? Output.write(Self.alternate.on) } }
    /// Gives the screen back as it was.
    func end() { if isScreen { try? Output.write(Self.alternate.off) } }

    /// Shows a change above its keys; what does not fit is cut, and said so.
    ///
    /// - Parameter news: what was done last: all that is written where no person looks on.
    func show(_ document: Document, foot: Line, news: Line) throws {
        guard isScreen else {
            if !news.isEmpty { try Output.write(TextRenderer(style: style).text(of: Document([.paragraph(news)]))) }
            return
        }
        let keys = rows(Document([.paragraph(foot)]))
        let room = Terminal.height - keys.count - 2
        var body = rows(document)
        if body.count > room { body = body.prefix(room - 1) + ["    … d shows all of it"] }
        body += Array(repeating: "", count: max(0, room - body.count))
        try Output.write(Self.clear + (body + [""] + keys).joined(separator: "\n"))
    }

    /// Shows a whole page, in the pager.
    func page(_ document: Document, _ keyboard: borrowing Keyboard) {
        guard isScreen else { return }
        keyboard.restore()
        try? Output.write(Self.clear)
        try? Output.page(TextRenderer(style: style).text(of: document), setting: "less -R")
        keyboard.take()
        try? Output.write(Self.alternate.on)
    }

    /// A line that the person types; empty when they type none.
    func ask(_ question: String, _ keyboard: borrowing Keyboard) -> String {
        if isScreen {
            try? Output.write("\r\n\(question)")
            keyboard.restore()
        }
        defer { if isScreen { keyboard.take() } }
        return keyboard.line()
    }

    private func rows(_ document: Document) -> [String] {
        TextRenderer(style: style).text(of: document).split(separator: "\n", omittingEmptySubsequences: false)
            .dropLast().map(String.init)
    }
}
