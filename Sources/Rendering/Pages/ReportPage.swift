package import Facts

/// One report, its versions and what it claims: `annals show REPORT`.
package struct ReportPage: Page {
    /// What is known of it.
    package let record: ReportRecord
    /// The revisions in which its record changed, and its record there; in the order of display.
    package let versions: [(revision: Revision, record: ReportRecord)]
    /// The revision in which it was withdrawn; `nil` while it stands.
    package let withdrawn: Revision?
    /// What it claims.
    package let claims: [Claim]
    /// What things are called.
    package let naming: Naming

    /// A page of one report; claims are shown by their place in the text, those without one last.
    package init(
        _ record: ReportRecord, versions: [(revision: Revision, record: ReportRecord)], withdrawn: Revision? = nil,
        claims: [Claim], naming: Naming
    ) {
        self.record = record
        self.versions = versions
        self.withdrawn = withdrawn
        self.claims = claims.sorted { ($0.start, $0.id) < ($1.start, $1.id) }
        self.naming = naming
    }

    package var schema: String { "report/1" }

    package var header: [String: JSONValue] {
        let versions = versions.map { version in
            JSONValue.object(["revision": version.revision.json, "record": version.record.json])
        }
        let withdrawn: [String: JSONValue] = withdrawn.map { ["withdrawn": $0.json] } ?? [:]
        return ["report": record.json, "versions": .array(versions)].merging(withdrawn) { known, _ in known }
    }

    package var items: [JSONValue] { claims.map(\.json) }

    package var document: Document {
        let title = Line([Span("report", .dim)]).then(record.name.description, .strong)
        let end = withdrawn.map { Entry.Detail.note([Span("withdrawn in \($0.shortID), \($0.day)", .strong)]) }
        let known = Entry(title, record.particulars + (end.map { [$0] } ?? []))
        let history = versions.enumerated().map { Entry.Detail.part(line($0.offset)) }
        let versionsEntry = Entry([Span(versions.count.of("version"), .strong)], history)
        let stated = claims.map { claim in
            Document.Block.entry(
                Entry(
                    naming.id(claim.fact).then(naming.statement(of: claim), gap: 2),
                    [.quote([], words: claim.hedgeLine.then(claim.firstQuote), source: claim.source)]))
        }
        let ends = claims.first.map { ["annals show \(naming.shortID($0.fact))"] } ?? []
        return Document(
            [.entry(known), .blank] + (versions.isEmpty ? [] : [.entry(versionsEntry), .blank])
                + [.paragraph([Span(claims.count.of("claim"), .strong)])] + stated
                + (ends.isEmpty ? [] : [.blank, .next(ends.map { [Span($0, .command)] })]))
    }

    private func line(_ index: Int) -> Line {
        let (revision, record) = versions[index]
        return [
            Line([revision.span]), Line([Span(revision.day.description)]),
            Line([Span(String(record.digest.description.prefix(12)), .dim)]),
            Line([Span(record.extractor?.description ?? "no claims", .dim)]),
        ].spaced(2)
    }
}

extension Claim {
    fileprivate var start: Int { evidence.first?.range?.start ?? .max }
}

extension ReportRecord {
    /// What is known of it, part by part.
    package var particulars: [Entry.Detail] {
        let known: [(String, String?)] = [
            ("title", title), ("source", source), ("published", published?.edtf), ("updated", updated?.edtf),
            ("notice", notice), ("url", url), ("language", language), ("read by", extractor?.description),
            ("digest", digest.description),
        ]
        return known.compactMap { name, text in text.map { .field([Span(name, .dim)], [Span($0)]) } }
    }
}
