import Foundation

/// The tags of a page, read the way a browser reads them: from `<` to `>`, whatever is meant.
struct Markup {
    /// A tag and its attributes, in order.
    struct Tag {
        let name: String
        let isEnd: Bool
        let attributes: [(name: String, value: String)]

        /// The value of an attribute; `nil` when it has none.
        subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
    }

    /// The tags in order.
    let tags: [Tag]
    /// What a reader of tags stumbles over.
    let faults: [String]

    /// Reads a page; the elements named have no end.
    init(_ page: String, void: Set<String> = ["meta", "link"]) {
        // What stands in a style sheet is no markup; a test of its own is about it.
        let page = page.replacing(#/<style>[^<]*<\/style>/#, with: "")
        var (tags, faults): ([Tag], [String]) = ([], [])
        var rest = page[...]
        while let start = rest.firstRange(of: "<") {
            if rest[..<start.lowerBound].contains(">") { faults.append("a > that closes nothing") }
            guard let end = rest[start.upperBound...].firstRange(of: ">") else {
                faults.append("a tag without an end")
                break
            }
            let text = rest[start.upperBound..<end.lowerBound]
            if !text.hasPrefix("!DOCTYPE") && !text.hasPrefix("?xml") {
                if let tag = Self.tag(text) { tags.append(tag) } else { faults.append("not a tag: <\(text)>") }
            }
            rest = rest[end.upperBound...]
        }
        (self.tags, self.faults) = (tags, faults + Self.unbalanced(tags, void))
    }

    private static func tag(_ text: Substring) -> Tag? {
        guard let match = text.wholeMatch(of: #/(\/?)([a-zA-Z][a-zA-Z0-9]*)((?: [a-z0-9:-]+="[^"<>]*")*)/#) else {
            return nil
        }
        let attributes = match.output.3.matches(of: #/ ([a-z0-9:-]+)="([^"]*)"/#).map {
            (name: String($0.output.1), value: Self.text(String($0.output.2)))
        }
        return Tag(name: String(match.output.2), isEnd: !match.output.1.isEmpty, attributes: attributes)
    }

    private static func text(_ escaped: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(escaped) {
            $0.replacing($1.0, with: $1.1)
        }
    }

    private static func unbalanced(_ tags: [Tag], _ void: Set<String>) -> [String] {
        var open: [String] = []
        for tag in tags where !void.contains(tag.name) || tag.isEnd {
            if !tag.isEnd {
                open.append(tag.name)
            } else if open.last == tag.name {
                open.removeLast()
            } else {
                return ["</\(tag.name)> closes <\(open.last ?? "nothing")>"]
            }
        }
        return open.map { "<\($0)> is never closed" }
    }
}

extension Markup {
    /// Elements of our pages; none of them runs or fetches anything.
    private static let elements: Set<String> = [
        "html", "head", "meta", "title", "link", "style", "body", "header", "nav", "main", "footer", "section",
        "article",
        "h1", "h2", "h3", "h4", "p", "a", "ul", "ol", "li", "dl", "dt", "dd", "div", "span", "b", "strong", "cite", "q",
        "code", "bdi", "del", "ins", "mark", "sup", "figure", "figcaption", "blockquote", "details", "summary", "table",
        "thead", "tbody", "tr", "th", "td", "svg", "rect", "line", "text",
    ]
    private static let attributeNames: Set<String> = [
        "lang", "charset", "http-equiv", "content", "name", "rel", "type", "href", "class", "id", "dir", "scope",
        "role",
        "tabindex", "aria-label", "aria-current", "aria-hidden", "width", "height", "x", "y", "x1", "x2", "y1", "y2",
        "rx",
        "text-anchor",
    ]

    /// What stands in the page that none of ours may have.
    var strangers: [String] {
        tags.flatMap { tag in
            (Self.elements.contains(tag.name) ? [] : ["<\(tag.name)>"])
                + tag.attributes.filter { !Self.attributeNames.contains($0.name) }.map { "\(tag.name) \($0.name)" }
        }
    }

    /// Where links lead.
    var addresses: [String] { tags.compactMap { $0["href"] } }

    /// The ids that links can lead to.
    var ids: [String] { tags.compactMap { $0["id"] } }
}
