package import Facts

extension Claim {
    /// The claim by itself: the report, what it says, and every quotation.
    func entry(_ naming: Naming, record: ReportRecord?) -> Entry {
        let spoken = entryWithoutQuotes(naming, record: record)
        return Entry(spoken.title, spoken.details + quotes)
    }

    /// The report, and what the claim says there.
    package func entryWithoutQuotes(_ naming: Naming, record: ReportRecord?) -> Entry {
        Entry(Line([report.span]).then(record.map(\.byline) ?? [], gap: 2), fields(naming))
    }

    private func fields(_ naming: Naming) -> [Entry.Detail] {
        var fields: [(String, Line)] = [("says", naming.title(of: self))]
        fields += arguments.sorted { $0.key < $1.key }.map { ($0.key, [Span($0.value.text)]) }
        if let time { fields.append(("time", [Span(time.edtf)])) }
        if !hedges.isEmpty { fields.append(("how", [Span(hedges.joined(separator: ", "), .strong)])) }
        if !voice.isEmpty { fields.append(("said by", [Span(voice)])) }
        return fields.map { .field([Span($0.0, .dim)], $0.1) }
    }

    /// Each quotation and where it stands, or that there is none.
    package var quotes: [Entry.Detail] {
        let label: Line = [Span("quote", .dim)]
        guard !evidence.isEmpty else { return [.field(label, firstQuote)] }
        return evidence.map { .quote(label, words: $0.words, source: place(of: $0)) }
    }
}

extension ReportRecord {
    /// Who published it and when: `Gulf Ledger, 2020-02-23`.
    var byline: Line {
        [source.map { Line([Span($0)]) }, published.map { Line([Span($0.edtf)]) }].compactMap { $0 }.commaSeparated
    }
}
