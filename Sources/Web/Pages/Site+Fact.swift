import FactDiff
import Facts
import Rendering

extension Site {
    /// A fact: what is said of it, in which words of which paragraph, what speaks against it, and what became of it.
    func factPage(_ id: FactID, _ path: String) throws -> SitePage {
        let history = try reader.history(of: id)
        guard let fact = groups.byID[id] ?? history?.fact else { return SitePage("No fact", in: .names) }
        let isThere = groups.byID[id] != nil
        let records = evidenceRecords(of: fact)
        let page = FactPage(
            fact, reports: records.mapValues(\.record), contradiction: groups.contradictions[id]?.first,
            naming: story.naming)
        let renderer = renderer(path, pointsAtClaims: isThere)
        let name = "Fact \(story.naming.shortID(id))"
        let head = title(name, renderer.html(of: page.title), isThere ? renderer.html(of: page.statement) : .nothing)
        let gone = HTML("p", [.class("lede")], HTML("Nothing is said of it any more. What was, stands below."))
        return SitePage(
            name, in: .names, head, isThere ? HTML("p", [], renderer.html(of: page.reach)) : gone,
            against(id, path), isThere ? try claims(page, records.compactMapValues(\.version), path) : .nothing,
            ruled(rulings.byFact[id], on: path),
            heading("History", id: "history"), past(history?.entries ?? [], on: path))
    }

    /// Claims that are told in full, and revisions of the history.
    private static let mostClaims = 100
    private static let mostSteps = 200

    private func past(_ entries: [Entry], on path: String) -> HTML {
        let rest = entries.count - Self.mostSteps
        let more = "and \(rest.of("older revision")), each on the page of its revision"
        return cards(Array(entries.prefix(Self.mostSteps)), on: path)
            + (rest > 0 ? HTML("p", [.class("note")], HTML(more)) : .nothing)
    }

    /// The contradictions that the fact stands in, or stood in.
    private func against(_ id: FactID, _ path: String) -> HTML {
        let lives = groups.lives[id] ?? []
        guard !lives.isEmpty else { return .nothing }
        let (open, over) = (lives.filter(\.isOpen), lives.filter { !$0.isOpen })
        return heading(open.isEmpty ? "What stood against it" : "What stands against it")
            + cards((open + over).map(entry), on: path)
    }

    /// Each claim with its words, where they stand.
    private func claims(_ page: FactPage, _ versions: [ReportName: Int], _ path: String) throws -> HTML {
        let renderer = renderer(path, pointsAtClaims: true)
        let cards = try page.claims.prefix(Self.mostClaims).map { claim in
            let spoken = claim.entryWithoutQuotes(story.naming, record: page.reports[claim.report])
            let version: Line = versions[claim.report].map { [Span("version \($0)", .dim)] } ?? []
            let content =
                renderer.heading(3, [.class("title")], renderer.html(of: spoken.title.then(version, gap: 2)))
                + renderer.details(spoken.details) + (try words(of: claim, renderer))
            return HTML("article", [.class("entry")], content) + .lineFeed
        }
        let rest = page.claims.count - cards.count
        let more = "and \(rest.of("more claim")), each on the page of its report"
        return heading("Who says so", id: "claims") + cards.joined
            + (rest > 0 ? HTML("p", [.class("note")], HTML(more)) : .nothing)
    }

    /// The quotations of a claim, each in its paragraph; by itself where it has none.
    private func words(of claim: Claim, _ renderer: HTMLRenderer) throws -> HTML {
        let text = try reader.text(of: claim.report, at: newest)
        let passages = claim.evidence.map { evidence in text.flatMap { Passage(of: evidence, in: $0) } }
        guard !passages.isEmpty else { return renderer.details(claim.quotes) }
        return zip(passages, claim.quotes).map { passage, quote -> HTML in
            guard let passage, case .quote(_, _, let source) = quote else { return renderer.details([quote]) }
            return HTML("figure", [], passage.html, HTML("figcaption", [], renderer.html(of: source)))
        }.joined
    }
}
