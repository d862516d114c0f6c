import FactDiff
import Facts
import Rendering

extension Site {
    /// A report: its text with what rests on it, and its versions; a part of a long text.
    func reportPage(_ name: ReportName, _ version: Int?, _ part: Int, _ path: String) throws -> SitePage {
        let texts = versions[name] ?? []
        let number = version ?? texts.count
        guard texts.indices.contains(number - 1) else { return SitePage("No report", in: .reports) }
        let text = texts[number - 1]
        let notes = ReportNotes(
            try reader.blame(of: name, at: text.last), try reader.text(of: name, at: text.last), part: part,
            of: text.parts, story.naming, renderer(path)
        ) { SitePath.address(of: SitePath.report(name, version: version, part: $0), from: path) }
        let title = text.record.title ?? name.description
        return SitePage(
            title, in: .reports, head(name, number, text, part, title),
            part == 1 ? about(name, text, number, path) : .nothing,
            part == 1 && version == nil ? list(texts, name, path) : .nothing,
            part == 1 ? ruled(rulings.byReport[name], on: path) : .nothing,
            heading(notes.hasText ? "Its words, and what rests on them" : "What it says"), notes.html,
            turning(part, of: text.parts, from: path) { SitePath.report(name, version: version, part: $0) },
            version == nil ? .nothing : neighbours(number, of: texts.count, name, path))
    }

    private func head(_ name: ReportName, _ number: Int, _ text: TextVersion, _ part: Int, _ title: String) -> HTML {
        // Not how many there are: an old version's page would change with every new one.
        let isOnly = versions[name]?.count == 1
        let state = (isOnly ? "" : " · version \(number)") + (part > 1 ? " · page \(part)" : "")
        return self.title("Report \(name)\(state)", HTML("bdi", [], HTML(title)))
    }

    private func about(_ name: ReportName, _ text: TextVersion, _ number: Int, _ path: String) -> HTML {
        let isWithdrawn = story.reports[name] == nil
        let edits =
            number > 1
            ? HTML(
                "p", [],
                link(
                    SitePath.edits(of: name, version: number), from: path,
                    HTML("What changed since version \(number - 1)")))
            : .nothing
        return (isWithdrawn ? HTML("p", [.class("lede")], HTML("This report was withdrawn.")) : .nothing)
            + renderer(path).details(text.record.particulars) + address(text.record) + edits
    }

    private func address(_ record: ReportRecord) -> HTML {
        guard let address = record.url.flatMap({ WebAddress($0) }) else { return .nothing }
        let link = HTML(
            "a", [.href(address.text), .init("rel", "noreferrer nofollow external")], HTML("Where it was published"))
        return HTML("p", [], link) + .lineFeed
    }

    // MARK: versions

    /// Versions that are listed, the newest; older ones are reached from one to the next.
    private static let mostVersions = 100

    /// The versions, newest first, each with what it changed.
    private func list(_ texts: [TextVersion], _ name: ReportName, _ path: String) -> HTML {
        guard texts.count > 1 else { return .nothing }
        let rows = texts.enumerated().reversed().prefix(Self.mostVersions).map { index, text -> HTML in
            let number = index + 1
            let label = HTML("Version \(number)")
            let since = Line([Span("since \(text.first.day)", .dim)]).then([text.first.span])
            let edits = link(SitePath.edits(of: name, version: number), from: path, HTML("what changed"))
            let notice = text.record.notice.map { HTML(VisibleText.space) + HTML("q", [.anyDirection], HTML($0)) }
            return HTML(
                "li", [],
                number == texts.count ? HTML("b", [], label) : link(page(of: number, name), from: path, label),
                HTML(VisibleText.space), renderer(path).html(of: since),
                number > 1 ? HTML(VisibleText.space) + edits : .nothing, notice ?? .nothing)
        }
        return heading("Versions") + HTML("ol", [.class("versions")], rows) + .lineFeed
    }

    /// Where a version of a report is: the newest has the report's own page.
    func page(of version: Int, _ name: ReportName) -> String {
        SitePath.report(name, version: version == versions[name]?.count ? nil : version)
    }

    private func neighbours(_ number: Int, of count: Int, _ name: ReportName, _ path: String) -> HTML {
        let edits = link(
            SitePath.edits(of: name, version: number + 1), from: path, HTML("What version \(number + 1) changed"))
        return pager([
            number > 1 ? link(page(of: number - 1, name), from: path, HTML("← Version \(number - 1)")) : .nothing,
            edits, link(SitePath.report(name), from: path, HTML("Newest version →")),
        ])
    }
}
