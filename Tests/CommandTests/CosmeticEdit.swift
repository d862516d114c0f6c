import Foundation

/// A change of how a text is set that changes nothing of what it says.
enum CosmeticEdit: String, CaseIterable, Sendable {
    case wrapped = "lines wrapped at 72 columns"
    case wrappedNarrowly = "lines wrapped at 45 columns"
    case returns = "CRLF line ends"
    case typographicQuotes = "typographic quotation marks"
    case enDashes = "en dashes"
    case emDashes = "em dashes"
    case doubleSpaces = "two spaces after a sentence"
    case noBreakSpaces = "no-break spaces after numbers"
    case trailingBlanks = "blanks at line ends"
    case emptyLines = "more empty lines"
    case byteOrderMark = "a byte order mark"
    case emphasis = "Markdown emphasis"
    case softHyphens = "soft hyphens"
    case pageTimestamp = "another time stamp on the page"
    case shareLinks = "share links"
    case indentedPage = "a page indented anew"
    case decoratedPage = "a page with other attributes and boxes"
    case characterReferences = "a page with character references"

    /// Whether the texts to compare are web pages.
    var isPage: Bool { [.indentedPage, .decoratedPage, .characterReferences].contains(self) }

    /// The two texts to compare.
    func versions(of text: SetText) -> (before: String, after: String) {
        switch self {
        case .wrapped: (text.markdown(), text.markdown { $0.wrapped(at: 72) })
        case .wrappedNarrowly: (text.markdown(), text.markdown { $0.wrapped(at: 45) })
        case .returns: (text.markdown(), text.markdown().replacing("\n", with: "\r\n"))
        case .typographicQuotes: (text.markdown(), text.markdown { $0.withTypographicQuotes })
        case .enDashes: (text.markdown(), text.markdown { $0.replacing(" - ", with: " – ") })
        case .emDashes: (text.markdown(), text.markdown { $0.replacing(" - ", with: " — ") })
        case .doubleSpaces: (text.markdown(), text.markdown { $0.replacing(". ", with: ".  ") })
        case .noBreakSpaces: (text.markdown(), text.markdown { $0.replacing(#/([0-9]) /#) { "\($0.1)\u{A0}" } })
        case .trailingBlanks: (text.markdown(), text.markdown { $0 + "  " })
        case .emptyLines: (text.markdown(), text.markdown { $0 + "\n\n" })
        case .byteOrderMark: (text.markdown(), "\u{FEFF}" + text.markdown())
        case .emphasis: (text.markdown(), text.markdown { $0.withEmphasis })
        case .softHyphens: (text.markdown(), text.markdown { $0.replacing("ment", with: "\u{AD}ment") })
        case .pageTimestamp:
            (text.markdown(before: "Last updated: 14:05"), text.markdown(before: "Last updated: 17:40"))
        case .shareLinks:
            (text.markdown(), text.markdown(after: "Share this article: Facebook | X | WhatsApp | Email"))
        case .indentedPage: (text.page(), text.page(indentation: "    "))
        case .decoratedPage: (text.page(), text.page(attributes: " class=\"story-body__text\" data-index=\"7\""))
        case .characterReferences: (text.page(), text.page { $0.withCharacterReferences })
        }
    }
}

/// A text in its parts, to be set in one way or another.
struct SetText {
    private let matter: String
    private let paragraphs: [String]

    /// A Markdown text with front matter.
    init(_ markdown: String) {
        let parts = markdown.split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
        matter = parts.count == 3 ? String(parts[1]) : ""
        paragraphs = (parts.last ?? "").split(separator: "\n").map(String.init)
    }

    /// The text as Markdown, each paragraph set by `setting`.
    func markdown(
        before: String? = nil, after: String? = nil, _ setting: (String) -> String = { $0 }
    ) -> String {
        let blocks = [before].compactMap(\.self) + paragraphs.map(setting) + [after].compactMap(\.self)
        return "---\n\(matter)---\n\n" + blocks.joined(separator: "\n\n") + "\n"
    }

    /// The text as a web page, each paragraph set by `setting`.
    func page(
        indentation: String = "", attributes: String = "", _ setting: (String) -> String = { $0.escaped }
    ) -> String {
        let paragraphs = paragraphs.map(setting).map { words in
            indentation.isEmpty
                ? "<p\(attributes)>\(words)</p>"
                : "\(indentation)<p\(attributes)>\n\(indentation)    \(words.wrapped(at: 60))\n\(indentation)</p>"
        }
        return """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>\(field("title"))</title>
            <meta property="article:published_time" content="\(field("published"))">
            <meta property="og:site_name" content="\(field("source"))"></head>
            <body><article\(attributes)>
            \(paragraphs.joined(separator: "\n"))
            </article></body></html>

            """
    }

    private func field(_ name: String) -> String {
        let line = matter.split(separator: "\n").first { $0.hasPrefix("\(name): ") }
        return line.map { String($0.dropFirst(name.count + 2)).escaped } ?? ""
    }
}

extension String {
    /// The words in lines as long as they may be.
    fileprivate func wrapped(at width: Int) -> String {
        var lines: [String] = []
        for word in split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines.joined(separator: "\n")
    }

    fileprivate var withTypographicQuotes: String {
        replacing(/(^|[ (])"/) { "\($0.1)“" }.replacing("\"", with: "”").replacing("'", with: "’")
    }

    /// The longest word in italics, the first in bold unless it opens a quotation.
    fileprivate var withEmphasis: String {
        var words = split(separator: " ").map(String.init)
        let longest = words.indices.max { words[$0].count < words[$1].count } ?? 0
        words[longest] = words[longest].replacing(/[A-Za-z'-]+/) { "_\($0.0)_" }
        if longest > 0, words[0].allSatisfy(\.isLetter) { words[0] = "**\(words[0])**" }
        return words.joined(separator: " ")
    }

    fileprivate var escaped: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    fileprivate var withCharacterReferences: String {
        escaped.replacing("\"", with: "&quot;").replacing("'", with: "&rsquo;").replacing(" - ", with: " &ndash; ")
            .replacing(#/([0-9]) /#) { "\($0.1)&nbsp;" }
    }
}
