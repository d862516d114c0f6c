package import Facts

extension Revision {
    /// The revision in two or three lines.
    package var entry: Entry {
        let title = Line([span]).then(day.description, gap: 2).then([Span(kind.glyph, .glyph)], gap: 2)
            .then(message.isEmpty ? kind.meaning : message, .strong)
        let kindLine: Line = kind == .record ? [] : [Span(kind.rawValue, .strong), Span(":")]
        let meaning: Line = kind == .record || message.isEmpty ? [] : kindLine.then(kind.meaning)
        let readers: Line = [.bridge, .record, .merge].contains(kind) ? extractors.names : []
        let facts = [counted, readers, [Span("by \(author)", .dim)]].spaced(2)
        return Entry(title, [meaning, facts].filter { !$0.isEmpty }.map(Entry.Detail.note))
    }

    /// What it touched: `reports +2 ~1 -1  facts +9 ~3`.
    private var counted: Line {
        let reports = Self.counted(
            "reports", ("+", counts.reportsAdded), ("~", counts.reportsEdited), ("-", counts.reportsWithdrawn))
        let facts = Self.counted(
            "facts", ("+", counts.factsAdded), ("~", counts.factsChanged), ("-", counts.factsRemoved))
        return [reports, facts].spaced(2)
    }

    private static func counted(_ what: String, _ counts: (sign: String, count: Int)...) -> Line {
        let parts = counts.filter { $0.count > 0 }.map { Line([Span($0.sign + $0.count.grouped, .glyph)]) }
        return parts.isEmpty ? [] : Line([Span(what, .dim)]).then(parts.spaced(1))
    }

    /// The revision as `log/1` writes it.
    var json: JSONValue {
        var members: [String: JSONValue] = [
            "revision": .string(id), "short": .string(shortID), "date": .string(day.description),
            "recorded": .integer(recorded), "author": .string(author), "kind": .string(kind.rawValue),
            "message": .string(message), "extractors": .strings(extractors), "counts": counts.json,
        ]
        members["parent"] = parent.map(JSONValue.string)
        return .object(members)
    }
}

extension Revision.Counts {
    fileprivate var json: JSONValue {
        .object([
            "reportsAdded": .integer(reportsAdded), "reportsEdited": .integer(reportsEdited),
            "reportsWithdrawn": .integer(reportsWithdrawn), "claims": .integer(claims),
            "factsAdded": .integer(factsAdded), "factsChanged": .integer(factsChanged),
            "factsRemoved": .integer(factsRemoved),
        ])
    }
}

extension Revision.Kind {
    /// The sign for it; a word stands beside every sign but that of `record`, the common one.
    fileprivate var glyph: String {
        switch self {
        case .begin: "*"
        case .record: "+"
        case .withdraw: "-"
        case .vocabulary: "~"
        case .bridge: "="
        case .decision: "✓"
        case .merge: "&"
        }
    }

    fileprivate var meaning: String {
        switch self {
        case .begin: "the story begins"
        case .record: "reports came in"
        case .withdraw: "reports were withdrawn"
        case .vocabulary: "the vocabulary changed"
        case .bridge: "the same texts, read by another extractor"
        case .decision: "a person ruled"
        case .merge: "another line of the story joined this one"
        }
    }
}

extension Sequence<String> {
    /// Names in a row, as something to skip.
    var names: Line { map { Line([Span($0, .dim)]) }.commaSeparated }
}
