package import Facts

/// A quotation in its sentence, looked for again in the bytes that the story stores.
package struct Witness: Hashable, Sendable {
    /// Whether the words stand where the claim says.
    package enum Finding: String, Hashable, Sendable, CaseIterable {
        /// Byte for byte.
        case exact
        /// But for white space, quotation marks or tags.
        case folded
        /// Not there: the story is damaged, or was written by another program.
        case absent
        /// The claim has no place in the text.
        case unplaced
    }

    /// The report that it stands in, as it then was.
    package let record: ReportRecord
    /// The sentence; `nil` when the words stand in none.
    package let sentence: String?
    /// The words quoted; `nil` when the claim quotes none.
    package let quote: String?
    /// Where they stand; `nil` when that is not known.
    package let range: TextRange?
    /// Whether they stand there.
    package let finding: Finding

    /// The first quotation of a claim in its report.
    package init(_ claim: Claim, in report: Report, sentence: String?) {
        record = report.record
        self.sentence = sentence
        quote = claim.evidence.first?.quote
        range = claim.evidence.first?.range
        finding = claim.evidence.first.map { Self.look(for: $0, in: report) } ?? .unplaced
    }

    private static func look(for evidence: Evidence, in report: Report) -> Finding {
        guard let range = evidence.range, range.end <= report.text.count, range.start <= range.end else {
            return evidence.range == nil ? .unplaced : .absent
        }
        if report.text[range.start..<range.end].elementsEqual(evidence.quote.utf8) { return .exact }
        let words = ReportWords(report).quote(at: range.start..<range.end)
        return words?.utf8.elementsEqual(evidence.quote.utf8) == true ? .folded : .absent
    }
}

extension Witness {
    /// The sentence with the words quoted between «»; the words alone where the sentence does not show them.
    var marked: Line {
        guard let quote else { return [Span("no quotation", .dim)] }
        let marks: Line = [Span("«", .strong), Span(quote, .quote), Span("»", .strong)]
        guard let sentence, let parts = sentence.around(quote) else { return marks }
        let lead: Line = parts.before.isEmpty ? [] : [Span(parts.before, .dim)]
        let rest: Line = parts.after.isEmpty ? [] : [Span(parts.after, .dim)]
        // A space is kept where the sentence has one: a comma stands right after the words.
        let start = parts.hasSpaceBefore ? lead.then(marks) : lead + marks
        return parts.hasSpaceAfter ? start.then(rest) : start + rest
    }

    /// What was found out about the words, and where.
    var verification: Line {
        let place = range.map { "bytes \($0.start)–\($0.end) of \(record.digest.description.prefix(8))" } ?? ""
        let name: Line = [Span(record.name.description, .place)]
        switch finding {
        case .exact: return Line([Span("quote found byte-exact in")]).then(name + [Span(",")]).then(place, .dim)
        case .folded:
            return Line([Span("quote found, but for layout, in")]).then(name + [Span(",")]).then(place, .dim)
        case .absent:
            return Line([Span("!", .glyph)]).then("the quote does NOT stand in", .strong).then(name + [Span(",")])
                .then(place, .dim)
        case .unplaced:
            return Line([Span(quote == nil ? "came without a quotation in" : "no one place for the quote in")]).then(
                name)
        }
    }

    /// The witness as `why/1` writes it.
    var json: JSONValue {
        var members: [String: JSONValue] = [
            "report": .string(record.name.description), "digest": .string(record.digest.description),
            "found": .string(finding.rawValue),
        ]
        members["extractor"] = record.extractor.map { .string($0.description) }
        members["source"] = record.source.map(JSONValue.string)
        members["published"] = record.published.map { .string($0.edtf) }
        members["sentence"] = sentence.map(JSONValue.string)
        members["quote"] = quote.map(JSONValue.string)
        members["start"] = range.map { .integer($0.start) }
        members["end"] = range.map { .integer($0.end) }
        members["line"] = range.map { .integer($0.line) }
        return .object(members)
    }
}

extension String {
    /// What stands before and after some words, white space folded; `nil` when they do not stand here.
    fileprivate func around(
        _ words: String
    ) -> (before: String, hasSpaceBefore: Bool, after: String, hasSpaceAfter: Bool)? {
        let (text, sought) = (foldedSpaces, words.foldedSpaces)
        guard !sought.isEmpty, let start = text.occurrences(of: sought).first else { return nil }
        let (before, after) = (text[..<start], text[(start + sought.count)...])
        return (
            String(decoding: before, as: UTF8.self), before.last == 0x20, String(decoding: after, as: UTF8.self),
            after.first == 0x20
        )
    }

    private var foldedSpaces: [UInt8] {
        Array(split(whereSeparator: \.isWhitespace).joined(separator: " ").utf8)
    }
}
