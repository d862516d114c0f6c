package import Facts

/// What an extractor read in a report: `annals extract`.
package struct ExtractionPage: Page {
    /// Words that might have made a claim and did not.
    package struct Omission: Hashable, Sendable {
        /// The words.
        package let quote: String
        /// Where they stand; `nil` when that is not known.
        package let place: TextRange?
        /// Why no claim was made of them.
        package let reason: String

        /// An omission.
        package init(quote: String, place: TextRange?, reason: String) {
            (self.quote, self.place, self.reason) = (quote, place, reason)
        }
    }

    /// What read it.
    package let extractor: ExtractorFingerprint
    /// What is known of the report.
    package let record: ReportRecord
    /// The claims by their place in the text.
    ///
    /// Only people are shown how the vocabulary understands them; another program gets what was stated.
    package let claims: [AnchoredClaim]
    /// What was left out.
    package let omissions: [Omission]
    /// Whether each omission is shown, not their number alone.
    package let explains: Bool
    /// What things are called.
    package let naming: Naming

    /// A page of what was read; claims and omissions are shown by their place in the text.
    package init(
        extractor: ExtractorFingerprint, record: ReportRecord, claims: [AnchoredClaim], omissions: [Omission],
        explains: Bool,
        naming: Naming
    ) {
        (self.extractor, self.record, self.explains, self.naming) = (extractor, record, explains, naming)
        self.claims = claims.sorted { ($0.start, $0.id) < ($1.start, $1.id) }
        self.omissions = omissions.sorted { ($0.place?.start ?? .max) < ($1.place?.start ?? .max) }
    }

    package var schema: String { "claims/1" }
    package var header: [String: JSONValue] { ["extractor": .string(extractor.description)] }

    package var items: [JSONValue] {
        claims.map(\.exchanged.json) + (explains ? omissions.map { $0.json(record.name) } : [])
    }

    package var document: Document {
        let title = Line([Span(record.name.description, .strong)]).then(record.byline, gap: 2)
        let counts = Line([Span(claims.count.of("claim"))]).then(leftOut, gap: 2)
        return Document(
            [.heading(title), .paragraph(counts)] + entries.flatMap { [Document.Block.blank, .entry($0)] } + [.blank])
    }

    private var leftOut: Line {
        guard !omissions.isEmpty else { return [] }
        let count = "\(omissions.count.grouped) left out"
        return [Span(explains ? count : "\(count) (--explain says why)", .dim)]
    }

    /// Claims by the words they rest on, and between them what was left out, in the order of the text.
    private var entries: [Entry] {
        let told = Dictionary(grouping: claims.map(naming.vocabulary.read)) { $0.evidence.first }.map {
            evidence, claims in
            (start: evidence?.range?.start ?? .max, entry: entry(evidence, claims))
        }
        let omitted = (explains ? omissions : []).map { (start: $0.place?.start ?? .max, entry: $0.entry) }
        return (told + omitted).sorted { ($0.start, $0.entry.title.text) < ($1.start, $1.entry.title.text) }.map(
            \.entry)
    }

    private func entry(_ evidence: Evidence?, _ claims: [Claim]) -> Entry {
        let place = evidence?.range.map { Line([Span("\($0.line)", .place)]) } ?? []
        return Entry(
            place.then(evidence?.words ?? [Span("no quotation", .dim)], gap: 2), claims.map { .part(line($0)) })
    }

    private func line(_ claim: Claim) -> Line {
        let voice: Line = claim.voice.isEmpty ? [] : Line([Span("says", .dim)]).then(claim.voice)
        return claim.hedgeLine.then(naming.statement(of: claim)).then(voice, gap: 2)
    }
}

extension ExtractionPage.Omission {
    fileprivate func json(_ report: ReportName) -> JSONValue {
        var members: [String: JSONValue] = ["quote": .string(quote), "reason": .string(reason)]
        if let place {
            members["start"] = .integer(place.start)
            members["end"] = .integer(place.end)
        }
        return .object(["report": .string(report.description), "omitted": .object(members)])
    }

    fileprivate var entry: Entry {
        let line = place.map { Line([Span("\($0.line)", .place)]) } ?? []
        return Entry(
            line.then([Span("\""), Span(quote, .quote), Span("\"")], gap: 2),
            [
                .note(Line([Span("left out:", .dim)]).then(reason))
            ])
    }
}

extension AnchoredClaim {
    fileprivate var start: Int { evidence.first?.range?.start ?? .max }

    /// The claim as another program should get it, with the places of its quotations.
    fileprivate var exchanged: StatedClaim {
        var claim = stated
        claim.evidence = evidence.map { .init(quote: $0.quote, start: $0.range?.start, end: $0.range?.end) }
        return claim
    }
}
