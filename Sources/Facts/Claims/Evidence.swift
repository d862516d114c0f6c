/// The words of a report that a claim rests on, and where they stand.
package struct Evidence: Hashable, Sendable {
    /// How the words were found.
    package enum Anchor: Hashable, Sendable {
        /// Byte for byte at this place.
        case exact(TextRange)
        /// At this place once white space and quotation marks were folded; the quote is the report's own spelling.
        case folded(TextRange)
        /// Several places fit and nothing tells which, or the text they stood in is gone.
        case orphaned
        /// No text was at hand to look in.
        case unchecked
    }

    /// The words; the report's own bytes where they were found.
    package let quote: String
    /// How they were found.
    package let anchor: Anchor

    /// Words and how they were found.
    package init(quote: String, anchor: Anchor) {
        self.quote = quote
        self.anchor = anchor
    }

    /// Where the words stand; `nil` when that is not known.
    package var range: TextRange? {
        switch anchor {
        case .exact(let range), .folded(let range): range
        case .orphaned, .unchecked: nil
        }
    }
}

/// A place in a report's stored bytes.
package struct TextRange: Hashable, Sendable {
    /// The first byte.
    package let start: Int
    /// The byte after the last.
    package let end: Int
    /// The line of the first byte, from 1.
    package let line: Int

    /// A place.
    package init(start: Int, end: Int, line: Int) {
        self.start = start
        self.end = end
        self.line = line
    }
}

extension Evidence {
    /// The stored form.
    package var json: JSONValue {
        var members: [String: JSONValue] = ["quote": .string(quote)]
        switch anchor {
        case .exact: break
        case .folded: members["anchor"] = "folded"
        case .orphaned: members["anchor"] = "orphaned"
        case .unchecked: members["anchor"] = "unchecked"
        }
        if let range {
            members["start"] = .integer(range.start)
            members["end"] = .integer(range.end)
            members["line"] = .integer(range.line)
        }
        return .object(members)
    }

    /// Reads the stored form, or returns `nil` when it is not one.
    package init?(json: JSONValue) {
        guard let members = json.object, let quote = members["quote"]?.string,
            let name = members.optional("anchor", \.string), let anchor = Self.anchor(name, members)
        else { return nil }
        self.init(quote: quote, anchor: anchor)
    }

    private static func anchor(_ name: String?, _ members: [String: JSONValue]) -> Anchor? {
        switch name {
        case nil: TextRange(members).map(Anchor.exact)
        case "folded": TextRange(members).map(Anchor.folded)
        case "orphaned": .orphaned
        case "unchecked": .unchecked
        default: nil
        }
    }
}

extension TextRange {
    fileprivate init?(_ members: [String: JSONValue]) {
        guard let start = members["start"]?.integer, let end = members["end"]?.integer,
            let line = members["line"]?.integer, 0 <= start, start < end, line > 0
        else { return nil }
        self.init(start: start, end: end, line: line)
    }
}
