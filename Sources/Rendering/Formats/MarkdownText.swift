/// Escapes text for GitHub-flavoured Markdown, so that none of it becomes markup, HTML, a link or a mention.
enum MarkdownText {
    /// An empty comment: it parts what GitHub would otherwise join into a link after Markdown's own escapes are gone.
    static let joint = "<!-- -->"

    /// The text, escaped for the inside of a line.
    ///
    /// Every character that can open markup is escaped wherever it stands. GitHub finds addresses, mentions and references in the
    /// finished text, where a backslash no longer protects; a ``joint`` does.
    static func escaped(_ text: VisibleText, startsLine: Bool = false) -> String {
        let scalars = Array(text.text.unicodeScalars)
        var output = ""
        for (index, scalar) in scalars.enumerated() {
            output += escaped(scalar, isFirst: startsLine && scalars[..<index].allSatisfy(\.isLineStartPart))
            if isLinkStart(scalars, index) { output += joint }
        }
        return output
    }

    /// The text as code, fenced by more back-ticks than it holds in a row.
    static func code(_ text: VisibleText) -> String {
        let runs = text.text.split(omittingEmptySubsequences: true) { $0 != "`" }
        let fence = String(repeating: "`", count: (runs.map(\.count).max() ?? 0) + 1)
        let needsSpace = text.text.unicodeScalars.first == "`" || text.text.unicodeScalars.last == "`"
        // A bar ends the cell of a table even inside code.
        let body = text.text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
        return needsSpace ? "\(fence) \(body) \(fence)" : fence + body + fence
    }

    private static func escaped(_ scalar: Unicode.Scalar, isFirst: Bool) -> String {
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\\", "`", "*", "_", "{", "}", "[", "]", "#", "|", "~", "$": "\\\(scalar)"
        case "-", "+", "=", ".", ")": isFirst ? "\\\(scalar)" : String(scalar)
        default: String(scalar)
        }
    }

    /// Whether GitHub could start a link, a mention, a reference or an emoji at or before this scalar.
    private static func isLinkStart(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        let next = index + 1 < scalars.count ? scalars[index + 1] : nil
        switch scalars[index] {
        case "@", "#": return true
        case ":": return next == "/" || (next?.isShortcodePart ?? false && isShortcode(scalars, from: index + 1))
        case "w", "W":
            return next == "." && index >= 2
                && scalars[index - 2..<index].allSatisfy { "wW".unicodeScalars.contains($0) }
        case "h", "H": return next == "-" && index >= 1 && "gG".unicodeScalars.contains(scalars[index - 1])
        default: return false
        }
    }

    private static func isShortcode(_ scalars: [Unicode.Scalar], from start: Int) -> Bool {
        let end = scalars[start...].firstIndex { !$0.isShortcodePart }
        return end.map { scalars[$0] == ":" } ?? false
    }
}

extension Unicode.Scalar {
    /// Part of what may stand before the sign that makes a list: digits and spaces.
    fileprivate var isLineStartPart: Bool { self == " " || ("0"..."9").contains(self) }

    fileprivate var isShortcodePart: Bool {
        ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self)
            || "_+-".unicodeScalars.contains(self)
    }
}
