import FactDiff
import Facts

// The page for people.

extension CheckPage {
    package var document: Document {
        let parts = [publication.map(blocks), ruling.map(blocks)].compactMap(\.self)
        return Document(Array(parts.joined(separator: [.blank])) + [.blank, .paragraph(verdict)] + next)
    }

    private var at: Line { Line([Span(revision.shortID, .id)]).then("(\(revision.day))", .dim) }

    private var compared: Line {
        since.map { Line([Span("since", .dim)]).then([Span($0.shortID, .id)]).then("(\($0.day))", .dim) } ?? []
    }

    private func blocks(_ publication: Publication) -> [Document.Block] {
        let lead = Line([Span(publication.findings.count.of("published claim"), .strong)])
            .then([Span("of", .dim)]).then(publication.file, .place).then("against", .dim).then(at).then(compared)
        let counts = publication.counts.map { $0.status.counted($0.count) }.spaced(2)
        let entries = publication.findings.filter(\.status.isFinding).flatMap { finding -> [Document.Block] in
            [.blank, .entry(finding.entry(in: publication.file, naming, reports, fails: fails(finding)))]
        }
        return [.paragraph(lead), .paragraph(counts)] + entries
    }

    private func blocks(_ rules: Rules) -> [Document.Block] {
        let words = "\(rules.count.of("rule")) of the vocabulary, held against \(rules.facts.of("fact"))"
        let lead = Line([Span(words, .dim)]).then("at", .dim).then(at).then(compared)
        guard !rules.broken.isEmpty else {
            let kept = Line([Span("=", .glyph)]).then("kept", .word).then("nothing breaks a rule", gap: 2)
            return [.paragraph(lead), .paragraph(kept)]
        }
        let total = Line([Span("!\(rules.broken.count.grouped)", .glyph)]).then("broken", .word)
        return [.paragraph(lead), .paragraph(total)]
            + rules.broken.flatMap { [Document.Block.blank, .entry(entry($0))] }
    }

    private func entry(_ broken: BrokenInvariant) -> Entry {
        let label = Line([Span("!", .glyph)]).then(broken.rule.rawValue.uppercased(), .word)
        let details = broken.claims.flatMap { claim -> [Entry.Detail] in
            let says = naming.id(claim.fact).then(naming.predication(of: claim), gap: 2)
            return [.part(Line([Span("·", .dim)]).then(says)), claim.quoted(reports)]
        }
        let before: [Entry.Detail] =
            isNew(broken) ? [] : [.note([Span("as it was before: it does not fail the check", .dim)])]
        return Entry(label.then(broken.title(naming), gap: 2), details + before)
    }

    /// Whether it fails, and what would have failed it.
    private var verdict: Line {
        let named = Condition.allCases.filter(conditions.contains).map(\.rawValue).joined(separator: ", ")
        let told = named.isEmpty ? "nothing fails it" : "fails on: \(named)"
        let word =
            fails ? Line([Span("!", .glyph)]).then("fails", .word) : Line([Span("=", .glyph)]).then("passes", .word)
        return word.then("(\(told))", .dim, gap: 2)
    }

    private var next: [Document.Block] {
        let published = publication?.findings.first { $0.status.isFinding && !($0.against + $0.supporting).isEmpty }
        let claim = published.map { ($0.against + $0.supporting)[0] } ?? ruling?.broken.first?.claims.first
        return claim.map { [.next([[Span("annals why \(naming.shortID($0.fact))", .command)]])] } ?? []
    }
}
