/// A piece of HTML: well-formed, and harmless whatever the text in it says.
///
/// Names of elements and attributes are literals of the program. Everything else is ``VisibleText`` or comes in escaped, scalar by
/// scalar, never by `Character`, which would join a `<` and a combining mark into one that is not escaped.
package struct HTML: Hashable, Sendable {
    /// The markup.
    package private(set) var source: String

    /// Nothing.
    package static let nothing = HTML(markup: "")

    private init(markup: String) { source = markup }

    /// Any text, made visible and escaped; what is longer than a line or five is cut, and the rest counted.
    package init(_ text: String) { self.init(VisibleText(text)) }

    /// A text that is visible already, escaped.
    package init(_ text: VisibleText) { source = Self.escaped(text.text) }

    /// An element with what is in it.
    package init(_ name: StaticString, _ attributes: [Attribute] = [], _ content: HTML...) {
        self.init(name, attributes, content)
    }

    /// An element with what is in it, in a row.
    package init(_ name: StaticString, _ attributes: [Attribute] = [], _ content: [HTML]) {
        var markup = Self.tag(name, attributes)
        for part in content { markup += part.source }
        source = markup + "</\(name)>"
    }

    /// An element that never holds anything.
    package static func void(_ name: StaticString, _ attributes: [Attribute] = []) -> HTML {
        HTML(markup: tag(name, attributes))
    }

    /// A style sheet of the program.
    static func style(_ sheet: String) -> HTML { HTML(markup: "<style>\(sheet)</style>") }

    /// A line feed, for people who look at the source.
    package static let lineFeed = HTML(markup: "\n")

    package static func + (a: HTML, b: HTML) -> HTML { HTML(markup: a.source + b.source) }
    package static func += (a: inout HTML, b: HTML) { a.source += b.source }

    /// Whether nothing is in it.
    package var isEmpty: Bool { source.isEmpty }

    private static func tag(_ name: StaticString, _ attributes: [Attribute]) -> String {
        var tag = "<\(name)"
        for attribute in attributes { tag += " \(attribute.name)=\"\(escaped(attribute.value))\"" }
        return tag + ">"
    }

    private static func escaped(_ text: String) -> String {
        let special = text.utf8.contains { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 == 0x27 }
        guard special else { return text }
        var output = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": output.append(contentsOf: "&amp;".unicodeScalars)
            case "<": output.append(contentsOf: "&lt;".unicodeScalars)
            case ">": output.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": output.append(contentsOf: "&quot;".unicodeScalars)
            case "'": output.append(contentsOf: "&#39;".unicodeScalars)
            default: output.append(scalar)
            }
        }
        return String(output)
    }
}

extension HTML {
    /// An attribute of an element.
    package struct Attribute: Hashable, Sendable {
        let name: String
        let value: String

        /// An attribute whose value is escaped where it is written, hidden scalars made visible.
        package init(_ name: StaticString, _ value: String) {
            (self.name, self.value) = ("\(name)", VisibleText(value, limit: .max).text)
        }

        /// A class, or several with spaces between them.
        package static func `class`(_ name: String) -> Attribute { Attribute("class", name) }
        /// The id by which links lead to the element.
        package static func id(_ id: String) -> Attribute { Attribute("id", id) }
        /// Where a link leads: a place of this site, or an ``WebAddress``.
        package static func href(_ address: String) -> Attribute { Attribute("href", address) }
        /// That the text decides by itself in which direction it runs.
        package static let anyDirection = Attribute("dir", "auto")
    }
}

extension Sequence<HTML> {
    /// The pieces in a row.
    package var joined: HTML { reduce(into: HTML.nothing) { $0 += $1 } }
}

/// An address of the web that a link may lead to: `http` or `https`, nothing that a browser would run.
package struct WebAddress: Hashable, Sendable {
    /// The address.
    package let text: String

    /// An address, or `nil` when the text is something else or holds what is no part of one.
    package init?(_ text: String) {
        let lower = text.prefix(8).lowercased()
        let isVisible = text.unicodeScalars.allSatisfy { $0 > " " && !VisibleText.isHidden($0) }
        guard lower.hasPrefix("https://") || lower.hasPrefix("http://"), isVisible else { return nil }
        self.text = text
    }
}
